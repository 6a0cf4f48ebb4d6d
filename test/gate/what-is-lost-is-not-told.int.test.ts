import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storedRowsOf } from '#editorial/at-rest/texts/stored-rows.ts';
import { type Keys, newKeys } from '../archive/support/keys.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import { type Gatehouse, openGatehouse } from './support/gatehouse.ts';
import { bodyOf, paragraph, words } from './support/lexical.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';

type Stored = Record<string, unknown> & { readonly id: string };

describe.each(databases)('texts that cannot be opened any more are not told to the public, on %s', (database) => {
  let keys: Keys;
  let studio: Studio;
  let room: Newsroom;
  let house: Gatehouse;
  beforeAll(async () => {
    keys = await newKeys();
    const sealing = { atRest: keys.atRest, textsAtRest: async () => keys.keys };
    studio = await startStudio({ database, values: { archiveDir: undefined, ...sealing } });
    room = await openNewsroom(studio);
    house = await openGatehouse(studio);
  }, 120_000);
  afterAll(async () => {
    await studio?.close();
    await keys?.[Symbol.asyncDispose]();
  });

  /** An article as it lies in the database, changed by a strange hand. */
  const change = async (id: string, by: (stored: Stored) => Record<string, unknown>) => {
    const rows = storedRowsOf(studio.payload.db);
    const stored = await rows?.findOne<Stored>({ collection: 'articles', where: { id: { equals: id } } });
    if (!rows || !stored) throw new Error('there is nothing to change');
    await rows.updateOne({ collection: 'articles', id, data: { ...stored, ...by(stored) }, returning: false });
    await room.hint('articles', id);
    await house.pass();
    return stored;
  };
  const told = async (slug: string) => (await house.live()).get(`article/vi/${slug}`)?.editions.vi?.at(-1);
  const moved = ({ vi }: { vi: string }) => ({ vi: `${vi.slice(0, -6)}AAAAAA` });

  it.each(['title', 'body'])('%s', async (field) => {
    const slug = `pha-${field}`;
    const id = await room.article({ titles: { vi: slug }, body: { vi: bodyOf(paragraph(words('Qua sông'))) } });
    await house.pass();
    const before = await told(slug);
    expect(before).toMatchObject({ title: slug });
    const stored = await change(id, (one) => ({ [field]: moved(one[field] as { vi: string }) }));
    expect(await told(slug)).toEqual(before);
    expect(house.log.join('')).toContain('text-lost');
    await change(id, () => ({ [field]: stored[field] }));
    expect(await told(slug)).toEqual(before);
    const other = await room.article({ titles: { vi: `moi-${field}` } });
    await change(other, (one) => ({ [field]: moved(one[field] as { vi: string }) }));
    expect(await told(`moi-${field}`)).toBeUndefined();
  });
});
