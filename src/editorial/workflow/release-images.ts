import type { PayloadRequest } from 'payload';
import { decide } from '#access/decide.ts';
import { rankOf } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { inBrackets, listed } from '#languages/punctuation.ts';
import { standInsOf } from '../archive/look-alikes/stand-in.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { refuseStoredNames } from '../translation/terms/refuse-wrong-names.ts';
import { fieldWords } from '../words/field-words.ts';
import { languageOf } from '../words/language-of.ts';
import { speak } from '../words/speak.ts';
import { type ImageFacts, isComplete, isDescribed, lacksOf, nameOf, readImages } from './image-facts.ts';
import { changeMarking, markingsOf, type StoredMarking } from './marking-store.ts';
import type { OwnGround } from './own-grounds.ts';

export interface ReleaseRules {
  readonly selfPublish: boolean;
}

interface Candidate {
  readonly image: ImageFacts;
  readonly marking: StoredMarking;
}

const names = (req: PayloadRequest, candidates: readonly Candidate[], locale?: StudioLocale) =>
  listed(
    candidates.map(({ image }) => nameOf(image, locale ?? languageOf(req))),
    languageOf(req),
  );

/** Images with what each of them lacks, as the person who has to see to it reads it: `Title (credit, rights)`. */
const namesWithLacks = (req: PayloadRequest, candidates: readonly Candidate[], locale?: StudioLocale) => {
  const language = languageOf(req);
  const named = candidates.map(({ image }) => {
    const lacks = lacksOf(image, locale).map((lack) => fieldWords(language, lack).toLocaleLowerCase(language));
    const reasons = lacks.length > 0 ? lacks : [speak(language, 'studio', 'image.needsSecond')];
    return inBrackets(nameOf(image, locale ?? language), listed(reasons, language), language);
  });
  return listed(named, language);
};

const candidatesOf = async (req: PayloadRequest, ids: readonly string[]): Promise<Candidate[]> => {
  const images = await readImages(req, ids);
  const markings = await markingsOf(req, 'images', ids);
  return images.flatMap((image) => {
    const marking = markings.get(image.id);
    return marking ? [{ image, marking }] : [];
  });
};

const isReleased = ({ image, marking }: Candidate): boolean => marking.level === 'public' && image.releasedBy !== null;

const isTooHigh = ({ marking }: Candidate): boolean =>
  rankOf(marking.level) > rankOf('internal') || marking.compartments.length > 0;

const refuseTheirNames = (req: PayloadRequest, candidates: readonly Candidate[]): Promise<void> =>
  refuseStoredNames(
    req,
    'images',
    candidates.map(({ image }) => image.id),
  );

/** Makes images public in the name of a person. Who may, and whether they are complete, has been seen to. */
const release = async (req: PayloadRequest, viewer: Viewer, candidates: readonly Candidate[]): Promise<void> => {
  for (const { image, marking } of candidates) {
    // First, so that nothing opens without it where the database has no transactions
    await writeAudit(req, { action: 'release', collection: 'images', documentId: image.id });
    // Not through a save: that one asks for a title in the language of the request, which the picture may not have
    const data = { releasedBy: viewer.id, updatedAt: new Date().toISOString() };
    await req.payload.db.updateOne({ collection: 'images', id: image.id, data, req, returning: false });
    const basis = 'release' satisfies OwnGround;
    await changeMarking(req, marking, { level: 'public', compartments: [] }, { by: viewer.id, basis });
  }
};

/**
 * Releases images by themselves, all or none.
 *
 * @throws Failure `not-found` where one is missing or hidden, `image-release-own`, `image-release-incomplete`,
 *   `publish-reference-hidden`
 */
export const releaseImages = async (
  req: PayloadRequest,
  viewer: Viewer,
  ids: readonly string[],
  { selfPublish }: ReleaseRules,
): Promise<string[]> => {
  const everywhere = decide(viewer, 'release', { kind: 'image' });
  if ('refuse' in everywhere) throw new Failure(everywhere.refuse);
  const candidates = await candidatesOf(req, ids);
  for (const { marking } of candidates) {
    const decision = decide(viewer, 'release', { kind: 'image', marking });
    if ('refuse' in decision) throw new Failure(decision.refuse);
  }
  if (candidates.length < new Set(ids).size) throw new Failure('not-found');
  const waiting = candidates.filter((candidate) => !isReleased(candidate));
  const high = waiting.find(isTooHigh);
  if (high) throw new Failure('publish-reference-hidden', { level: high.marking.level });
  const own = waiting.filter(({ image }) => image.createdBy === viewer.id);
  if (own.length > 0 && !selfPublish) throw new Failure('image-release-own', { images: names(req, own) });
  const incomplete = waiting.filter(({ image }) => !isComplete(image));
  if (incomplete.length > 0) throw new Failure('image-release-incomplete', { images: namesWithLacks(req, incomplete) });
  await refuseTheirNames(req, waiting);
  await release(req, viewer, waiting);
  return waiting.map(({ image }) => image.id);
};

/** Who would release the images that a text shows, and the language in which it goes out. */
export interface Showing {
  readonly viewer: Viewer;
  readonly locale: StudioLocale;
  /** Whether all of them have to be in force now; otherwise the text stands without those that the clock has closed. */
  readonly inForce?: boolean;
}

/**
 * Looks whether every image which a text shows may go out with it.
 *
 * @returns those that wait for a second person
 * @throws Failure `publish-image-unlicensed` naming the images, `publish-reference-hidden`, `publish-term-forbidden`
 */
export const checkShown = async (
  req: PayloadRequest,
  { viewer, locale, inForce = false }: Showing,
  ids: readonly string[],
  { selfPublish }: ReleaseRules,
): Promise<Candidate[]> => {
  const standIns = await standInsOf(req, ids);
  const shown = [...new Set(ids.map((id) => standIns.get(id) ?? id))];
  const candidates = await candidatesOf(req, shown);
  const high = candidates.find(isTooHigh);
  if (high) throw new Failure('publish-reference-hidden', { level: high.marking.level });
  const waiting = candidates.filter((candidate) => !isReleased(candidate));
  const unfit = candidates.filter(
    (candidate) =>
      !isDescribed(candidate.image, locale) ||
      ((inForce || waiting.includes(candidate)) && !isComplete(candidate.image, locale)) ||
      (waiting.includes(candidate) && candidate.image.createdBy === viewer.id && !selfPublish),
  );
  if (unfit.length > 0) throw new Failure('publish-image-unlicensed', { images: namesWithLacks(req, unfit, locale) });
  await refuseTheirNames(req, waiting);
  return waiting;
};

/** Releases the images of a text that wait for a second person. @throws Failure of every kind that `checkShown` names */
export const releaseShown = async (
  req: PayloadRequest,
  showing: Showing,
  ids: readonly string[],
  rules: ReleaseRules,
): Promise<void> => release(req, showing.viewer, await checkShown(req, showing, ids, rules));
