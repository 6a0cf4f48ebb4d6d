import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import { type Gatehouse, openGatehouse } from './support/gatehouse.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';

const canary = 'CANARY51f0aa';
const hiddenLevels = ['internal', 'restricted', 'unreviewed', 'mat', 'toi_mat', 'tuyet_mat'];

describe.each(databases)('the feed keeps quiet, on %s', (database) => {
  let studio: Studio;
  let room: Newsroom;
  let house: Gatehouse;
  let shown: string;
  const hidden: string[] = [];
  beforeAll(async () => {
    studio = await startStudio({ database });
    room = await openNewsroom(studio);
    house = await openGatehouse(studio);
    shown = await room.article({ titles: { vi: 'Pho' } });
    for (const level of hiddenLevels) {
      hidden.push(await room.article({ titles: { vi: `${canary} ${level}` }, level }));
      await room.image(`${canary} picture ${level}`, { level });
    }
    await house.pass();
  });
  afterAll(() => studio?.close());

  /** Every file of the feed with its size; the checkpoint’s own time, and the lock of its writer, are all that moves by itself. */
  const files = async (): Promise<string[]> => {
    const entries = await readdir(house.feedDir, { recursive: true, withFileTypes: true });
    const found = entries
      .filter((entry) => entry.isFile() && !/lock/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    return (await Promise.all(found.map(async (file) => `${file} ${(await stat(file)).size}`))).sort();
  };
  const newest = async (): Promise<string> => {
    const folder = join(house.feedDir, 'segments');
    const file = (await readdir(folder)).sort().at(-1) ?? '';
    const { payload } = JSON.parse(await readFile(join(folder, file), 'utf8'));
    return Buffer.from(payload, 'base64').toString('utf8');
  };

  it('R62: nothing of it moves when what is hidden is made, written, marked, hinted at and deleted', async () => {
    const before = [await files(), await house.history()];
    await using gate = await house.open();
    for (const id of hidden) {
      await room.write('articles', id, { title: { vi: `${canary} again`, en: canary } });
      await room.hint('articles', id);
      await gate.settle();
    }
    await room.mark('articles', String(hidden[0]), 'restricted');
    await room.hint('articles', String(hidden[0]));
    const more = await room.article({ titles: { vi: `${canary} new` }, level: 'restricted' });
    await room.hint('articles', more);
    await room.remove('articles', more);
    await room.hint('articles', more);
    await gate.settle();
    expect([await files(), await house.history()]).toEqual(before);
    expect((await house.bytes()).includes(canary)).toBe(false);
  });

  it('R64: forty years later nothing is open that is not today', async () => {
    const before = [...(await house.live()).keys()];
    expect(before).toEqual(['article/vi/pho']);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 40 * 366 * 24 * 60 * 60 * 1000 });
    try {
      await house.pass();
    } finally {
      vi.useRealTimers();
    }
    expect([...(await house.live()).keys()]).toEqual(before);
    for (const level of hiddenLevels) {
      const { docs } = await studio.payload.db.find({ collection: 'markings', where: { level: { equals: level } } });
      expect(docs.length, level).toBeGreaterThan(0);
    }
  });

  it('R60: the note that something is gone says its random name and its kind, and nothing else', async () => {
    const record = (await house.live()).get('article/vi/pho');
    await room.mark('articles', shown, 'restricted');
    await house.pass();
    const { entries } = JSON.parse(await newest());
    expect(entries).toHaveLength(1);
    const { change } = entries[0];
    expect(change).toEqual({ op: 'withdraw', type: 'article', id: record?.id });
    expect(change.id).not.toBe(shown);
    expect(await newest()).not.toMatch(/pho|restricted/i);
  });
});
