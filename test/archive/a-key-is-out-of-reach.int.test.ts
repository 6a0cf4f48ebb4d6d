import { cp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkMasters } from '#editorial/archive/keep-masters-sound.ts';
import { masterPath, openMasterStore } from '#media/intake/master-store.ts';
import { keyPath } from '#sealing/key-folder.ts';
import type { Ended } from '../support/installation.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { runReady } from '../support/ready-command-line.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import { harms } from './support/archive.ts';
import { type Keys, newKeys, passphrase } from './support/keys.ts';

describe.each(databasesInTurn)('masters of which some lie under a key that is out of reach, on %s', (database) => {
  let keys: Keys;
  let studio: Studio;
  /** Under the key that goes, under another one and damaged, and gone while its copy lies under the key that goes. */
  let names: readonly [string, string, string];
  const key = () => keyPath(keys.dir, 'toi_mat', 1, 'key');
  const kept = () => `${key()}.kept`;
  const mirror = () => join(studio.folder, 'mirror');
  const pathOf = (name: string) => masterPath(studio.values.mastersDir, name);

  beforeAll(async () => {
    keys = await newKeys();
    studio = await startStudio({ database, values: { atRest: keys.atRest } });
    const { mastersDir, secret } = studio.values;
    const curator = await studio.person('curator');
    const store = await openMasterStore(mastersDir, keys.atRest);
    const bring = async (title: string, level: 'toi_mat' | 'restricted'): Promise<string> => {
      const body = pictureForm(await pictureBytes(), { title });
      const sent = await curator.send('/api/images/upload?locale=vi', { method: 'POST', body });
      const { sha256 } = sent.body.doc.master;
      await store.reseal(sha256, level);
      return sha256;
    };
    names = [await bring('away', 'toi_mat'), await bring('harmed', 'restricted'), await bring('gone', 'toi_mat')];
    await bring('sound', 'restricted');
    await cp(mastersDir, mirror(), { recursive: true });
    await harms.flipped(pathOf(names[1]));
    await rm(masterPath(mirror(), names[1]));
    await writeFile(join(keys.dir, 'unlock'), passphrase, { mode: 0o600 });
    await writeFile(join(studio.folder, 'studio.secret'), secret, { mode: 0o600 });
  });
  afterAll(async () => {
    await studio?.close();
    await keys?.[Symbol.asyncDispose]();
  });

  const fixity = (args: readonly string[] = []): Promise<Ended> => {
    const { PATH, HOME } = process.env;
    const { databaseUrl, mastersDir } = studio.values;
    const places = { DATA_DIR: studio.folder, DATABASE_URL: databaseUrl, MASTERS_DIR: mastersDir };
    const secrets = { STUDIO_SECRET_FILE: join(studio.folder, 'studio.secret') };
    const sealing = { SEALING_KEYS_DIR: keys.dir, SEALING_UNLOCK_FILE: join(keys.dir, 'unlock') };
    const env = { PATH, HOME, LANG: 'en_GB.UTF-8', ...places, ...secrets, ...sealing, MASTERS_MIRROR: mirror() };
    return runReady({ argv: ['archive', 'fixity', ...args], env });
  };

  /** What the log of the studio says of one round. */
  const round = async (): Promise<Record<string, unknown>[]> => {
    const lines: string[] = [];
    const write = (line: unknown, _: unknown, done: () => void) => {
      lines.push(String(line));
      done();
    };
    studio.payload.logger = pino(new Writable({ write }));
    const places = { ...studio.values, mastersMirror: mirror() };
    await checkMasters(studio.payload, places, new AbortController().signal);
    return lines.map((line) => JSON.parse(line));
  };

  test('the table is told all the same, with what could not be read and which key that wants; it ends with 1', async () => {
    await rename(key(), kept());
    const { status, stdout, stderr } = await fixity();
    expect([status, stderr]).toEqual([1, '']);
    const counts = ['2  checked', '1  sound', '0  mended from the mirror', '1  damaged', '0  missing'];
    expect(stdout.split('\n').slice(0, 6)).toEqual(
      [...counts, '2  not read for want of a key'].map((row) => `  ${row}`),
    );
    expect(stdout).toContain(`✗ damaged: ${pathOf(names[1])} (the mirror does not have it)`);
    for (const name of [names[0], names[2]]) expect(stdout).toContain(`? not read: ${pathOf(name)}\n`);
    expect(stdout.match(/Key 1 of toi_mat is not there\./g)).toHaveLength(1);
    const told = JSON.parse((await fixity(['--json'])).stdout);
    const wants = { code: 'seal-key-missing', values: { level: 'toi_mat', generation: 1 } };
    expect(told).toMatchObject({ checked: 1, sound: 0, damaged: 1, stopped: false });
    expect(told.passed).toHaveLength(2);
    expect(told.passed).toContainEqual({ sha256: names[0], ...wants });
  });

  test('what is mended by a copy under that key waits for the key, and not for a disk', async () => {
    await rm(pathOf(names[2]));
    const { stdout } = await fixity(['--all']);
    expect(stdout).toContain(`✗ missing: ${pathOf(names[2])} (mending it takes a key that is out of reach)`);
  });

  test('a check of everything is not at its end before the key is there again', async () => {
    await rename(kept(), key());
    const { status, stdout, stderr } = await fixity(['--all', '--json']);
    expect(stderr).toBe('');
    // What was found sound before is not read again
    expect(JSON.parse(stdout)).toMatchObject({ checked: 3, sound: 1, mended: 1, damaged: 1, passed: [] });
    expect(status).toBe(1);
  });

  test('the alarm is raised beside it, and the log says how many wait for which key', async () => {
    const put = await openMasterStore(studio.values.mastersDir, keys.atRest);
    const { sha256 } = await put.put(Buffer.from('another one'), { level: 'toi_mat' });
    await rename(key(), kept());
    const told = await round();
    await rename(kept(), key());
    const wait = { msg: 'masters are not checked for want of a key', code: 'seal-key-missing', level: 'toi_mat' };
    expect(told).toContainEqual(expect.objectContaining({ ...wait, generation: 1, sha256, count: 1 }));
    const alarm = { msg: 'masters are damaged or missing', damaged: 1, missing: 0 };
    expect(told).toContainEqual(expect.objectContaining(alarm));
  });
});
