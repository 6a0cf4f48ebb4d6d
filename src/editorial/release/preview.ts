import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type PublicLocale, type StudioLocale, toPublicLocale } from '#languages/locales.ts';
import { blockWords } from '#record/block-words.ts';
import type { Picture } from '#record/picture.ts';
import { renderHtml } from '#record/render-html.ts';
import { resolveBlocks } from '#record/resolve-blocks.ts';
import type { ToTraditional } from '#translation/script/to-traditional.ts';
import { buildRecord, type Fault, referencesOf } from './build-record.ts';
import { idOf } from './lexical-node.ts';
import { lexicalToBlocks } from './lexical-to-blocks.ts';
import { previewPicture } from './preview-picture.ts';
import type { PreviewSource } from './preview-source.ts';
import { type DocumentRef, keyOf, type ReleasedCollection } from './released-collections.ts';
import { localText, localUnknown, relation } from './stored-kinds.ts';

/** A document in one language as the public would get it, from the same code that builds the public record. */
export interface Preview {
  readonly title: string;
  readonly summary: string;
  /** The body as HTML; addresses lead into the studio. */
  readonly html: string;
  readonly cover: Picture | null;
  /** What would keep this language from being released. */
  readonly faults: readonly Fault[];
}

const previewed = z.object({
  title: localText,
  name: localText,
  summary: localText,
  body: localUnknown,
  cover: relation,
});

/**
 * @param document the draft, localised fields as objects by language, relations as ids (depth 0)
 * @param traditional writes Chinese in Traditional characters, as the gate does; null: as it is written
 */
export async function previewOf(
  collection: ReleasedCollection,
  document: unknown,
  locale: StudioLocale,
  source: PreviewSource,
  traditional: ToTraditional | null = null,
): Promise<Preview> {
  const refs = referencesOf(collection, document, [locale]);
  const found = await readAll(refs, source);
  const names = new Map([...found.keys()].map((key) => [key, previewId(key)]));
  const resolve = (ref: DocumentRef) => names.get(keyOf(ref)) ?? null;
  const { title, name, summary, body, cover } = previewed.parse(document);

  const byId = new Map(refs.map((ref) => [previewId(keyOf(ref)), ref] as const));
  const picture = (id: string) => {
    const ref = byId.get(id);
    const shown = ref ? previewPicture(id, ref.id, found.get(keyOf(ref)), locale, source) : null;
    return shown && traditional ? inTraditional(shown, traditional) : shown;
  };
  const link = (_type: string, id: string) => {
    const ref = byId.get(id);
    return ref ? source.documentHref(ref) : null;
  };
  const written = lexicalToBlocks(body[locale], resolve).blocks;
  const blocks = resolveBlocks(traditional ? blockWords(written, traditional) : written, { link, picture });
  const say = (words: string): string => (traditional ? traditional.text(words) : words);
  const { faults } = buildRecord(collection, document, { locales: [locale], resolve, traditional: null });
  const coverId = idOf(cover);
  return {
    title: say(title[locale] ?? name[locale] ?? ''),
    summary: say(summary[locale] ?? ''),
    html: renderHtml(blocks, traditional ? converted : toPublicLocale(locale)),
    cover: coverId === null ? null : picture(previewId(keyOf({ collection: 'images', id: coverId }))),
    faults: collection === 'images' ? [] : faults,
  };
}

const converted: PublicLocale = 'zh-Hant';

/** A picture whose words are Chinese, with them in Traditional characters. */
const inTraditional = (picture: Picture, traditional: ToTraditional): Picture =>
  picture.language === 'zh-Hans' ? { ...picture, language: converted, alt: traditional.text(picture.alt) } : picture;

async function readAll(refs: readonly DocumentRef[], source: PreviewSource): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const [collection, group] of Map.groupBy(refs, (ref) => ref.collection)) {
    const documents = await source.read(collection, [...new Set(group.map(({ id }) => id))]);
    for (const [id, document] of documents) found.set(keyOf({ collection, id }), document);
  }
  return found;
}

/** A stand-in for a public id, which only the gate gives: it has the shape of one and leaves the studio never. */
const previewId = (key: string) => createHash('sha256').update(key).digest('base64url').slice(0, 22);
