import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runReady } from '../support/ready-command-line.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';

const program = resolve(import.meta.dirname, '../../src/cli/benthanh.mjs');
const many = 250;
/** Long enough that a cache of pages overflows into the log of the embedded database before the end. */
const definition = 'Phường của thành phố. '.repeat(150).trim();

const table = [
  'concept,kind,definition,language,term,status,stops',
  ...Array.from({ length: many }, (_, n) => [
    `ward-${n},place,${definition},vi,Phường ${n},approved,no`,
    `ward-${n},place,,en,Ward ${n},approved,no`,
  ]).flat(),
].join('\n');

interface Kept {
  readonly id: string;
  readonly definition: string;
  readonly forms: readonly { readonly term: string }[];
}

describe.each(exhaustiveDatabases)('an import of names that is killed, on %s', (database) => {
  let studio: Studio;
  let file: string;
  beforeAll(async () => {
    studio = await startStudio({ database });
    await mkdir(join(studio.folder, 'keys'));
    await writeFile(join(studio.folder, 'keys/studio.secret'), studio.values.secret, { mode: 0o600 });
    file = join(studio.folder, 'names.csv');
    await writeFile(file, table);
  });
  afterAll(() => studio?.close());

  const line = () => {
    const { PATH, HOME } = process.env;
    const { databaseUrl, mastersDir } = studio.values;
    const places = { DATA_DIR: studio.folder, DATABASE_URL: databaseUrl, MASTERS_DIR: mastersDir };
    return { argv: ['names', 'import', file, '--json'], env: { PATH, HOME, LANG: 'en_GB.UTF-8', ...places } };
  };
  const begin = () => {
    const { argv, env } = line();
    return spawn(process.execPath, [program, ...argv], { env: env as unknown as NodeJS.ProcessEnv });
  };
  const stored = async (): Promise<Kept[]> => {
    const found = await studio.payload.find({ collection: 'concepts' as 'topics', limit: 0, pagination: false });
    return found.docs as unknown as Kept[];
  };
  /** Bytes that the embedded database has written and not yet taken over; entries elsewhere. */
  const begun = async (): Promise<number> => {
    if (database !== 'sqlite') return (await studio.payload.count({ collection: 'concepts' as 'topics' })).totalDocs;
    return (await stat(join(studio.folder, 'studio.db-wal'))).size;
  };

  it('in its midst leaves nothing half, and comes to the same end when it is run again', async () => {
    const before = await begun();
    const doomed = begin();
    const ended = once(doomed, 'exit');
    while ((await begun()) - before < (database === 'sqlite' ? 100_000 : 20) && doomed.exitCode === null) await wait(5);
    doomed.kill('SIGKILL');
    expect((await ended)[1], 'it was not killed in its midst').toBe('SIGKILL');
    const left = await stored();
    expect(left.length).toBeLessThan(many);
    // One act where the database has transactions; elsewhere whole entries
    if (database === 'sqlite') expect(left).toEqual([]);
    else expect(left.length).toBeGreaterThan(0);
    for (const { id, definition: said, forms } of left) {
      const n = id.replace('ward-', '');
      expect([said, forms.map(({ term }) => term)]).toEqual([definition, [`Phường ${n}`, `Ward ${n}`]]);
    }
    const { stdout, stderr } = await runReady(line());
    expect(JSON.parse(stdout || stderr)).toMatchObject({ new: many - left.length, changed: 0, same: left.length });
    const all = await stored();
    expect(new Set(all.map(({ id }) => id)).size).toBe(many);
    expect(all).toHaveLength(many);
  });
});
