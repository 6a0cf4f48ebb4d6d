import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, fingerprint } from './ferret-build.ts';
import type { Found } from './mongo-server.ts';
import { startServer } from './server-process.ts';

const cache = join(import.meta.dirname, '../../../node_modules/.cache/benthanh');

/** Builds (once for these sources) and starts FerretDB on SQLite files. */
export async function startFerret(): Promise<Found> {
  const program = join(cache, `ferretdb-${fingerprint()}`);
  if (!existsSync(program)) {
    if (spawnSync('go', ['version']).status !== 0) return { missing: 'no go on PATH to build FerretDB' };
    console.log('databases: building FerretDB v1.24.2, once; under two minutes');
    await build(program);
  }
  const server = await startServer(program, (folder, port) => [folder, String(port)]);
  return {
    uri: `mongodb://127.0.0.1:${server.port}/`,
    name: 'FerretDB v1.24.2, built with go (its transactions do nothing)',
    folder: server.folder,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
