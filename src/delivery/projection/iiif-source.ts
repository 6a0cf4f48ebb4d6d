import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isWrittenLocale, publicLocales } from '#languages/locales.ts';
import { viewerWords } from '#locales/viewer-words.ts';
import type { Offered } from '#media/iiif/plan.ts';
import type { LangText } from '#media/metadata/lang-text.ts';
import { publicLimit } from '#media/rights/public-limit.ts';
import { noticeOfHolder, type RightsWords } from '#media/rights/rights-words.ts';
import type { Usage } from '#media/rights/usage.ts';
import { termsWithUsage } from '#media/rights/usage-text.ts';
import { imageUse } from '#record/common.ts';
import type { ImageEdition, PublicRecord } from '#record/records.ts';
import { usageIn } from '../views/usage.ts';
import { inForce } from './in-force.ts';
import type { Store } from './store.ts';

const langText = z.record(z.string(), z.string());

const kept = z.strictObject({
  blob: z.string(),
  pyramid: z.boolean(),
  width: z.int(),
  height: z.int(),
  words: z.strictObject({
    credit: z.string(),
    creator: z.string(),
    rights: z.string(),
    title: langText,
    alt: langText,
    date: z.string().optional(),
    notice: z.string().optional(),
    usageTerms: langText.optional(),
    webStatement: z.string().optional(),
  }),
  maxSide: z.int().optional(),
  uses: z.array(imageUse).optional(),
  territories: z.array(z.string()).optional(),
});
type Kept = z.infer<typeof kept>;

/** What viewers get of a picture that can be seen now: which file to cut, how large it is offered, what goes into each cut. */
export interface IiifSource extends Offered {
  readonly id: string;
  /** Changes with everything that decides how a cut comes out. */
  readonly version: string;
  /** Instant of the last change. */
  readonly modified: string;
  readonly blob: string;
  /** Whether the file is an access copy; otherwise it is the largest rendition. */
  readonly pyramid: boolean;
  readonly words: RightsWords & Pick<Kept['words'], 'title' | 'alt'>;
  readonly usage: Usage;
}

type Edition = readonly [locale: string, edition: ImageEdition];

const byLocale = (editions: readonly Edition[], field: 'title' | 'alt' | 'terms'): Record<string, string> =>
  Object.fromEntries(editions.flatMap(([locale, { [field]: text }]) => (text === undefined ? [] : [[locale, text]])));

/** The access copy, else the largest rendition: JPEG where there is one, which is the faster to open. */
const fileOf = ({ accessCopy, sources }: ImageEdition): Pick<Kept, 'blob' | 'pyramid' | 'width' | 'height'> | null => {
  if (accessCopy) {
    const { blob, width, height } = accessCopy;
    return { blob, width, height, pyramid: true };
  }
  const rank = ({ type, width }: ImageEdition['sources'][number]) => 2 * width + Number(type === 'image/jpeg');
  const largest = sources.toSorted((a, b) => rank(b) - rank(a))[0];
  return largest ? { blob: largest.blob, width: largest.width, height: largest.height, pyramid: false } : null;
};

const keptOf = (record: PublicRecord, now: string): Kept | null => {
  if (record.type !== 'image') return null;
  const editions = publicLocales.flatMap((locale): Edition[] => {
    const edition = inForce(record.editions[locale] ?? [], now);
    return edition ? [[locale, edition]] : [];
  });
  const [, edition] = editions[0] ?? [];
  const file = edition ? fileOf(edition) : null;
  if (!edition || !file) return null;
  const { credit, creator, rights, date, maxSide, uses, territories } = edition;
  const words = { credit, creator, rights, ...(date && { date }), ...termsOf(edition, editions) };
  return {
    ...file,
    words: { ...words, title: byLocale(editions, 'title'), alt: byLocale(editions, 'alt') },
    ...(maxSide !== undefined && { maxSide }),
    ...(uses && { uses }),
    ...(territories && { territories }),
  };
};

/** What is said beyond the statement, as the gate writes it into renditions. */
const termsOf = (edition: ImageEdition, editions: readonly Edition[]) => {
  const { holder, rights, webStatement } = edition;
  const notice = noticeOfHolder(holder, rights);
  const written = editions.filter(([locale]) => isWrittenLocale(locale));
  const usageTerms = termsWithUsage(byLocale(written, 'terms'), usageIn(edition), viewerWords);
  return {
    ...(notice && { notice }),
    ...(Object.keys(usageTerms).length > 0 && { usageTerms }),
    ...(webStatement && { webStatement }),
  };
};

const writtenAlone = (texts: LangText): LangText =>
  Object.fromEntries(Object.entries(texts).filter(([locale]) => isWrittenLocale(locale)));

/** What goes into a cut: files speak the languages that people write, those of the gate as well. */
export const wordsInFile = ({ words }: Pick<IiifSource, 'words'>): IiifSource['words'] => ({
  ...words,
  title: writtenAlone(words.title),
  alt: writtenAlone(words.alt),
});

const versionOf = (store: Store, id: string): string | null => {
  const version = store.sql('SELECT version FROM iiif_source WHERE id = ?').get(id)?.version;
  return typeof version === 'string' ? version : null;
};

const markStale = (store: Store, id: string): void => {
  store.sql('INSERT OR IGNORE INTO iiif_stale VALUES (?)').run(id);
};

/** Offers nothing of a picture any more. Whatever was cut of it is to be deleted. */
export const removeIiifSource = (store: Store, id: string): void => {
  if (store.sql('DELETE FROM iiif_source WHERE id = ?').run(id).changes > 0) markStale(store, id);
};

interface Moment {
  /** Instant at which it is looked at. */
  readonly now: string;
  /** Instant of the last change of the picture. */
  readonly modified: string;
}

/** Writes what is offered of a picture, inside the transaction that renders it. @param record null: it cannot be seen */
export const writeIiifSource = (
  store: Store,
  id: string,
  record: PublicRecord | null,
  { now, modified }: Moment,
): void => {
  const source = record && keptOf(record, now);
  if (!source) {
    removeIiifSource(store, id);
    return;
  }
  const json = JSON.stringify(source);
  const version = createHash('sha256').update(json).digest('hex').slice(0, 16);
  const before = versionOf(store, id);
  if (before !== null && before !== version) markStale(store, id);
  store.sql('INSERT OR REPLACE INTO iiif_source VALUES (?, ?, ?, ?)').run(id, version, modified, json);
};

/** What is offered of a picture at this moment; null: nothing. */
export const findIiifSource = (store: Store, id: string): IiifSource | null => {
  const row = store.sql('SELECT version, modified, json FROM iiif_source WHERE id = ?').get(id);
  if (!row) return null;
  const {
    width,
    height,
    words,
    maxSide = null,
    uses = null,
    territories = null,
    ...file
  } = kept.parse(JSON.parse(String(row.json)));
  const { date, ...rest } = words;
  const size = { width, height };
  return {
    ...{
      id,
      version: String(row.version),
      modified: String(row.modified),
      ...file,
      size,
      limit: publicLimit(size, maxSide),
    },
    words: { ...rest, ...(date !== undefined && { date }) },
    usage: { uses, territories },
  };
};

/** Whether this is what is offered of a picture at this moment. */
export const isOffered = (store: Store, id: string, version: string): boolean => versionOf(store, id) === version;

/** Pictures of which what was cut is to be deleted. */
export const staleIds = (store: Store): string[] =>
  store
    .sql('SELECT id FROM iiif_stale')
    .all()
    .map(({ id }) => String(id));

/** Notes that nothing is left of what was cut of a picture. */
export const forgetStale = (store: Store, id: string): void => {
  store.sql('DELETE FROM iiif_stale WHERE id = ?').run(id);
};
