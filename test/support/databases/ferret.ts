import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Found } from './mongo-server.ts';
import { startServer } from './server-process.ts';

const source = join(import.meta.dirname, '../ferretdb');
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
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of ['main.go', 'go.mod', 'go.sum']) hash.update(readFileSync(join(source, file)));
  return hash.digest('hex').slice(0, 16);
}

/** Two test runs may build at the same time: each builds beside the place and moves its program there. */
async function build(program: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const mine = `${program}.${process.pid}`;
  try {
    await promisify(execFile)('go', ['build', '-trimpath', '-buildvcs=false', '-o', mine, '.'], {
      cwd: source,
      env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' },
    });
    await rename(mine, program);
  } finally {
    await rm(mine, { force: true });
  }
}
