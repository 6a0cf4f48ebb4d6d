import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { extractSegments } from '#translation/segments/extract.ts';
import type { Concept, TermForm } from '#translation/terms/concept.ts';
import { standingOn } from '#translation/terms/standing.ts';
import type { TermIndex } from '#translation/terms/term-index.ts';
import { isTextCollection } from '../../../workflow/content-changes.ts';
import { shapeOf } from '../../shape-of.ts';
import { cityDay } from '../city-day.ts';
import { wrongNamesIn } from '../names-in.ts';
import { registryOf } from '../registry.ts';
import { matchOf } from './asked-match.ts';
import { isNamedCollection, type NamedCollection, namedCollections } from './read-texts.ts';
import type { TextIndex } from './text-index.ts';

/** A form that must not be written, where it stands. `draft`: in what writers have now, `published`: in what the public may read. */
export interface NameUse {
  readonly collection: NamedCollection;
  readonly id: string;
  readonly title: string;
  readonly locale: StudioLocale;
  readonly field: string;
  readonly found: string;
  readonly times: number;
  readonly in: readonly ('draft' | 'published')[];
  readonly conceptId: string;
  readonly fault: 'forbidden' | 'obsolete';
  readonly instead: readonly string[];
}

export interface NameUses {
  readonly uses: readonly NameUse[];
  /** Whether more documents may have such forms than were looked into. */
  readonly more: boolean;
}

/** Most documents that are looked into for one answer in the studio. */
const usual = 2000;
const chunk = 100;

const isWrong = (form: TermForm, day: string): boolean => {
  const standing = standingOn(form, day);
  return standing === 'forbidden' || standing === 'obsolete';
};

/** Documents in which wrong forms of concepts may stand, by collection. */
const candidates = (
  { file }: TextIndex,
  concepts: readonly Concept[],
  day: string,
): Map<NamedCollection, Set<string>> => {
  const found = new Map<NamedCollection, Set<string>>(namedCollections.map((name) => [name, new Set()]));
  const matches = new Set(
    concepts.flatMap(({ forms }) => forms.filter((form) => isWrong(form, day)).flatMap((form) => matchOf(form) ?? [])),
  );
  for (const match of matches)
    for (const { collection, id } of file.find(match))
      if (isNamedCollection(collection)) found.get(collection)?.add(id);
  return found;
};

const anything = z.looseObject({ id: z.string() });
type Document = z.infer<typeof anything>;

/** Documents in all languages, as far as the person may see them; everything for a program that acts in nobody's name. */
const visible = async (req: PayloadRequest, collection: NamedCollection, ids: readonly string[], draft: boolean) => {
  const { docs } = await req.payload.find({
    collection: collection as 'articles',
    where: { id: { in: [...ids] } },
    draft,
    locale: 'all',
    depth: 0,
    limit: 0,
    pagination: false,
    fallbackLocale: false,
    overrideAccess: !req.user,
    user: req.user,
  });
  return docs.map((doc) => anything.parse(doc));
};

const titleOf = (document: Document, locale: StudioLocale): string => {
  const named = z.record(z.string(), z.unknown()).safeParse(document.title ?? document.name);
  if (!named.success) return '';
  const title = [locale, ...studioLocales].map((one) => named.data[one]).find((one) => typeof one === 'string' && one);
  return typeof title === 'string' ? title : '';
};

const statusIn = (document: Document, locale: StudioLocale): unknown =>
  document._status !== null &&
  typeof document._status === 'object' &&
  (document._status as Record<string, unknown>)[locale];

interface Look {
  readonly req: PayloadRequest;
  readonly index: TermIndex;
  readonly wanted: ReadonlySet<string>;
  readonly day: string;
}

const usesIn = (
  { req, index, wanted, day }: Look,
  collection: NamedCollection,
  document: Document,
  state: NameUse['in'][number],
) =>
  studioLocales.flatMap((locale): NameUse[] => {
    if (state === 'published' && isTextCollection(collection) && statusIn(document, locale) !== 'published') return [];
    const segments = extractSegments(document, shapeOf(req.payload, collection), locale);
    return wrongNamesIn(index, { segments, locale }, day)
      .filter(({ conceptId, fault }) => wanted.has(conceptId) && fault !== 'early')
      .map(({ field, found, conceptId, fault, instead }) => ({
        ...{ collection, id: document.id, title: titleOf(document, locale), locale, field, found, times: 1 },
        ...{ in: [state], conceptId, fault: fault as NameUse['fault'], instead },
      }));
  });

/** One line for each form in each field, however often it stands there and in whichever state. */
const joined = (uses: readonly NameUse[]): NameUse[] => {
  const lines = new Map<string, NameUse>();
  for (const use of uses) {
    const key = [use.collection, use.id, use.locale, use.field, use.found, use.conceptId].join('\n');
    const known = lines.get(key);
    const [state] = use.in;
    const times = known ? known.times + (state === known.in[0] ? 1 : 0) : 1;
    lines.set(key, known && state ? { ...known, times, in: [...new Set([...known.in, state])] } : use);
  }
  return [...lines.values()];
};

const look = async (all: Look, collection: NamedCollection, ids: readonly string[]): Promise<NameUse[]> => {
  const { req } = all;
  const newest = await visible(req, collection, ids, isTextCollection(collection));
  if (!isTextCollection(collection)) return newest.flatMap((one) => usesIn(all, collection, one, 'published'));
  const published = await visible(req, collection, ids, false);
  return [
    ...newest.flatMap((one) => usesIn(all, collection, one, 'draft')),
    ...published.flatMap((one) => usesIn(all, collection, one, 'published')),
  ];
};

/**
 * Texts in which forms of concepts stand that must not be written today, as far as the person may see them. The index says
 * where to look; what is told was read in the documents as they stand.
 * @param most documents that are looked into
 */
export const nameUses = async (
  req: PayloadRequest,
  texts: TextIndex,
  concepts: readonly Concept[],
  most = usual,
): Promise<NameUses> => {
  const day = cityDay(new Date());
  const { index } = await registryOf(req.payload);
  const all: Look = { req, index, day, wanted: new Set(concepts.map(({ id }) => id)) };
  let left = most;
  let more = false;
  const uses: NameUse[] = [];
  for (const [collection, found] of candidates(texts, concepts, day)) {
    const ids = [...found].slice(0, left);
    more ||= ids.length < found.size;
    left -= ids.length;
    for (let at = 0; at < ids.length; at += chunk)
      uses.push(...(await look(all, collection, ids.slice(at, at + chunk))));
  }
  return { uses: joined(uses), more };
};
