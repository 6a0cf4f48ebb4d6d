import { z } from 'zod';
import { type PublicLocale, publicLocalesOf, type StudioLocale, toPublicLocale } from '#languages/locales.ts';
import { slug as slugSchema } from '#record/common.ts';
import {
  agencyEdition,
  albumEdition,
  articleEdition,
  type Edition,
  eventEdition,
  imageEdition,
  placeEdition,
  topicEdition,
} from '#record/records.ts';
import type { ToTraditional } from '#translation/script/to-traditional.ts';
import { albumEditions, membersNamed, type PublicMembers } from './build-album.ts';
import { agencyEditions, placeEditions, topicEditions } from './build-described.ts';
import type { BuildContext, EditionDraft } from './build-edition.ts';
import { type ImageRendering, imageEditions } from './build-image.ts';
import { articleEditions, eventEditions } from './build-written.ts';
import type { Reference, ReleasedCollection } from './released-collections.ts';
import {
  storedAgency,
  storedAlbum,
  storedArticle,
  storedEvent,
  storedImage,
  storedPlace,
  storedTopic,
} from './stored-documents.ts';
import { localList } from './stored-kinds.ts';
import { inTraditional } from './traditional.ts';
import type { TranslationState } from './vouched.ts';

/** Why a language could not be built: a code and the name of the field, never what stands in it. */
export interface Fault {
  readonly locale: StudioLocale;
  readonly code: 'document-unreadable' | 'body-unknown' | 'edition-invalid' | 'conversion-invalid';
  readonly field: string;
}

export interface Built {
  readonly editions: Partial<Record<PublicLocale, Edition[]>>;
  readonly formerSlugs: Partial<Record<PublicLocale, string[]>>;
  /** Pictures of an album, in order; null for anything else. */
  readonly members: readonly string[] | null;
  /** Each document that it refers to, once, releasable or not. */
  readonly refs: Reference[];
  readonly faults: Fault[];
}

export interface BuildOptions extends BuildContext {
  /**
   * How an edition stands to its source where that is known better than by dates; `isInForce`: the one that stays until the
   * last publication appears.
   */
  readonly stateOf?: (locale: StudioLocale, isInForce: boolean) => TranslationState | null;
  /** Languages to build, each whole or not at all. */
  readonly locales: readonly StudioLocale[];
  /** Converts Simplified Chinese; null: only what people have written is wanted. */
  readonly traditional: ToTraditional | null;
  /** For pictures: what was made of the master, and since when it is public. */
  readonly image?: { readonly rendering: ImageRendering; readonly releasedAt: string | null };
  /** For albums: what of them is public, and since when the album is. */
  readonly album?: { readonly members: PublicMembers; readonly releasedAt: string | null };
}

/** What an unrendered picture is built with when only its references are wanted. */
const unrendered: NonNullable<BuildOptions['image']> = {
  rendering: { width: 1, height: 1, thumbhash: '', sources: [] },
  releasedAt: null,
};

/** What an album is built with when only its references are wanted. */
const unlisted: NonNullable<BuildOptions['album']> = { members: new Map(), releasedAt: null };

type EditionsOf = (locale: StudioLocale) => EditionDraft[];

/**
 * Builds what the public may see of a document, by listing fields.
 *
 * @param stored the document as the database keeps it: localised fields as objects by language, relations as ids
 * @returns editions by language, each checked against the public schema; a language with a fault is left out
 */
export function buildRecord(collection: ReleasedCollection, stored: unknown, options: BuildOptions): Built {
  const { editionsOf, schema } = builderOf(collection, stored, options);
  const members = collection === 'albums' ? membersNamed((options.album ?? unlisted).members) : null;
  const built: Built = { editions: {}, formerSlugs: {}, members, refs: [], faults: [] };
  const refs = new Map<string, Reference>();
  for (const locale of options.locales) {
    const drafts = editionsOf ? withStates(editionsOf(locale), locale, options) : [];
    for (const ref of drafts.flatMap((draft) => draft.refs)) refs.set(`${ref.use} ${ref.collection} ${ref.id}`, ref);
    const checked: Checked = editionsOf ? check(drafts, schema) : unreadable;
    if ('editions' in checked) addEditions(built, locale, checked.editions, { schema, ...options });
    else built.faults.push({ locale, ...checked });
  }
  built.refs.push(...refs.values());
  return { ...built, formerSlugs: formerSlugsOf(stored, built.editions, options.locales) };
}

const stated = z.looseObject({ state: z.string() });

/** A translation stands as the ledger has it; an original is one whatever anybody remembers. */
function withStates(drafts: readonly EditionDraft[], locale: StudioLocale, { stateOf }: BuildOptions): EditionDraft[] {
  return drafts.map((draft, index) => {
    const read = stated.safeParse(draft.edition);
    const state = stateOf?.(locale, drafts.length > 1 && index === 0) ?? null;
    if (state === null || !read.success || read.data.state === 'original') return draft;
    return { ...draft, edition: { ...read.data, state } };
  });
}

/** Adds what is written in a language, and what is converted from it. */
function addEditions(
  built: Built,
  locale: StudioLocale,
  editions: Edition[],
  { schema, traditional }: { schema: z.ZodType<Edition>; traditional: ToTraditional | null },
): void {
  built.editions[toPublicLocale(locale)] = editions;
  if (locale !== 'zh' || !traditional) return;
  // What cannot be converted is left out: whoever asks for it gets Simplified, as the newest text has it
  const converted = check(inTraditional(editions, traditional), schema);
  if ('editions' in converted) built.editions['zh-Hant'] = converted.editions;
  else built.faults.push({ locale, code: 'conversion-invalid', field: converted.field });
}

/** The documents that a document refers to in these languages. */
export const referencesOf = (collection: ReleasedCollection, stored: unknown, locales: readonly StudioLocale[]) =>
  buildRecord(collection, stored, { locales, resolve: () => null, traditional: null, image: unrendered }).refs;

const unreadable = { code: 'document-unreadable', field: '' } as const;

type Checked = { readonly editions: Edition[] } | Pick<Fault, 'code' | 'field'>;

function check(drafts: readonly EditionDraft[], schema: z.ZodType<Edition>): Checked {
  const editions: Edition[] = [];
  for (const { edition, unknown } of drafts) {
    if (unknown.length > 0) return { code: 'body-unknown', field: unknown.join(',') } as const;
    const read = schema.safeParse(edition);
    if (!read.success) return { code: 'edition-invalid', field: read.error.issues[0]?.path.join('.') ?? '' } as const;
    editions.push(read.data);
  }
  return { editions };
}

function builderOf(
  collection: ReleasedCollection,
  stored: unknown,
  { resolve, image = unrendered, album = unlisted }: BuildOptions,
): { editionsOf: EditionsOf | null; schema: z.ZodType<Edition> } {
  const context = { resolve };
  switch (collection) {
    case 'articles':
      return bind(storedArticle, stored, articleEdition, (doc, locale) => articleEditions(doc, locale, context));
    case 'events':
      return bind(storedEvent, stored, eventEdition, (doc, locale) => eventEditions(doc, locale, context));
    case 'images':
      return bind(storedImage, stored, imageEdition, (doc, locale) =>
        imageEditions(doc, locale, { ...context, ...image }),
      );
    case 'albums':
      return bind(storedAlbum, stored, albumEdition, (doc, locale) =>
        albumEditions(doc, locale, { ...context, ...album }),
      );
    case 'topics':
      return bind(storedTopic, stored, topicEdition, (doc, locale) => topicEditions(doc, locale, context));
    case 'places':
      return bind(storedPlace, stored, placeEdition, placeEditions);
    case 'agencies':
      return bind(storedAgency, stored, agencyEdition, agencyEditions);
  }
}

function bind<T>(
  reads: z.ZodType<T>,
  stored: unknown,
  schema: z.ZodType<Edition>,
  editions: (doc: T, locale: StudioLocale) => EditionDraft[],
) {
  const read = reads.safeParse(stored);
  return { schema, editionsOf: read.success ? (locale: StudioLocale) => editions(read.data, locale) : null };
}

const former = z.object({ formerSlugs: localList }).catch({ formerSlugs: {} });

/** Old addresses of the languages that are public, newest kept where there are too many. */
function formerSlugsOf(stored: unknown, editions: Built['editions'], locales: readonly StudioLocale[]) {
  const { formerSlugs } = former.parse(stored);
  const kept: Partial<Record<PublicLocale, string[]>> = {};
  for (const [locale, tag] of locales.flatMap((one) => publicLocalesOf(one).map((each) => [one, each] as const))) {
    const current = editions[tag];
    if (!current) continue;
    const used = new Set(current.map((edition) => edition.slug));
    const old = (formerSlugs[locale] ?? []).filter((one) => slugSchema.safeParse(one).success && !used.has(one));
    if (old.length > 0) kept[tag] = [...new Set(old)].slice(-100);
  }
  return kept;
}
