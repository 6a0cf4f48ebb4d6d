import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pruneOutbox } from '#editorial/outbox/prune-outbox.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';

describe.each(databases)('every write leaves a hint, on %s', (database) => {
  let studio: Studio;
  let room: Newsroom;
  beforeAll(async () => {
    studio = await startStudio({ database });
    room = await openNewsroom(studio);
  }, 120_000);
  afterAll(() => studio?.close());
  beforeEach(async () => {
    await studio.payload.db.deleteMany({ collection: 'outbox', where: {} });
  });

  const rows = async () => {
    const { docs } = await studio.payload.db.find<Record<string, unknown> & { id: string }>({
      collection: 'outbox',
      pagination: false,
    });
    return docs;
  };
  const hinted = async () => new Set((await rows()).map(({ collection, documentId }) => `${collection}/${documentId}`));

  it('R41: naming the document and nothing else', async () => {
    const id = await room.topic('Rivers');
    await studio.payload.update({
      collection: 'topics',
      id,
      locale: 'vi',
      data: { name: 'Canals' },
      overrideAccess: true,
    });
    expect(await hinted()).toEqual(new Set([`topics/${id}`]));
    for (const row of await rows()) {
      const kept = Object.keys(row).filter((name) => row[name] !== undefined && name !== 'createdAt');
      expect(kept.sort()).toEqual(['at', 'collection', 'documentId', 'id']);
    }
  });

  it('for a marking, naming the document that is marked', async () => {
    const id = await room.article({ titles: { vi: 'Marked' } });
    const { marking } = await room.read('articles', id);
    const data = { level: 'restricted', seal: 'restricted|' };
    await studio.payload.update({ collection: 'markings', id: String(marking), data, overrideAccess: true });
    expect(await hinted()).toEqual(new Set([`articles/${id}`]));
  });

  it('when something is deleted', async () => {
    const id = await room.topic('Doomed');
    await studio.payload.delete({ collection: 'topics', id, overrideAccess: true });
    expect(await hinted()).toEqual(new Set([`topics/${id}`]));
  });

  it('that is gone with the write when the transaction is rolled back, or stands before it', async () => {
    const { payload } = studio;
    const id = await room.topic('Undecided');
    const transactionID = await payload.db.beginTransaction();
    await payload.update({
      collection: 'topics',
      id,
      locale: 'vi',
      data: { name: 'Never' },
      overrideAccess: true,
      ...(transactionID && { req: { transactionID } }),
    });
    if (transactionID) await payload.db.rollbackTransaction(transactionID);
    if (database === 'sqlite') expect(await rows()).toEqual([]);
    else expect(await hinted()).toEqual(new Set([`topics/${id}`]));
  });

  it('until it is a day old', async () => {
    const now = new Date();
    await room.hint('topics', 'young', new Date(now.getTime() - 60_000));
    await room.hint('topics', 'old', new Date(now.getTime() - 25 * 60 * 60 * 1000));
    await pruneOutbox(studio.payload, now);
    expect(await hinted()).toEqual(new Set(['topics/young']));
  });

  it('which the studio sees to by itself', async () => {
    await room.hint('topics', 'old', new Date(Date.now() - 25 * 60 * 60 * 1000));
    await studio.payload.config.onInit?.(studio.payload);
    while ((await rows()).length > 0) await sleep(10);
  });
});
