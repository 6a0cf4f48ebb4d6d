import { randomUUID } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLocalReq } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeClaim } from '#editorial/archive/claim.ts';
import { forgetClaims } from '#editorial/archive/claim-rows.ts';
import { hashOf, type Ingesting, startIngesting, told } from '../archive/support/ingesting.ts';
import { watch } from '../support/installation.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databasesInTurn } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { move } from './support/move.ts';
import { beginBatch, sendWhole } from './support/tus.ts';

describe.each(databasesInTurn)('the same bytes from several processes at once, on %s', (database) => {
  let house: Ingesting;
  let curator: Person;
  let batch: string;
  beforeAll(async () => {
    house = await startIngesting({ database });
    curator = await house.studio.person('curator');
    batch = await beginBatch(curator);
  });
  afterAll(() => house?.[Symbol.asyncDispose]());

  const pictures = (count: number) => Promise.all(Array.from({ length: count }, () => pictureBytes(64, 48)));
  const bring = async (bytes: Uint8Array<ArrayBuffer>) => {
    const body = pictureForm(bytes, { title: 'Bến' });
    return curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body });
  };
  const rows = async () =>
    (await house.studio.payload.db.find({ collection: 'claims', limit: 0, pagination: false })).docs;

  test('a folder by the command, the uploads and the form: each picture is one record, and whoever is later is told', async () => {
    const all = await pictures(40);
    const folder = join(house.studio.folder, 'both');
    await mkdir(folder);
    for (const [index, bytes] of all.entries()) await writeFile(join(folder, `${index + 100}.jpg`), bytes);
    const before = await house.count();
    const running = house.begin([folder, '--json']);
    await expect.poll(house.count, { timeout: 100_000, interval: 10 }).toBeGreaterThan(before);
    const made = new Map<string, number>();
    const make = (bytes: Uint8Array, is: boolean) =>
      made.set(hashOf(bytes), (made.get(hashOf(bytes)) ?? 0) + (is ? 1 : 0));
    const [sent, filled] = [all.values(), all.values()];
    const sending = async () => {
      for (const bytes of sent) {
        const [{ outcome }] = (await sendWhole(curator, batch, 'mine.jpg', bytes)).fates;
        expect(['attention', 'known']).toContain(outcome);
        make(bytes, outcome === 'attention');
      }
    };
    const filling = async () => {
      for (const bytes of filled) {
        const { status, body } = await bring(bytes);
        expect([status, body.code]).toEqual(status === 201 ? [201, undefined] : [409, 'image-exists']);
        make(bytes, status === 201);
      }
    };
    await Promise.all([sending(), sending(), filling()]);
    const answer = told(await running.ended);
    for (const { sha256, code } of answer.files) {
      expect([null, 'image-exists']).toContain(code);
      made.set(String(sha256), (made.get(String(sha256)) ?? 0) + (code === null ? 1 : 0));
    }
    for (const bytes of all) expect(await house.imagesOf(hashOf(bytes))).toHaveLength(1);
    expect([...made.values()]).toEqual(all.map(() => 1));
    expect(await rows()).toEqual([]);
  });

  test('two studios that start take each upload in once', async () => {
    const { studio } = house;
    const uploads = join(studio.values.mastersDir, 'uploads');
    const twice = await pictures(10);
    const ids = await Promise.all(
      [...twice, ...twice.toReversed()].map(async (bytes, index) => {
        const [id, metadata] = [randomUUID(), { owner: curator.id, batch, filename: `${index}.jpg` }];
        const record = { id, size: bytes.byteLength, creation_date: new Date().toISOString(), metadata };
        await writeFile(join(uploads, id), bytes);
        await writeFile(join(uploads, `${id}.json`), JSON.stringify(record));
        return id;
      }),
    );
    const where = { upload: { in: ids } };
    const fates = async () =>
      (await studio.payload.db.find({ collection: 'upload-fates', where, limit: 0, pagination: false })).docs;
    const other = watch('test/uploads/support/mover.ts', [JSON.stringify(studio.values)], process.env);
    await expect.poll(async () => (await fates()).length, { timeout: 100_000, interval: 10 }).toBeGreaterThan(0);
    await move(studio);
    expect(await other.ended).toMatchObject({ status: 0 });
    const outcomes = (await fates()).map((fate) => String((fate as { outcome?: unknown }).outcome)).sort();
    expect(outcomes).toEqual([...twice.map(() => 'attention'), ...twice.map(() => 'known')]);
    for (const bytes of twice) expect(await house.imagesOf(hashOf(bytes))).toHaveLength(1);
    expect(await readdir(uploads)).toEqual([]);
  });

  test('whoever holds bytes is waited for, and not any more once it is killed', async () => {
    const bytes = await pictureBytes();
    const { values } = house.studio;
    const holder = watch('test/uploads/support/claimer.ts', [JSON.stringify(values), hashOf(bytes)], process.env);
    await holder.until(/held/);
    const brought = bring(bytes);
    const meanwhile = await Promise.race([brought, sleep(700, 'waits')]);
    holder.child.kill('SIGKILL');
    await holder.ended;
    expect(meanwhile).toBe('waits');
    expect((await brought).status).toBe(201);
    expect(await rows()).toEqual([]);
  });

  /** As a process of another machine holds something. */
  const foreign = async (name: string) => {
    const holder = { token: 'theirs', pid: 1, host: 'another-machine', started: '1' };
    const data = { id: name, token: holder.token, holder, beat: 0, at: new Date().toISOString() };
    const { db } = house.studio.payload;
    await db.create({ collection: 'claims', customID: name, data, returning: false });
    const beat = (count: number) =>
      db.updateOne({ collection: 'claims', id: name, data: { beat: count }, returning: false });
    return beat;
  };
  const quick = { patience: 600, beat: 100, look: 20 };

  test('a holder on another machine keeps it as long as it is heard of', async () => {
    const name = 'heard-of';
    const beat = await foreign(name);
    const claimed = takeClaim(house.studio.payload, name, quick);
    for (let count = 1; count < 15; count += 1) {
      await beat(count);
      expect(await Promise.race([claimed, sleep(100, 'waits')])).toBe('waits');
    }
    await (await claimed).giveBack();
    expect(await rows()).toEqual([]);
  });

  test('whose claim was taken over makes no record, and does not take away what is another’s now', async () => {
    const { payload } = house.studio;
    const claim = await takeClaim(payload, 'taken-over');
    const where = { id: { equals: 'taken-over' } };
    await payload.db.updateOne({ collection: 'claims', where, data: { token: 'theirs' }, returning: false });
    await expect(claim.confirm(await createLocalReq({}, payload))).rejects.toThrow('taken over');
    await claim.giveBack();
    expect(await rows()).toMatchObject([{ id: 'taken-over', token: 'theirs' }]);
    await forgetClaims(payload, Date.now() + 23 * 60 * 60 * 1000);
    expect(await rows()).toHaveLength(1);
    await forgetClaims(payload, Date.now() + 25 * 60 * 60 * 1000);
    expect(await rows()).toEqual([]);
  });
});
