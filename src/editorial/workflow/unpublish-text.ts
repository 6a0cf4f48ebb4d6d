import { Failure } from '#errors/failure.ts';
import { isStudioLocale, type StudioLocale, studioLocales } from '#languages/locales.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { changedAmong, localisedContent, sharedContent } from './content-changes.ts';
import { readMarking } from './marking-store.ts';
import { checkPublisher } from './publish-text.ts';
import { checkRevision, type Save } from './save-text.ts';
import { machineryOf } from './text-facts.ts';

type Doc = Record<string, unknown>;

/** The document as the public knows it, localised fields by language. */
const committed = async ({ req, collection, facts }: Save): Promise<Doc> => {
  const found: unknown = await req.payload.db.findOne({ collection, where: { id: { equals: facts.id } }, req });
  return found !== null && typeof found === 'object' ? (found as Doc) : {};
};

const publishedIn = (doc: Doc): StudioLocale[] => {
  const status = doc._status;
  if (status === null || typeof status !== 'object') return [];
  return Object.entries(status).flatMap(([locale, value]) =>
    value === 'published' && isStudioLocale(locale) ? [locale] : [],
  );
};

/** Fields of all languages that a draft has changed and the public does not know yet. */
export const heldBack = (save: Save, live: Doc): string[] =>
  changedAmong(sharedContent[save.collection], live, save.before);

/**
 * Takes back one language, or all. No word changes with it, and nothing that waits in a draft goes out for the other
 * languages.
 *
 * @returns what the document becomes, and shared fields of the draft that must be put back into it afterwards
 */
export const unpublishText = async (save: Save): Promise<{ doc: Doc; putBack: Doc | null }> => {
  const { req, intent, facts, viewer, before, collection } = save;
  const live = await committed(save);
  const locales = intent.verb === 'unpublish-all' ? publishedIn(live) : [intent.locale];
  const marking = await readMarking(req, facts.marking);
  if (!marking) throw new Failure('not-found');
  if (viewer) checkPublisher(viewer, save, marking, locales);
  await checkRevision(req, intent, facts);
  await writeAudit(req, { action: 'unpublish', collection, documentId: facts.id });
  const unchanged = pick(before, [...localisedContent, 'slug', 'appearsAt', 'vanishesAt']);
  const held = intent.verb === 'unpublish' ? heldBack(save, live) : [];
  const shared = pick(before, sharedContent[collection]);
  const doc = {
    ...save.after,
    ...unchanged,
    ...shared,
    ...pick(live, held),
    ...machineryOf(facts),
    revision: facts.revision + 1,
  };
  return { doc, putBack: held.length > 0 ? pick(before, held) : null };
};

/** Fields of a document; a list that a database leaves out when it is empty is an empty list. */
const pick = (doc: Doc, names: readonly string[]): Doc =>
  Object.fromEntries(names.map((name) => [name, doc[name] ?? (lists.has(name) ? [] : null)]));
const lists = new Set(['topics', 'places']);

/** All languages of the studio in which a stored document is public. */
export const publishedLocales = (doc: unknown): StudioLocale[] => {
  const found = publishedIn(doc !== null && typeof doc === 'object' ? (doc as Doc) : {});
  return studioLocales.filter((locale) => found.includes(locale));
};
