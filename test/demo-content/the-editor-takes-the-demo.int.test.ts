import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import { buildConfig, type CollectionSlug, getPayload, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { body } from '#collections/fields/body.ts';
import { title } from '#collections/fields/texts.ts';
import type { LinkKind } from '#demo/content/inline.ts';
import { loadContent } from '#demo/content/load-content.ts';
import { toLexical } from '#demo/content/to-lexical.ts';
import { lexicalToBlocks } from '#editorial/release/lexical-to-blocks.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';

const content = await loadContent();

const texts = [...content.articles, ...content.events].flatMap(({ key, words }) =>
  studioLocales.flatMap((locale) => (words[locale] ? [{ key, locale, body: words[locale].body }] : [])),
);

const documents: Record<LinkKind, [collection: string, keys: readonly { key: string }[]]> = {
  topic: ['topics', content.topics],
  place: ['places', content.places],
  agency: ['agencies', content.agencies],
  image: ['images', content.images],
  article: ['articles', content.articles],
  event: ['events', content.events],
};

/** A Payload that has nothing but titles and the studio's own body field: what it refuses, the field refuses. */
const startEditor = async (folder: string): Promise<Payload> => {
  const collections = Object.values(documents).map(([slug]) => ({ slug, fields: [title(), body()] }));
  const config = await buildConfig({
    collections,
    db: sqliteAdapter({ client: { url: `file:${join(folder, 'editor.db')}` }, idType: 'uuid' }),
    localization: { locales: [...studioLocales], defaultLocale: 'vi', fallback: false },
    secret: randomBytes(24).toString('hex'),
    telemetry: false,
    logger: { options: { level: 'silent' } },
  });
  return getPayload({ config, key: randomUUID() });
};

describe('the bodies of the demo in the editor of the studio', () => {
  let folder: string;
  let payload: Payload;
  const ids = new Map<string, string>();
  const resolve = (kind: LinkKind, key: string) => ids.get(`${kind}/${key}`) ?? '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benthanh-editor-'));
    payload = await startEditor(folder);
    for (const [kind, [collection, all]] of Object.entries(documents))
      for (const { key } of all) {
        const made = await payload.create({ collection: collection as CollectionSlug, data: { title: key } as never });
        ids.set(`${kind}/${key}`, String(made.id));
      }
  });
  afterAll(async () => {
    await payload?.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  /** Saves a body with every check that the field makes and gives back what the store kept. */
  const save = async (state: unknown, locale: StudioLocale): Promise<unknown> => {
    const data = { title: 'Title', body: state } as never;
    const made = await payload.create({ collection: 'articles', locale, depth: 0, data });
    return made.body;
  };

  it('pass every check and come back as the same blocks of the public record', async () => {
    for (const { key, locale, body: blocks } of texts) {
      const read = lexicalToBlocks(await save(toLexical(blocks, resolve), locale), ({ id }) => id);
      expect(read.unknown, `${key} ${locale}`).toEqual([]);
      expect(read.blocks, `${key} ${locale}`).toHaveLength(blocks.length);
    }
  });

  it('are refused when a link or a picture leads nowhere', async () => {
    const nowhere = () => randomUUID();
    await expect(save(toLexical(['[words](article:metro-line-1)'], nowhere), 'en')).rejects.toThrow();
    await expect(save(toLexical([{ image: 'metro', caption: 'A train' }], nowhere), 'en')).rejects.toThrow();
  });
});
