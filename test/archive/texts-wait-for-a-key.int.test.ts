import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CollectionSlug, Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealedAtRest } from '#editorial/at-rest/sealed-at-rest.ts';
import { lyingOf } from '#editorial/at-rest/texts/lying.ts';
import { sealTexts } from '#editorial/at-rest/texts/seal-texts.ts';
import { storedRowsOf } from '#editorial/at-rest/texts/stored-rows.ts';
import { storedTexts } from '#editorial/at-rest/texts/stored-walk.ts';
import { addGeneration, openKeyFolder } from '#sealing/key-folder.ts';
import { bodyOf } from '../support/lexical.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import { passphrase } from './support/keys.ts';

describe.each(databasesInTurn)('texts, and the keys of their levels, on %s', (database) => {
  let dir: string;
  let open: Studio;
  let studio: Studio;
  let secret: string;

  const write = async (payload: Payload, title: string) => {
    const data = { title, summary: title, body: bodyOf([title]) } as never;
    const made = await payload.create({ collection: 'articles', locale: 'vi', draft: true, depth: 0, data });
    return { id: String(made.id), marking: String(made.marking) };
  };
  const mark = ({ db }: Payload, id: string, level: string) =>
    db.updateOne({ collection: 'markings', id, data: { level }, returning: false });

  /** How everything lies: of which documents something lies open, and under which levels a collection lies. */
  const lying = async (of: CollectionSlug) => {
    const rows = storedRowsOf(studio.payload.db);
    if (!rows) throw new Error('nothing is sealed');
    const openOf = new Set<string>();
    const levels = new Set<string>();
    for await (const { collection, of: id, texts } of storedTexts(studio.payload, rows)) {
      const { isOpen, keys } = await lyingOf(collection, texts);
      if (isOpen) openOf.add(`${collection}/${id}`);
      if (collection === of) for (const { level } of keys) levels.add(level);
    }
    return { openOf: [...openOf], levels: [...levels] };
  };

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'benthanh-keys-'));
    await addGeneration(dir, 'restricted', passphrase);
    const keys = openKeyFolder(dir, passphrase);
    open = await startStudio({ database, values: { profile: 'isolated' } });
    studio = open;
    const first = await write(open.payload, 'Phà');
    const second = await write(open.payload, 'Chợ');
    // Whichever is walked through first is the one that waits
    const marked = first.id < second.id ? first : second;
    secret = marked.id;
    await mark(open.payload, marked.marking, 'toi_mat');
    const { databaseUrl } = open.values;
    const sealing = { atRest: sealedAtRest(async () => keys), textsAtRest: async () => keys };
    studio = await startStudio({
      database,
      values: { databaseUrl, archiveDir: undefined, profile: 'isolated', ...sealing },
    });
  }, 120_000);
  afterAll(async () => {
    if (studio !== open) await studio?.close();
    await open?.close();
    await rm(dir, { recursive: true, force: true });
  });

  it('R56: one level without a key keeps what lies under others from nothing, and says at the end that it waits', async () => {
    await expect(sealTexts(studio.payload)).rejects.toMatchObject({
      code: 'seal-key-missing',
      values: { level: 'toi_mat' },
    });
    const { openOf } = await lying('articles');
    expect(openOf.filter((one) => !one.endsWith(secret) && !one.startsWith('markings/'))).toEqual([]);
    expect(openOf).toContain(`articles/${secret}`);
    await addGeneration(dir, 'toi_mat', passphrase);
    await sealTexts(studio.payload);
    expect(await lying('articles')).toEqual({ openOf: [], levels: expect.arrayContaining(['restricted', 'toi_mat']) });
  });

  it('R56: what is kept of a document that was deleted stays under the key that it had', async () => {
    const found = { subjectType: 'articles', subjectId: secret, state: 'waiting', foundAt: new Date().toISOString() };
    const data = { ...found, reason: 'Vì sao' };
    const made = await studio.payload.db.create({ collection: 'secrecy-cases', data });
    expect((await lying('secrecy-cases')).levels).toEqual(['toi_mat']);
    await studio.payload.delete({ collection: 'articles', id: secret });
    await sealTexts(studio.payload);
    expect((await lying('secrecy-cases')).levels).toEqual(['toi_mat']);
    const changed = { collection: 'secrecy-cases', id: String(made.id), data: { reason: 'Vì thế' } } as const;
    await studio.payload.db.updateOne({ ...changed, returning: false });
    expect((await lying('secrecy-cases')).levels).toEqual(['toi_mat']);
  });
});
