import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKeys } from '#cli/start/make-keys.ts';
import { readConfig } from '#config/config.ts';
import { addGeneration } from '#sealing/key-folder.ts';
import { type Keys, newKeys, passphrase } from '../archive/support/keys.ts';
import { bodyOf } from '../support/lexical.ts';
import { runReady } from '../support/ready-command-line.ts';
import { type Studio, startStudio } from '../support/studio.ts';

describe('keys of texts, by command', () => {
  let keys: Keys;
  let studio: Studio;
  let env: Record<string, string>;

  const command = async (...words: string[]) => {
    const { PATH = '', HOME = '' } = process.env;
    const { status, stdout } = await runReady({ argv: ['keys', ...words, '--json'], env: { PATH, HOME, ...env } });
    return { status, ...JSON.parse(stdout) };
  };
  const write = async (title: string) => {
    const data = { title, summary: title, body: bodyOf([title]) } as never;
    const made = await studio.payload.create({ collection: 'articles', locale: 'vi', draft: true, depth: 0, data });
    return String(made.id);
  };
  const readTitle = async (id: string) =>
    (await studio.payload.findByID({ collection: 'articles', id, locale: 'vi', draft: true, depth: 0 })).title;

  beforeAll(async () => {
    keys = await newKeys();
    const values = { atRest: keys.atRest, textsAtRest: async () => keys.keys, archiveDir: undefined };
    studio = await startStudio({ values });
    const [unlock, data] = [join(studio.folder, 'unlock'), join(studio.folder, 'data')];
    await writeFile(unlock, passphrase, { mode: 0o600 });
    env = {
      ...{ DATA_DIR: data, DATABASE_URL: studio.values.databaseUrl, MASTERS_DIR: studio.values.mastersDir },
      ...{ SEALING_KEYS_DIR: keys.dir, SEALING_UNLOCK_FILE: unlock },
    };
    await makeKeys(readConfig(env, studio.folder));
    await mkdir(studio.values.mastersDir, { recursive: true });
  }, 120_000);
  afterAll(async () => {
    await studio?.close();
    await keys?.[Symbol.asyncDispose]();
  });

  it('are seen in the database: what is brought on stays, what is not is told, signed for and gone', async () => {
    const kept = await write('Còn');
    await addGeneration(keys.dir, 'restricted', passphrase);
    const { mastersDir } = studio.values;
    expect(await command('rewrap', mastersDir)).toMatchObject({
      status: 0,
      texts: { again: expect.any(Number), lost: 0 },
    });
    await addGeneration(keys.dir, 'restricted', passphrase);
    const later = await write('Sau');
    const told = await command('destroy', 'restricted', '2', '--sealed', mastersDir);
    expect(told).toMatchObject({ status: 0, destroyed: false, files: 0 });
    expect(told.texts).toContainEqual({ collection: 'articles', records: 1, versions: 1 });
    expect(await readTitle(kept)).toBe('Còn');
    const { records, versions } = told;
    const done = await command('destroy', 'restricted', '2', '--sealed', mastersDir, '--forever');
    expect(done).toMatchObject({ status: 0, destroyed: true, records, versions });
    await expect(readTitle(kept)).rejects.toMatchObject({ code: 'seal-key-destroyed' });
    expect(await readTitle(later)).toBe('Sau');
    const { keys: listed } = await command('list');
    expect(listed).toContainEqual(expect.objectContaining({ level: 'restricted', generation: 2, records, versions }));
    expect(await command('rewrap', mastersDir)).toMatchObject({ status: 0, texts: { lost: records + versions } });
  });
});
