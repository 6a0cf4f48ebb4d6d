import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Payload, SanitizedConfig } from 'payload';
import { beforeAll, describe, expect, it } from 'vitest';
import { extractSegments } from '#translation/segments/extract.ts';
import type { FieldShape } from '#translation/segments/shape.ts';
import { buildStudioConfig } from '../studio-config.ts';
import { usualUploadBounds } from '../uploads/room.ts';
import { shapeOf } from './shape-of.ts';
import { type TranslatedCollection, translatedCollections } from './translated-collections.ts';

const values = {
  databaseUrl: `file:${join(tmpdir(), 'benthanh-shapes.db')}`,
  secret: 'none',
  mastersDir: tmpdir(),
  studioUrl: 'http://localhost:3000',
  publicUrl: 'http://localhost:4000',
  baseDir: process.cwd(),
  profile: 'connected',
  selfPublish: false,
  compartments: [],
  logLevel: 'warn',
  ...usualUploadBounds,
} as const;

describe('what of the city’s documents can be translated', () => {
  let config: SanitizedConfig;
  let payload: Payload;
  beforeAll(async () => {
    config = await buildStudioConfig(values);
    const collections = Object.fromEntries(config.collections.map((one) => [one.slug, { config: one }]));
    payload = { collections } as unknown as Payload;
  });

  const names = (slug: TranslatedCollection) => shapeOf(payload, slug).map(({ name }) => name);

  it('is every text that each language has for itself, and no address and nothing of the machinery', () => {
    expect(Object.fromEntries(translatedCollections.map((slug) => [slug, names(slug)]))).toEqual({
      articles: ['title', 'summary', 'body'],
      events: ['title', 'summary', 'body'],
      images: ['title', 'alt', 'caption', 'headline', 'extendedDescription', 'event', 'usageTerms'],
      albums: ['title', 'description', 'pressText'],
      places: ['name', 'summary', 'address'],
      topics: ['name', 'summary'],
      agencies: ['name', 'summary'],
      rights: ['name', 'terms'],
    });
  });

  it('misses no collection that has words in each language', () => {
    const isWorded = (fields: readonly object[]): boolean =>
      fields.some(
        (field) =>
          ('localized' in field &&
            field.localized === true &&
            'type' in field &&
            /^text|^richText/.test(String(field.type))) ||
          ('fields' in field && Array.isArray(field.fields) && isWorded(field.fields)),
      );
    const worded = config.collections.filter(({ fields }) => isWorded(fields)).map(({ slug }) => slug);
    expect(worded.sort()).toEqual([...translatedCollections].sort());
  });

  it('knows the boxes of a text: captions and fact boxes, with their text', () => {
    const body = shapeOf(payload, 'articles').find(({ name }) => name === 'body') as Extract<
      FieldShape,
      { kind: 'rich' }
    >;
    expect([...body.blocks.keys()]).toEqual(['picture', 'facts']);
    expect(body.blocks.get('facts')?.map(({ name, kind }) => [name, kind])).toEqual([
      ['title', 'text'],
      ['content', 'rich'],
    ]);
    expect(body.blocks.get('picture')?.map(({ name }) => name)).toEqual(['caption']);
  });

  it('reads a document in one language of all', () => {
    const document = { title: { vi: 'Chợ', fr: 'Marché' }, slug: { vi: 'cho' }, summary: { vi: 'Chợ đêm.' } };
    const read = extractSegments(document, shapeOf(payload, 'articles'), 'vi');
    expect(read.map(({ path, role, limit }) => [path, role, limit])).toEqual([
      ['title', 'title', 300],
      ['summary', 'summary', 1000],
    ]);
  });
});
