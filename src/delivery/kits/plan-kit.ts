import { createHash } from 'node:crypto';
import { type PublicLocale, publicLocales } from '#languages/locales.ts';
import { isForPress } from '#media/rights/usage.ts';
import type { AlbumEdition, AlbumRecord, ImageRecord } from '#record/records.ts';
import type { ZipEntry } from '#zip/headers.ts';
import { layoutOf, type ZipLayout } from '#zip/layout.ts';
import { chainFrom, inForce, serve } from '../projection/in-force.ts';
import { recordReader } from '../projection/render-dirty.ts';
import type { Store } from '../projection/store.ts';
import { updatedAt } from '../views/base.ts';
import { documentHref } from '../views/hrefs.ts';
import { captionsOf, captionTableOf, type KitPicture, licenceOf, pressTextOf } from './kit-texts.ts';
import type { KitWords } from './kit-words.ts';

/** A file of a kit: a text of ours, or the file of a picture by its name in the node’s store. */
export type KitEntry = ZipEntry & { readonly content: Buffer | { readonly sha: string } };

/** The ZIP of a press kit as it is at this moment, without a byte of its pictures. */
export interface KitPlan {
  readonly entries: readonly KitEntry[];
  readonly layout: ZipLayout;
  /** Strong: equal tags stand for equal bytes. */
  readonly etag: string;
  /** Slugs under which it can be asked for, in any language. */
  readonly slugs: readonly string[];
}

/** What plans are made from. */
export interface KitSource {
  readonly store: Store;
  readonly publicUrl: string;
  readonly fallback: readonly PublicLocale[];
  readonly words: ReadonlyMap<PublicLocale, KitWords>;
}

/** Most pictures in one ZIP. */
export const mostPictures = 1000;

interface Offered {
  readonly record: ImageRecord;
  readonly file: string;
  readonly blob: string;
  readonly bytes: number;
  readonly modified: string;
}

type Edition = readonly [locale: PublicLocale, edition: AlbumEdition];

const editionsOf = (record: AlbumRecord, now: string): Edition[] =>
  publicLocales.flatMap((locale): Edition[] => {
    const edition = inForce(record.editions[locale] ?? [], now);
    return edition?.press ? [[locale, edition]] : [];
  });

/** A picture that the press may keep, with its largest JPEG; null: it cannot be seen, or its rights offer no copy to the press. */
const offer = (
  record: ImageRecord,
  fallback: readonly PublicLocale[],
  now: string,
): (Omit<Offered, 'file'> & { slug: string }) | null => {
  const served = serve(record, [...new Set([...fallback, ...publicLocales])], now);
  if (!served?.edition.download || !isForPress(served.edition.uses)) return null;
  const jpegs = served.edition.sources.filter(({ type }) => type === 'image/jpeg');
  const largest = jpegs.toSorted((one, other) => other.width - one.width)[0];
  if (!largest) return null;
  const { blob, bytes } = largest;
  return { record, blob, bytes, modified: updatedAt(served.edition), slug: served.edition.slug };
};

const offeredIn = ({ store, fallback }: KitSource, album: AlbumRecord, now: string): Offered[] => {
  const read = recordReader(store);
  const found: (Omit<Offered, 'file'> & { slug: string })[] = [];
  for (const id of album.members) {
    const record = read(id);
    const one = record?.type === 'image' ? offer(record, fallback, now) : null;
    if (one) found.push(one);
    if (found.length === mostPictures) break;
  }
  const digits = Math.max(3, String(found.length).length);
  return found.map(({ slug, ...one }, index) => ({
    ...one,
    file: `pictures/${String(index + 1).padStart(digits, '0')}-${slug}.jpg`,
  }));
};

/** The pictures with the words that readers of a language get: of each its own, or those of the next language that it has. */
const worded = (source: KitSource, offered: readonly Offered[], locale: PublicLocale, now: string): KitPicture[] =>
  offered.flatMap(({ record, file }): KitPicture[] => {
    const served = serve(record, chainFrom(locale, source.fallback), now);
    if (!served) return [];
    const href = documentHref(source.publicUrl, served.locale, 'image', served.edition.slug);
    return [{ file, edition: served.edition, locale: served.locale, href }];
  });

const textsOf = (
  source: KitSource,
  offered: readonly Offered[],
  [locale, edition]: Edition,
  now: string,
): KitEntry[] => {
  const words = source.words.get(locale);
  if (!words) return [];
  const pictures = worded(source, offered, locale, now);
  const latest = [updatedAt(edition), ...offered.map(({ modified }) => modified)].sort().at(-1) ?? now;
  const file = (name: string, content: Buffer): KitEntry => ({
    ...{ name, content, size: content.length, modified: new Date(latest) },
  });
  return [
    file(`press-kit-${locale}.txt`, pressTextOf(edition, words)),
    file(`captions-${locale}.txt`, captionsOf(pictures, words)),
    file(`captions-${locale}.csv`, captionTableOf(pictures, words)),
    file(`licence-${locale}.txt`, licenceOf(pictures, words)),
  ];
};

/** Raised when the same entries would make other bytes. */
const writerVersion = 1;

const etagOf = (entries: readonly KitEntry[]): string => {
  const hash = createHash('sha256').update(`press-kit ${writerVersion}\n`);
  for (const { name, size, modified, content } of entries) {
    const sha = Buffer.isBuffer(content) ? createHash('sha256').update(content).digest('hex') : content.sha;
    hash.update(`${name}\n${size}\n${modified.toISOString()}\n${sha}\n`);
  }
  return `"${hash.digest('hex').slice(0, 32)}"`;
};

/**
 * What the ZIP of a press kit holds: texts in every language that the kit has, then the pictures in order, each as large as its
 * rights let the public have it.
 * @param now instant
 * @returns null: there is no such kit, or not at this moment
 */
export const planKit = (source: KitSource, id: string, now: string): KitPlan | null => {
  const record = recordReader(source.store)(id);
  const editions = record?.type === 'album' ? editionsOf(record, now) : [];
  if (record?.type !== 'album' || editions.length === 0) return null;
  const offered = offeredIn(source, record, now);
  const entries: KitEntry[] = [
    ...editions.flatMap((edition) => textsOf(source, offered, edition, now)),
    ...offered.map(({ file, blob, bytes, modified }) => ({
      ...{ name: file, size: bytes, modified: new Date(modified), content: { sha: blob } },
    })),
  ];
  const slugs = [...new Set(editions.map(([, { slug }]) => slug))];
  return { entries, layout: layoutOf(entries), etag: etagOf(entries), slugs };
};
