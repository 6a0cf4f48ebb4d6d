import type { CollectionSlug } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exactFields, sealedFields } from '#editorial/at-rest/texts/sealed-fields.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import { openSearch } from './support/disguises.ts';
import { showsMark } from './support/hidden-picture.ts';
import { type HiddenWorld, hide } from './support/hidden-world.ts';

/** Sealed fields in which no word of the hidden world stands, and why. */
const wordless: Readonly<Record<string, string>> = {
  'images.takenOn': 'a date, ten characters',
  'images.digitised': 'a date, ten characters',
  'translations.vouched': 'fingerprints of texts, none of them a word',
};

/** Values at a path, through lists; a value by language is one value. */
const valuesAt = (value: unknown, [name, ...rest]: readonly string[]): unknown[] => {
  if (name === undefined) return [value];
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, [name, ...rest]));
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  if (name in record) return valuesAt(record[name], rest);
  // A list that each language has for itself
  return Object.values(record).flatMap((one) => (Array.isArray(one) ? valuesAt(one, [name, ...rest]) : []));
};

describe.each(exhaustiveDatabases)('the hidden world, on %s', (database) => {
  let studio: Studio;
  let world: HiddenWorld;
  beforeAll(async () => {
    studio = await startStudio({ database });
    world = await hide(studio);
  }, 120_000);
  afterAll(() => studio?.close());

  it('has a word in every field of every collection that is sealed, but for a few that have no room for one', async () => {
    const search = openSearch([...world.words.values()]);
    const without: string[] = [];
    for (const slug of Object.keys(sealedFields)) {
      const all = { collection: slug as CollectionSlug, limit: 0, pagination: false, locale: 'all' } as const;
      const { docs } = await studio.payload.db.find({ ...all, where: {} });
      for (const path of [...Object.keys(sealedFields[slug] ?? {}), ...(exactFields[slug] ?? [])])
        if (search(JSON.stringify(docs.flatMap((doc) => valuesAt(doc, path.split('.'))))).length === 0)
          without.push(`${slug}.${path}`);
    }
    expect(without.toSorted()).toEqual(Object.keys(wordless).toSorted());
  });

  it('has a mark in the pixels of its picture that is known again in whatever is made of it', async () => {
    const [id] = world.ids.images;
    const small = await fetch(`${studio.url}/api/images/${id}/file?width=320`, {
      headers: { authorization: `JWT ${world.keeper.token}` },
    });
    expect(small.status).toBe(200);
    const bytes = new Uint8Array(await small.arrayBuffer());
    expect(await showsMark(bytes, world.words.get('mark') ?? '')).toBe(true);
    expect(await showsMark(bytes, 'another')).toBe(false);
  });
});
