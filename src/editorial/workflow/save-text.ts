import type { PayloadRequest } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { studioLocales } from '#languages/locales.ts';
import { changedAmong, kindOf, localisedContent, sharedContent, type TextCollection } from './content-changes.ts';
import { checkHappening } from './happening.ts';
import type { Intent } from './intent.ts';
import { keepHidden } from './keep-hidden.ts';
import { checkReferences } from './level-rule.ts';
import { readMarking } from './marking-store.ts';
import { isWriterOf, mayPublish, mayTranslate } from './pens.ts';
import { imagesInBody, referencesOf } from './references.ts';
import { refuseBlindChange } from './revision-rule.ts';
import { chooseSlug } from './slug-rule.ts';
import { machineryOf, type TextFacts } from './text-facts.ts';

type Doc = Record<string, unknown>;

/** A save of a draft, as hooks see it: the document in one language before and after. */
export interface Save {
  readonly req: PayloadRequest;
  readonly collection: TextCollection;
  readonly intent: Intent;
  /** Null for programs of ours, which are trusted. */
  readonly viewer: Viewer | null;
  readonly before: Doc;
  readonly facts: TextFacts;
  readonly after: Doc;
}

/** Somebody else saved in between: the second is told who and when, and loses nothing. */
export const checkRevision = async (
  req: PayloadRequest,
  { expected }: Pick<Intent, 'expected'>,
  facts: TextFacts,
): Promise<void> => {
  if (expected === null || expected === facts.revision) return;
  const by = await lastWriter(req, facts);
  throw new Failure('revision-conflict', { revision: facts.revision, by, at: facts.updatedAt ?? '' });
};

const lastWriter = async (req: PayloadRequest, facts: TextFacts): Promise<string> => {
  const id = Object.values(facts.authors).flat().at(-1) ?? facts.createdBy;
  const where = { id: { equals: id ?? '' } };
  const found: unknown = await req.payload.db.findOne({ collection: 'users', where, req });
  return found !== null && typeof found === 'object' && 'name' in found ? String(found.name) : '–';
};

/** Translators write their languages and nothing that languages share; publishers write nothing. */
const checkPen = (
  viewer: Viewer,
  { collection, intent }: Save,
  localised: readonly string[],
  shared: readonly string[],
): void => {
  const kind = kindOf[collection];
  if (shared.length > 0 && !isWriterOf(viewer, kind)) throw new Failure('forbidden');
  if (localised.length > 0 && !mayTranslate(viewer, kind, intent.locale)) throw new Failure('forbidden');
};

/** Who has a hand in each language since it was last published: what all share is written by its writer in every one. */
const authorsAfter = (save: Save, localised: boolean, shared: boolean): Record<string, string[]> => {
  const { viewer, facts, intent } = save;
  const authors = Object.fromEntries(Object.entries(facts.authors).map(([key, ids]) => [key, [...ids]]));
  if (!viewer) return authors;
  const touched = shared ? studioLocales : localised ? [intent.locale] : [];
  for (const locale of touched) {
    const startsAnew = locale === intent.locale && facts.isPublished;
    const known = startsAnew ? [] : (authors[locale] ?? []);
    authors[locale] = [...known.filter((id) => id !== viewer.id), viewer.id];
  }
  return authors;
};

/** What a draft becomes: the person's words, the machinery's own fields, a slug, the next revision. */
export const saveText = async (save: Save): Promise<Doc> => {
  const { req, collection, intent, viewer, before, facts } = save;
  await checkRevision(req, intent, facts);
  checkHappening(save.after);
  const { after, own } = viewer
    ? await keepHidden(req, intent, before, save.after)
    : { after: save.after, own: save.after };
  const localised = changedAmong(localisedContent, before, after);
  const shared = changedAmong(sharedContent[collection], before, after);
  if (viewer) checkPen(viewer, save, localised, shared);
  // What says again what a person was not shown is answered as what is not there, though it changes nothing
  const saysHidden = own !== save.after;
  if (saysHidden || localised.length + shared.length > 0) await checkLevel(req, facts, own);
  const slug = await slugAfter(save);
  refuseBlindChange(viewer, intent.expected, [...localised, ...shared, ...changedAmong(['slug'], before, after)]);
  return {
    ...after,
    ...machineryOf(facts),
    ...slug,
    shows: imagesInBody(after.body),
    appearsAt: before.appearsAt ?? null,
    vanishesAt: before.vanishesAt ?? null,
    authors: authorsAfter(save, localised.length > 0, shared.length > 0),
    revision: facts.revision + 1,
  };
};

const checkLevel = async (req: PayloadRequest, facts: TextFacts, own: Readonly<Doc>): Promise<void> => {
  const marking = await readMarking(req, facts.marking);
  if (marking) await checkReferences(req, referencesOf(own), marking);
};

const slugAfter = async ({ req, collection, intent, viewer, facts, after }: Save) => {
  const { locale } = intent;
  const text = (name: string) => (typeof after[name] === 'string' ? after[name] : '');
  const { slug, former } = await chooseSlug(req, {
    collection,
    kind: kindOf[collection],
    hasDrafts: true,
    id: facts.id,
    locale,
    wanted: text('slug'),
    title: text('title'),
    before: { slug: facts.slug, title: facts.title },
    isFixed: facts.firstPublished[locale] !== undefined,
    mayMoveFixed: !viewer || mayPublish(viewer, kindOf[collection], locale),
  });
  const old = facts.formerSlugs[locale] ?? [];
  const formerSlugs = former === null ? facts.formerSlugs : { ...facts.formerSlugs, [locale]: [...old, former] };
  return { slug, formerSlugs };
};
