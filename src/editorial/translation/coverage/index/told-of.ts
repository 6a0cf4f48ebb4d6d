import type { Payload } from 'payload';
import { z } from 'zod';
import { type Marking, sealOf } from '#access/level.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { isPublished, segmentsIn, type Translatable } from '../../document.ts';
import type { LedgerRow } from '../../ledger/row.ts';
import { sheetOf, wordsOf } from '../../lines/sheet.ts';
import type { Assignment } from '../../work/assignment.ts';
import { type Cell, type CellWork, type IndexedDocument, none, type RowFacet } from './coverage-document.ts';

/** A document with what is remembered of its languages. */
export interface Known {
  readonly document: Translatable;
  readonly rows: readonly LedgerRow[];
  /** What of it is given out, or was. */
  readonly works: readonly Assignment[];
  /** Null for kinds that bear none. */
  readonly marking: Marking | null;
  readonly stamp: string;
  /** Milliseconds since 1970. */
  readonly changed: number;
}

const relation = z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]);
const people = z.partialRecord(z.enum(studioLocales), z.array(z.string()));

/** What of a document says by what it is found and who had a hand in it. */
const stored = z.looseObject({
  topics: z.array(relation).nullish().catch(null),
  agency: relation.nullish().catch(null),
  organiser: relation.nullish().catch(null),
  pressKit: z.boolean().nullish().catch(null),
  authors: people.nullish().catch(null),
  publishedBy: z.record(z.string(), z.string()).nullish().catch(null),
});
type Stored = z.infer<typeof stored>;

const titlesOf = ({ draft }: Translatable): IndexedDocument['titles'] => {
  const value = draft.title ?? draft.name;
  const map: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const titles: Partial<Record<StudioLocale, string>> = {};
  for (const locale of studioLocales) {
    const title = map[locale];
    if (typeof title === 'string' && title.trim() !== '') titles[locale] = title.trim();
  }
  return titles;
};

const facetsOf = ({ collection, id }: Translatable, read: Stored): Record<RowFacet, readonly string[]> => {
  const agency = read.agency ?? read.organiser;
  const topics = collection === 'topics' ? [id] : (read.topics ?? []);
  const agencies = collection === 'agencies' ? [id] : agency ? [agency] : [];
  return {
    collection: collection === 'albums' && read.pressKit ? ['albums', 'press-kits'] : [collection],
    topic: topics.length > 0 ? topics : [none],
    agency: agencies.length > 0 ? agencies : [none],
  };
};

const written: ReadonlySet<string> = new Set(['translated', 'kept', 'reviewed', 'imported']);

const workOf = (works: readonly Assignment[], locale: StudioLocale): CellWork | null => {
  const work = works.find((one) => one.open && one.locale === locale);
  return work ? { translator: work.translator, reviewer: work.reviewer, due: work.due } : null;
};

/** Whoever writes the draft, published it, has said of a segment that it is right, or has been given it. */
const peopleOf = (
  { authors, publishedBy }: Stored,
  row: LedgerRow | undefined,
  work: CellWork | null,
  locale: StudioLocale,
): string[] => {
  const acts = row?.units.flatMap(({ acts }) => acts).filter(({ act }) => written.has(act)) ?? [];
  const given = [work?.translator, work?.reviewer];
  const named = [...(authors?.[locale] ?? []), publishedBy?.[locale], ...acts.map(({ by }) => by), ...given];
  return [...new Set(named.filter((id): id is string => typeof id === 'string' && id !== ''))].sort();
};

/** How a language stands, segment by segment counted together. */
const cellOf = (payload: Payload, { document, rows, works }: Known, read: Stored, locale: StudioLocale): Cell => {
  const row = rows.find((one) => one.locale === locale);
  const work = workOf(works, locale);
  const shared = { published: isPublished(document, locale), work, people: peopleOf(read, row, work, locale) };
  if (locale === document.source) {
    const all = segmentsIn({ payload }, document, document.draft, locale).length;
    return { ...shared, state: all === 0 ? 'missing' : 'source', done: all, of: all };
  }
  const words = wordsOf({ payload }, document, locale);
  const { state, counts } = sheetOf(words, row ?? { units: [], corrections: [] });
  const done = counts.translated + counts.reviewed + counts['left-out'] + counts['only-here'];
  const published = shared.published && words.publicTarget.length > 0;
  return { ...shared, published, state, done, of: done + counts.missing + counts.machine + counts.outdated };
};

/** Computes everything that the index keeps of a document. Reads nothing, so that it costs only when something has changed. */
export const toldOf = (payload: Payload, known: Known): IndexedDocument => {
  const { document, marking, stamp, changed } = known;
  const read = stored.parse(document.draft);
  const cells = studioLocales.map((locale) => [locale, cellOf(payload, known, read, locale)] as const);
  return {
    ...{ collection: document.collection, id: document.id, stamp, changed, source: document.source },
    sight: `${document.collection} ${marking ? sealOf(marking) : ''}`,
    titles: titlesOf(document),
    facets: facetsOf(document, read),
    cells: Object.fromEntries(cells) as Record<StudioLocale, Cell>,
  };
};
