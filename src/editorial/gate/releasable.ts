import { z } from 'zod';
import { type AlbumTerms, albumTermsOf } from './album-terms.ts';

/*
 * The second opinion on what may leave: plain comparisons on what the database holds, read without access rules.
 * @NOTE This file, and `album-terms.ts` beside it, import nothing of ours on purpose. They must not share a mistake with the studio's access functions or
 * with the code that builds records.
 */

/** Why a document must not be public. */
export type Refusal =
  | 'missing'
  | 'unreadable'
  | 'marking-missing'
  | 'marking-foreign'
  | 'not-public'
  | 'unpublished'
  | 'image-incomplete'
  | 'image-not-shown'
  | 'image-unreleased'
  | 'merged'
  | 'album-incomplete'
  | 'album-unreleased'
  | RightsRefusal
  | 'reference-restricted'
  | 'reference-hidden';

/** Why a picture that people have released may not be shown all the same: what it stands upon has fallen away. */
export type RightsRefusal = (typeof rightsRefusals)[number];
const rightsRefusals = [
  'rights-missing',
  'rights-contradict',
  'rights-unreadable',
  'rights-not-web',
  'rights-expired',
  'consent-withdrawn',
  'consent-expired',
  'consent-not-web',
  'consent-missing',
] as const;

/** Why one language stays in although it says that it is published. */
export interface Withheld {
  readonly locale: string;
  readonly code: 'no-publisher' | 'own-text';
}

export type Verdict = { readonly refused: Refusal } | { readonly locales: string[]; readonly withheld: Withheld[] };

export interface Rules {
  /** Whether somebody may publish what nobody but they wrote. */
  readonly selfPublish: boolean;
}

/** A document and its marking as the database holds them. */
export interface Held {
  readonly document: unknown;
  readonly marking: unknown;
}

const markedCollections = new Set(['articles', 'events', 'images', 'albums']);
const publishedCollections = new Set(['articles', 'events']);

const filled = z.string().refine((text) => text.trim() !== '');
const values = z.record(z.string(), z.unknown()).nullish();
const person = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);

const marking = z.object({
  level: z.string(),
  compartments: z.array(z.unknown()).nullish(),
  subjectType: z.string(),
  subjectId: z.string(),
});

const stored = z.object({ id: z.string(), deletedAt: z.unknown().optional() });

/**
 * Which languages of a document may be public by its own marking and publications, its references aside.
 * @param now the moment for which rights are judged
 */
export function judge(
  collection: string,
  { document, marking: marked }: Held,
  rules: Rules,
  now: Date = new Date(),
): Verdict {
  if (document === null || document === undefined) return { refused: 'missing' };
  const read = stored.safeParse(document);
  if (!read.success) return { refused: 'unreadable' };
  if (read.data.deletedAt) return { refused: 'missing' };
  const closed = markedCollections.has(collection) ? judgeMarking(collection, read.data.id, marked) : null;
  if (closed) return { refused: closed };
  if (publishedCollections.has(collection)) return judgePublications(document, rules);
  if (collection === 'albums') return judgeAlbum(document, rules);
  return collection === 'images' ? judgeImage(document, rules, now) : judgeDescribed(document);
}

function judgeMarking(collection: string, id: string, marked: unknown): Refusal | null {
  const read = marking.safeParse(marked);
  if (!read.success) return 'marking-missing';
  const { level, compartments, subjectType, subjectId } = read.data;
  if (subjectType !== collection || subjectId !== id) return 'marking-foreign';
  return level === 'public' && (compartments ?? []).length === 0 ? null : 'not-public';
}

const leveled = z.object({ level: z.string() });

/** Whether a marking says more than `internal`: what refers to such a document may not be public either. */
export function isRestricted(marked: unknown): boolean {
  const level = leveled.safeParse(marked);
  return level.success && level.data.level !== 'public' && level.data.level !== 'internal';
}

const publications = z.object({
  _status: values,
  firstPublished: values,
  lastPublished: values,
  publishedBy: values,
  standing: values,
});

/** Who published a language, and whose text it was then. */
const act = z.object({ by: person, authors: z.array(person) });

function judgePublications(document: unknown, rules: Rules): Verdict {
  const read = publications.safeParse(document);
  if (!read.success) return { refused: 'unreadable' };
  const { _status, publishedBy, firstPublished, lastPublished, standing } = read.data;
  const published = Object.entries(_status ?? {}).filter(([, status]) => status === 'published');
  const withheld: Withheld[] = [];
  const locales: string[] = [];
  for (const [locale] of published) {
    const { data } = act.safeParse(standing?.[locale]);
    const dated = firstPublished?.[locale] && lastPublished?.[locale];
    if (!data || !dated || person.safeParse(publishedBy?.[locale]).data !== data.by) {
      withheld.push({ locale, code: 'no-publisher' });
    } else if (!rules.selfPublish && isSoleAuthor(data.authors, data.by)) {
      withheld.push({ locale, code: 'own-text' });
    } else locales.push(locale);
  }
  return locales.length > 0 || withheld.length > 0 ? { locales, withheld } : { refused: 'unpublished' };
}

const isSoleAuthor = (authors: readonly string[], publisher: string): boolean =>
  authors.length > 0 && authors.every((author) => author === publisher);

const image = z.object({
  master: z.object({ sha256: filled, display: z.string().nullish() }),
  slug: values,
  title: values,
  alt: values,
});

/** A picture that another record stands for is shown in its name, never by itself. */
const behind = z.object({ mergedInto: person.nullish() });

const release = z.object({ createdBy: person.nullish(), releasedBy: person });

function judgeImage(document: unknown, rules: Rules, now: Date): Verdict {
  const stands = behind.safeParse(document);
  if (!stands.success) return { refused: 'unreadable' };
  if (stands.data.mergedInto) return { refused: 'merged' };
  const read = image.safeParse(document);
  const album = albumTermsOf(document);
  if (!read.success || !isCredited(document, album)) return { refused: 'image-incomplete' };
  if (read.data.master.display === 'none') return { refused: 'image-not-shown' };
  const locales = localesWith(read.data.slug, read.data.title, read.data.alt);
  if (locales.length === 0) return { refused: 'image-incomplete' };
  if (!isReleased(document, rules)) return { refused: 'image-unreleased' };
  const closed = judgeRights(document, album, now.getTime());
  return closed ? { refused: closed } : { locales, withheld: [] };
}

/** Somebody released it who had not brought it here. */
function isReleased(document: unknown, rules: Rules): boolean {
  const { success, data } = release.safeParse(document);
  return success && (rules.selfPublish || data.createdBy !== data.releasedBy);
}

const album = z.object({ slug: values, title: values });

/** An album by its own words: which of its pictures may be seen is asked of each picture. */
function judgeAlbum(document: unknown, rules: Rules): Verdict {
  const read = album.safeParse(document);
  const locales = read.success ? localesWith(read.data.slug, read.data.title) : [];
  if (locales.length === 0) return { refused: 'album-incomplete' };
  return isReleased(document, rules) ? { locales, withheld: [] } : { refused: 'album-unreleased' };
}

const names = z.array(z.string()).nullish();
const moment = z
  .union([z.string(), z.date()])
  .nullish()
  .transform((value) => (value ? new Date(value).getTime() : null));

/** A record or a consent that is named and not there is an id still, and no object: then nobody knows its limits. */
const term = z.object({
  id: z.string(),
  credit: z.unknown().optional(),
  rights: z.unknown().optional(),
  uses: names,
  validUntil: moment,
});
const consent = z.object({ kind: z.unknown().optional(), uses: names, validUntil: moment, withdrawnOn: moment });
const ground = z.object({
  rights: z.unknown().optional(),
  rightsRecord: term.nullish(),
  people: z.enum(['none', 'released', 'not-released']).nullish(),
  minors: z.boolean().nullish(),
  consents: z.array(consent).nullish(),
});

const isFilled = (value: unknown): boolean => filled.safeParse(value).success;
const own = z.object({ credit: z.unknown().optional(), rights: z.unknown().optional() });

/** Credit and statement go together: a picture that has lost both has lost its rights, and is not an unfinished one. */
function isCredited(document: unknown, album: AlbumTerms): boolean {
  const { data } = z.looseObject({ rightsRecord: own.nullish().catch(null) }).safeParse(document);
  const sources = [own.safeParse(data).data, data?.rightsRecord, own.safeParse(givenBy(album)).data];
  const has = (field: 'credit' | 'rights') => sources.some((source) => isFilled(source?.[field]));
  return has('credit') || !has('rights') || album.state === 'contradicting' || album.state === 'unreadable';
}

const givenBy = (album: AlbumTerms): unknown => (album.state === 'given' ? album.record : null);

const hasWeb = (uses: readonly string[] | null | undefined): boolean =>
  !uses || uses.length === 0 || uses.includes('web');

/** @param now milliseconds since 1970 */
function judgeRights(document: unknown, album: AlbumTerms, now: number): RightsRefusal | null {
  const read = ground.safeParse(document);
  const given = term.nullish().safeParse(givenBy(album));
  if (!read.success || !given.success || album.state === 'unreadable') return 'rights-unreadable';
  if (album.state === 'contradicting') return 'rights-contradict';
  const [record, taken] = [read.data.rightsRecord, given.data];
  if (![read.data.rights, record?.rights, taken?.rights].some(isFilled)) return 'rights-missing';
  if (!hasWeb(record?.uses?.length ? record.uses : taken?.uses)) return 'rights-not-web';
  if (isOver(record?.validUntil ?? taken?.validUntil, now)) return 'rights-expired';
  return judgeConsents(read.data, now);
}

const isOver = (until: number | null | undefined, now: number): boolean =>
  until !== null && until !== undefined && !(until > now);

function judgeConsents({ people, minors, consents }: z.infer<typeof ground>, now: number): RightsRefusal | null {
  const given = consents ?? [];
  if (given.some(({ withdrawnOn }) => withdrawnOn !== null)) return 'consent-withdrawn';
  if (given.some(({ validUntil }) => isOver(validUntil, now))) return 'consent-expired';
  if (given.some(({ uses }) => !hasWeb(uses))) return 'consent-not-web';
  if (people === 'not-released' || (people === 'released' && given.length === 0)) return 'consent-missing';
  return minors && !given.some(({ kind }) => kind === 'minor') ? 'consent-missing' : null;
}

const described = z.object({ slug: values, name: values });

function judgeDescribed(document: unknown): Verdict {
  const read = described.safeParse(document);
  const locales = read.success ? localesWith(read.data.slug, read.data.name) : [];
  return locales.length > 0 ? { locales, withheld: [] } : { refused: 'unpublished' };
}

/** Languages in which every one of these fields has words. */
const localesWith = (...fields: readonly z.infer<typeof values>[]): string[] =>
  Object.keys(fields[0] ?? {}).filter((locale) => fields.every((field) => filled.safeParse(field?.[locale]).success));

/**
 * How a document that is referred to stands. `barred`: marked above internal; `lapsed`: a picture that was released and may
 * not be shown any more, or not now, by its rights; `closed`: otherwise not public; `gone`: deleted.
 */
export type Stance = 'open' | 'closed' | 'lapsed' | 'barred' | 'gone';

const isLapse = (refused: Refusal): boolean => rightsRefusals.some((one) => one === refused);

export function stanceOf(collection: string, held: Held, rules: Rules, now: Date = new Date()): Stance {
  const verdict = judge(collection, held, rules, now);
  if (!('refused' in verdict)) return verdict.locales.length > 0 ? 'open' : 'closed';
  if (verdict.refused === 'missing') return 'gone';
  if (isLapse(verdict.refused)) return 'lapsed';
  return isRestricted(held.marking) ? 'barred' : 'closed';
}

/**
 * What references forbid: a text is as confidential as what it refers to, and a picture that the public may not see
 * keeps in whatever shows it. What was merely not published yet, is gone, or has lost its rights, is left out by whoever
 * builds the record: that the public may know of such a picture was decided by people, and a text must not fall with it. So is
 * whatever is only listed, as restricted as it may be: where it stood is not told.
 */
export function judgeReferences(
  uses: readonly { readonly use: 'shown' | 'linked' | 'listed'; readonly stance: Stance }[],
) {
  if (uses.some(({ use, stance }) => use !== 'listed' && stance === 'barred')) return 'reference-restricted' as const;
  if (uses.some(({ use, stance }) => use === 'shown' && stance === 'closed')) return 'reference-hidden' as const;
  return null;
}
