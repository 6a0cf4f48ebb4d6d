import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '#cli/backup/back-up.ts';
import { drillAll } from '#cli/backup/drill-all.ts';
import { restoreAll } from '#cli/backup/restore-all.ts';
import { checkRestored } from '#cli/start/restoring.ts';
import { readConfig } from '#config/config.ts';
import { atRestOf, sealedMarkIn } from '#editorial/at-rest/at-rest-of.ts';
import type { OpenGate } from '#editorial/gate/open-gate.ts';
import { newSigningKey, publicHalf, saveKey } from '#feed/keys.ts';
import { openMasterStore } from '#media/intake/master-store.ts';
import { headerIn } from '#sealing/sealed-file.ts';
import { newKeys } from '../archive/support/keys.ts';
import { type Gatehouse, openGatehouse } from '../gate/support/gatehouse.ts';
import { type Newsroom, openNewsroom } from '../gate/support/newsroom.ts';
import { filesBelow } from '../support/files-in.ts';
import { freshMongoUrl } from '../support/installation.ts';
import { runReady } from '../support/ready-command-line.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import { stateOf } from '../support/studio-state.ts';

const secret = Buffer.from('a passphrase that nobody guesses');
const hidden = `kín-${randomBytes(6).toString('hex')}`;

describe.each(exhaustiveDatabases)('an installation is kept and put back, on %s', (database) => {
  let studio: Studio;
  const key = newSigningKey();
  let house: Gatehouse;
  let room: Newsroom;
  let gate: OpenGate;
  let folder: string;
  let env: Record<string, string>;
  /** A restored installation that nobody has open: no process may open one embedded database by two libraries. */
  let kept: Record<string, string>;
  const mongoUrls: string[] = [];
  beforeAll(async () => {
    studio = await startStudio({ database });
    house = await openGatehouse(studio, key);
    room = await openNewsroom(studio);
    gate = await house.open();
    folder = studio.folder;
    await room.image('Chợ Bến Thành');
    await room.article({ titles: { vi: 'Hội hoa', en: 'Flower fair' } });
    await room.article({ titles: { vi: hidden }, level: 'internal' });
    gate.beginReconciliation();
    await gate.settle();
    await saveKey(join(folder, 'trust.pem'), publicHalf(key), 0o644);
    await writeFile(join(folder, 'backup.key'), `${secret}\n`, { mode: 0o600 });
    env = {
      ...{
        DATA_DIR: join(folder, 'data'),
        DATABASE_URL: studio.values.databaseUrl,
        MASTERS_DIR: studio.values.mastersDir,
      },
      ...{ GATE_DIR: house.dir, FEED_URL: house.feedDir, TRUST_FILE: join(folder, 'trust.pem') },
      BACKUP_KEY_FILE: join(folder, 'backup.key'),
    };
  }, 120_000);
  afterAll(async () => {
    await gate?.[Symbol.asyncDispose]();
    for (const url of mongoUrls) {
      const client = new MongoClient(url);
      await client.db().dropDatabase();
      await client.close();
    }
    await studio?.close();
  });

  const command = async (words: string[], more: Record<string, string> = {}) => {
    const { PATH, HOME } = process.env;
    const all = { PATH, HOME, LANG: 'en_GB.UTF-8', ...env, ...more } as Record<string, string>;
    const { status, stdout } = await runReady({ argv: [...words, '--json'], env: all });
    return { status, ...JSON.parse(stdout) };
  };
  /** Places of an installation that has nothing yet. */
  const elsewhere = (name: string): Record<string, string> => {
    const data = join(folder, name);
    const url =
      database === 'sqlite' ? `file:${data}/studio/studio.db` : freshMongoUrl(String(process.env.MONGODB_URI));
    if (database === 'mongodb') mongoUrls.push(url);
    return {
      ...{ DATA_DIR: data, DATABASE_URL: url, MASTERS_DIR: `${data}/masters`, GATE_DIR: `${data}/gate` },
      ...{
        FEED_URL: `${data}/feed`,
        TRUST_FILE: join(folder, 'trust.pem'),
        BACKUP_KEY_FILE: join(folder, 'backup.key'),
      },
    };
  };
  const rowsOf = async (name: string): Promise<number> =>
    (await studio.payload.count({ collection: name as 'topics' })).totalDocs;
  const options = (places: Record<string, string>) => ({
    ...{ config: readConfig(places, folder), from: join(folder, 'backups'), id: null, secret },
    ...{ signal: new AbortController().signal, onFile: () => undefined },
  });

  /** Keeps the restored installation. */
  const keepIn = (to: string) => {
    const signal = new AbortController().signal;
    return backUp({ config: readConfig(kept, folder), to, secret, signal, onFile: () => undefined });
  };

  it('R56: a backup of a running installation is whole, tells nothing, and restores to what was kept', async () => {
    const made = await command(['backup', '--to', join(folder, 'backups')]);
    expect(made).toMatchObject({ status: 0, database, unsteady: [], damaged: [] });
    expect(made.stores.map(({ store }: { store: string }) => store)).toEqual(
      expect.arrayContaining(['feed', 'ledger', 'database', 'masters']),
    );
    const files = await filesBelow(join(folder, 'backups'));
    const [master] = await filesBelow(studio.values.mastersDir);
    for (const [name, bytes] of files) {
      for (const secretly of [Buffer.from(hidden), Buffer.from('Flower fair'), master?.[1].subarray(100, 160) ?? ''])
        expect(bytes.includes(secretly), name).toBe(false);
      expect(name).not.toContain(master?.[0].slice(6) ?? '');
    }
    expect(await command(['backup', 'list', join(folder, 'backups')])).toMatchObject({ backups: [{ id: made.id }] });
    expect((await readdir(env.DATA_DIR ?? '')).filter((name) => name.startsWith('backup'))).toEqual([]);

    const drilled = await command(['backup', 'drill', join(folder, 'backups')]);
    expect(drilled).toMatchObject({ status: 0, id: made.id, different: 0 });
    expect(drilled.compared.length).toBeGreaterThan(20);
    const articles = drilled.compared.find(({ table }: { table: string }) => table === 'articles');
    expect(articles).toMatchObject({ isSame: true, before: { count: 2 }, after: { count: 2 } });
    expect((await readdir(env.DATA_DIR ?? '')).filter((name) => name.startsWith('backup'))).toEqual([]);

    const there = elsewhere('restored');
    kept = there;
    expect(await command(['restore', join(folder, 'backups')], there)).toMatchObject({ status: 0, different: 0 });
    await using again = await startStudio({
      values: { databaseUrl: String(there.DATABASE_URL), mastersDir: String(there.MASTERS_DIR) },
    });
    const [before, after] = [await stateOf(studio), await stateOf(again)];
    expect({ ...after, masters: '' }).toEqual({ ...before, masters: '' });
    const masters = async (of: Studio) =>
      (await filesBelow(of.values.mastersDir)).filter(([name]) => /^..\/..\//.test(name));
    expect(await masters(again)).toEqual(await masters(studio));
    expect((await command(['feed', 'verify'], there)).status).toBe(0);
    expect(await command(['restore', join(folder, 'backups')], there)).toMatchObject({
      status: 1,
      error: { code: 'restore-occupied' },
    });
  }, 120_000);

  it('the next backup writes only what is new, and an earlier one is still to be had', async () => {
    const [first] = (await command(['backup', 'list', join(folder, 'backups')])).backups;
    await room.article({ titles: { vi: 'Bài mới' } });
    const second = await command(['backup', '--to', join(folder, 'backups')]);
    expect(second.status).toBe(0);
    const all = second.stores.reduce((sum: number, { files }: { files: number }) => sum + files, 0);
    expect(second.fresh.files).toBeLessThan(all);
    const rows = async (id: string) => {
      const { compared } = await command(['backup', 'drill', join(folder, 'backups'), '--backup', id]);
      return compared.find(({ table }: { table: string }) => table === 'articles').after.count;
    };
    expect([await rows(first.id), await rows(second.id)]).toEqual([2, 3]);
    expect(await command(['backup', 'drill', join(folder, 'backups'), '--backup', 'latest'])).toMatchObject({
      status: 1,
      error: { code: 'backup-missing' },
    });
  }, 120_000);

  it('a backup that is stopped anywhere leaves none in the list, and what it kept need not be kept again', async () => {
    const to = join(folder, 'stopped');
    const config = readConfig(kept, folder);
    let files = 0;
    for (let stopAt = 1; ; stopAt *= 4) {
      const stop = new AbortController();
      files = 0;
      const onFile = () => {
        files += 1;
        if (files === stopAt) stop.abort();
      };
      const done = await backUp({ config, to, secret, signal: stop.signal, onFile }).catch(() => null);
      if (done !== null) {
        expect(done.fresh.files).toBeLessThan(files);
        break;
      }
      expect(existsSync(join(to, 'backups'))).toBe(false);
      expect((await readdir(config.dataDir)).filter((name) => name.startsWith('backup'))).toEqual([]);
    }
    expect(files).toBeGreaterThan(5);
  }, 120_000);

  it('a restore that is stopped anywhere is not started, and goes on', async () => {
    const places = elsewhere('half');
    const { config } = options(places);
    for (const stopAt of [1, 4, 6]) {
      const stop = new AbortController();
      const onFile = (done: number) => {
        if (done === stopAt) stop.abort();
      };
      await expect(restoreAll({ ...options(places), signal: stop.signal, onFile })).rejects.toThrow();
      expect(() => checkRestored(config.dataDir)).toThrow('restore-unfinished');
    }
    const first = (await command(['backup', 'list', join(folder, 'backups')])).backups[0].id;
    await expect(restoreAll({ ...options(places), id: first })).rejects.toMatchObject({ code: 'restore-unfinished' });
    const { compared } = await restoreAll(options(places));
    expect(compared.filter(({ isSame }) => !isSame)).toEqual([]);
    expect(() => checkRestored(config.dataDir)).not.toThrow();
  }, 120_000);

  it('a drill tells of every object that was changed, and of rows that are not what was kept', async () => {
    const copy = join(folder, 'changed');
    await rm(copy, { recursive: true, force: true });
    await keepIn(copy);
    const drill = () => drillAll({ ...options(kept), from: copy });
    expect((await drill()).compared.every(({ isSame }) => isSame)).toBe(true);
    const objects = (await filesBelow(copy)).filter(([path]) => path.startsWith('objects/'));
    for (const [name, bytes] of objects.filter((_, index) => index % Math.ceil(objects.length / 4) === 0)) {
      const changed = Buffer.from(bytes);
      const at = bytes.length - 20;
      changed[at] = (changed[at] ?? 0) ^ 1;
      await writeFile(join(copy, name), changed);
      await expect(drill(), name).rejects.toMatchObject({ code: 'backup-damaged' });
      await writeFile(join(copy, name), bytes);
    }
    expect(await command(['backup', 'drill', copy], { BACKUP_KEY_FILE: join(folder, 'none') })).toMatchObject({
      error: { code: 'backup-key-missing' },
    });
    await writeFile(join(folder, 'other.key'), 'another passphrase, as long', { mode: 0o600 });
    expect(await command(['backup', 'drill', copy, '--key', join(folder, 'other.key')])).toMatchObject({
      error: { code: 'backup-key-wrong' },
    });
    await writeFile(join(folder, 'open.key'), 'another passphrase, as long', { mode: 0o644 });
    expect(await command(['backup', 'list', copy, '--key', join(folder, 'open.key')])).toMatchObject({
      error: { code: 'seal-key-open' },
    });
    await mkdir(join(folder, 'something'));
    await writeFile(join(folder, 'something/else'), '');
    expect(await command(['backup', '--to', join(folder, 'something')])).toMatchObject({
      error: { code: 'backup-occupied' },
    });
  }, 240_000);

  it('of two at the same time one is made, whole, and the other one is told to wait', async () => {
    const to = join(folder, 'at-once');
    const ended = await Promise.allSettled([keepIn(to), keepIn(to)]);
    const made = ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const refused = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect([made.length, refused]).toEqual([1, ['backup-running']]);
    expect(made[0]?.manifest.files.some(({ store }) => store === 'database')).toBe(true);
    expect((await drillAll({ ...options(kept), from: to })).compared.every(({ isSame }) => isSame)).toBe(true);
  }, 120_000);

  it('a master that is not what its name promises is kept as it is and told of', async () => {
    const [[path, bytes] = ['', Buffer.alloc(0)]] = await filesBelow(studio.values.mastersDir);
    const file = join(studio.values.mastersDir, path);
    await rm(file);
    await writeFile(file, Buffer.concat([bytes, Buffer.from('x')]));
    const told = await command(['backup', '--to', join(folder, 'backups')]);
    expect([told.status, told.damaged]).toEqual([1, [path.slice(-64)]]);
    await rm(file);
    await writeFile(file, bytes);
  });

  it('masters that are sealed are kept without a key, are no damaged ones, and are sealed where they are put back', async () => {
    await using keys = await newKeys();
    const config = readConfig(kept, folder);
    const store = await openMasterStore(config.mastersDir, keys.atRest);
    const [[name] = ['']] = (await filesBelow(config.mastersDir)).filter(([path]) => /^..\/..\//.test(path));
    expect(await store.reseal(name.slice(-64), 'mat')).toBe(true);
    await writeFile(sealedMarkIn(config.mastersDir), '');
    const to = join(folder, 'sealed');
    expect((await keepIn(to)).damaged).toEqual([]);
    const there = options(elsewhere('sealed-again'));
    await restoreAll({ ...there, from: to });
    expect(await headerIn(join(there.config.mastersDir, name))).toMatchObject({ level: 'mat' });
    expect(() => atRestOf(there.config)).toThrow('masters-sealed');
  }, 120_000);

  it('what is written meanwhile does not make a backup of two moments', async () => {
    let isWriting = true;
    const [topics, places] = [await rowsOf('topics'), await rowsOf('places')];
    const pairs = (async () => {
      for (let number = 0; isWriting && number < 400; number += 1) {
        for (const collection of ['topics', 'places'] as const)
          await studio.payload.create({
            ...{ collection, locale: 'vi' },
            data: { name: `Số ${number}`, slug: `so-${number}` } as never,
          });
      }
    })();
    const meanwhile = await command(['backup', '--to', join(folder, 'backups')]);
    isWriting = false;
    await pairs;
    expect(meanwhile.unsteady.length > 0).toBe(meanwhile.status === 1);
    const { compared, ...drilled } = await command(['backup', 'drill', join(folder, 'backups')]);
    expect(drilled).toMatchObject({ status: 0, id: meanwhile.id, different: 0 });
    const added = (name: string, before: number) =>
      compared.find(({ table }: { table: string }) => table === name).after.count - before;
    const ahead = added('topics', topics) - added('places', places);
    if (meanwhile.unsteady.length === 0) expect([0, 1]).toContain(ahead);
    if (database === 'sqlite') expect(meanwhile.unsteady).toEqual([]);
  }, 120_000);
});
