import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import { type Keys, newKeys } from './support/keys.ts';

type Consent = Record<string, unknown> & { readonly id: string };

describe.each(databases)('a row is sealed for itself, on %s', (database) => {
  let keys: Keys;
  let studio: Studio;
  beforeAll(async () => {
    keys = await newKeys();
    const sealing = { atRest: keys.atRest, textsAtRest: async () => keys.keys };
    studio = await startStudio({ database, values: { archiveDir: undefined, ...sealing } });
  }, 120_000);
  afterAll(async () => {
    await studio?.close();
    await keys?.[Symbol.asyncDispose]();
  });

  const collection = 'consents';
  /** Three that fit alike, from the oldest to the newest. */
  const three = async (validUntil: string) => {
    const { db } = studio.payload;
    for (const person of ['Một', 'Hai', 'Ba'])
      await db.create({ collection, data: { person, kind: 'adult', document: '1', note: person, validUntil } });
    return { validUntil: { equals: validUntil } };
  };
  const notes = async (where: object) => {
    const { docs } = await studio.payload.db.find<Consent>({ collection, where: where as never, sort: 'createdAt' });
    return docs.map(({ note }) => note);
  };

  it('where one is changed by what several fit', async () => {
    const where = await three('2031-01-01T00:00:00.000Z');
    const changed = await studio.payload.db.updateOne({ collection, where, data: { note: 'mới' } });
    expect(changed).toMatchObject({ note: 'mới' });
    expect((await notes(where)).toSorted()).toEqual(
      ['Ba', 'Hai', 'Một', 'mới']
        .filter((note) => note !== (changed as { person?: unknown } | null)?.person)
        .toSorted(),
    );
  });

  it('where so many are changed as are wanted, in the order that is wanted', async () => {
    const where = await three('2032-01-01T00:00:00.000Z');
    const change = { collection, where, data: { note: 'mới' }, sort: 'createdAt', limit: 2 } as const;
    expect(await studio.payload.db.updateMany(change)).toHaveLength(2);
    expect(await notes(where)).toEqual(['mới', 'mới', 'Ba']);
    expect(await studio.payload.db.updateMany({ ...change, limit: 0, returning: false })).toBeNull();
    expect(await notes(where)).toEqual(['mới', 'mới', 'mới']);
  });
});
