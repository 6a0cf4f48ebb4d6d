import { decide } from '#access/decide.ts';
import { rankOf } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { refuseWrongText } from '../translation/terms/refuse-wrong-names.ts';
import { saidApproval } from './approved-text.ts';
import { checkComplete } from './complete.ts';
import { changedAmong, kindOf, localisedContent, sharedContent } from './content-changes.ts';
import { changeMarking, readMarking, type StoredMarking } from './marking-store.ts';
import type { OwnGround } from './own-grounds.ts';
import { mayPublish } from './pens.ts';
import { imagesInBody, referencesOf } from './references.ts';
import { checkShown, type ReleaseRules, releaseShown } from './release-images.ts';
import { settleReview } from './review-text.ts';
import { refuseBlindChange } from './revision-rule.ts';
import { checkRevision, type Save } from './save-text.ts';
import { chooseSlug } from './slug-rule.ts';
import { machineryOf, type TextFacts } from './text-facts.ts';

type Doc = Record<string, unknown>;

/** The person in whose name something goes out. Programs have none, so they publish in nobody's. */
const personOf = ({ viewer }: Save): Viewer => {
  if (!viewer) throw new Failure('sign-in-required');
  return viewer;
};

/** @throws Failure when a person may not decide on the publication of a language */
export const checkPublisher = (
  viewer: Viewer,
  save: Save,
  marking: StoredMarking,
  locales: readonly StudioLocale[],
): void => {
  const decision = decide(viewer, 'publish', { kind: kindOf[save.collection], marking });
  if ('refuse' in decision) throw new Failure(decision.refuse);
  const foreign = locales.filter((locale) => !mayPublish(viewer, kindOf[save.collection], locale));
  if (foreign.length > 0)
    throw new Failure('publish-language', { language: foreign.map((locale) => ownNames[locale]).join(', ') });
};

/**
 * Four eyes: what goes out was written by others, and is what they wrote: as it stands now, or as it stood when a second
 * person approved of it.
 */
const checkOwnText = (viewer: Viewer, save: Save, rules: ReleaseRules): void => {
  const { req, facts, before, after, intent, collection } = save;
  const approved = saidApproval(req);
  if (approved) {
    if (!rules.selfPublish && approved.authors.includes(viewer.id)) throw new Failure('publish-own-text');
    return;
  }
  const rewritten = changedAmong([...localisedContent, 'slug', ...sharedContent[collection]], before, after);
  if (rules.selfPublish) refuseBlindChange(viewer, intent.expected, rewritten);
  else if (rewritten.length > 0 || facts.authors[intent.locale]?.includes(viewer.id))
    throw new Failure('publish-own-text');
};

const checkTimes = (appearsAt: unknown, vanishesAt: unknown, now: Date): void => {
  const appears = appearsAt ? Date.parse(String(appearsAt)) : now.getTime();
  const vanishes = vanishesAt ? Date.parse(String(vanishesAt)) : Number.POSITIVE_INFINITY;
  if (!(appears < vanishes && vanishes > now.getTime())) throw new Failure('time-invalid');
};

/** When the public sees what goes out now. */
const seenAt = ({ appearsAt }: Doc, now: Date): Date =>
  new Date(Math.max(now.getTime(), appearsAt ? Date.parse(String(appearsAt)) : 0));

const markingOf = async (save: Save): Promise<StoredMarking> => {
  const marking = await readMarking(save.req, save.facts.marking);
  if (!marking) throw new Failure('not-found');
  return marking;
};

const idsShown = ({ after }: Save): string[] =>
  referencesOf(after)
    .filter(({ use }) => use === 'shown')
    .map(({ id }) => id);

/** The document’s own level: what is marked above internal is not opened by publishing it. */
const checkOpen = ({ level, compartments }: StoredMarking): void => {
  if (rankOf(level) > rankOf('internal') || compartments.length > 0)
    throw new Failure('publish-reference-hidden', { level });
};

/** A publication of one language that is being thought of: by whom, of what, at which moment. */
export interface Publishing {
  readonly save: Save;
  readonly viewer: Viewer;
  readonly marking: StoredMarking;
  readonly rules: ReleaseRules;
  readonly now: Date;
}

export type Check = () => unknown;

/** All that a publication asks for, in the order in which a person is told of it. Each throws a failure of its own, and none changes anything. */
export const checksOf = ({ save, viewer, marking, rules, now }: Publishing): readonly Check[] => {
  const { req, intent, facts, after, collection } = save;
  const { locale } = intent;
  return [
    () => checkPublisher(viewer, save, marking, [locale]),
    () => checkRevision(req, intent, facts),
    () => checkOwnText(viewer, save, rules),
    () => checkComplete(after, collection, locale),
    () => checkTimes(after.appearsAt, after.vanishesAt, now),
    () => refuseWrongText(req, { collection, locale, after }, facts.id, seenAt(after, now)),
    () => checkOpen(marking),
    () => checkShown(req, { viewer, locale, inForce: saidApproval(req) !== null }, idsShown(save), rules),
  ];
};

/** What stands between an internal document and the public: its own level and its images’. */
const open = async ({ save, viewer, marking, rules }: Publishing): Promise<void> => {
  await releaseShown(save.req, { viewer, locale: save.intent.locale }, idsShown(save), rules);
  if (marking.level === 'public') return;
  const basis = 'first publication' satisfies OwnGround;
  await changeMarking(save.req, marking, { level: 'public', compartments: [] }, { by: viewer.id, basis });
};

/**
 * Publishes one language: checks the person, the text and its images, opens the marking at the first publication, and
 * returns what the document becomes.
 *
 * @throws Failure of every kind that `publish-…` names, `revision-conflict`, `time-invalid`
 */
export const publishText = async (save: Save, rules: ReleaseRules): Promise<Doc> => {
  const { req, intent, facts, after, collection } = save;
  const viewer = personOf(save);
  const now = new Date();
  const publishing = { save, viewer, marking: await markingOf(save), rules, now };
  for (const check of checksOf(publishing)) await check();
  const slug = await slugFor(save);
  // First, so that nothing opens without it where the database has no transactions
  await writeAudit(req, { action: 'publish', collection, documentId: facts.id });
  await open(publishing);
  await settleReview(req, viewer, save, intent.locale);
  return {
    ...after,
    ...machineryOf(facts),
    slug,
    shows: imagesInBody(after.body),
    revision: facts.revision + 1,
    ...publication(facts, intent.locale, viewer, now),
  };
};

const publication = (facts: TextFacts, locale: StudioLocale, viewer: Viewer, now: Date) => ({
  firstPublished: { [locale]: now.toISOString(), ...facts.firstPublished },
  lastPublished: { ...facts.lastPublished, [locale]: now.toISOString() },
  publishedBy: { ...facts.publishedBy, [locale]: viewer.id },
});

/** The first publication settles the address: a copy comes without one, and another may have taken it. */
const slugFor = async ({ req, collection, intent, facts }: Save): Promise<string | null> => {
  const question = {
    collection,
    kind: kindOf[collection],
    hasDrafts: true,
    id: facts.id,
    locale: intent.locale,
    wanted: '',
    title: facts.title,
    before: { slug: facts.slug, title: facts.title },
    isFixed: facts.firstPublished[intent.locale] !== undefined,
    mayMoveFixed: false,
    isGoingOut: true,
  };
  return (await chooseSlug(req, question)).slug;
};
