import type { PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { studioLocales } from '#languages/locales.ts';
import { plainText } from '#translation/content.ts';
import { extractSegments } from '#translation/segments/extract.ts';
import type { Segment } from '#translation/segments/segment.ts';
import { languageOf } from '../../words/language-of.ts';
import { shapeOf } from '../shape-of.ts';
import type { TranslatedCollection } from '../translated-collections.ts';
import { cityDay } from './city-day.ts';
import { missingNamesIn, wrongNamesIn } from './names-in.ts';
import { registryOf } from './registry.ts';
import { readStoredText, sourceOf } from './stored-text.ts';
import { tellFindings } from './tell-findings.ts';

type Doc = Readonly<Record<string, unknown>>;

/** A text that is about to be public in one language, as hooks see it: localised fields bare. */
export interface GoingOut {
  readonly collection: TranslatedCollection;
  readonly locale: StudioLocale;
  readonly after: Doc;
  /** What was there before, where only what changes is looked at. */
  readonly before?: Doc | null;
}

const refuse = (req: PayloadRequest, findings: Parameters<typeof tellFindings>[0]): void => {
  const stopping = findings.filter(({ stops }) => stops);
  if (stopping.length > 0)
    throw new Failure('publish-term-forbidden', { names: tellFindings(stopping, languageOf(req)) });
};

/** Segments that are not, word for word, what they were. */
const changedSince = (before: readonly Segment[], after: readonly Segment[]): Segment[] => {
  const known = new Map(before.map(({ path, content }) => [path, plainText(content)]));
  return after.filter(({ path, content }) => known.get(path) !== plainText(content));
};

/**
 * Sees to it that nothing goes out with a name that the registry stops: forms that are forbidden, over or not yet in force.
 * @throws Failure `publish-term-forbidden` naming each with its approved form and the reason
 */
export const refuseWrongNames = async (req: PayloadRequest, { collection, locale, after, before }: GoingOut) => {
  const { index, concepts } = await registryOf(req.payload);
  if (concepts.size === 0) return;
  const shape = shapeOf(req.payload, collection);
  const now = extractSegments(after, shape);
  const segments = before ? changedSince(extractSegments(before, shape), now) : now;
  refuse(req, wrongNamesIn(index, { segments, locale }, cityDay(new Date())));
};

/**
 * The same for an article or event that goes out, and for official names of the source that its translation does not name.
 * @param at the instant at which the public sees it
 * @throws Failure `publish-term-forbidden`
 */
export const refuseWrongText = async (
  req: PayloadRequest,
  { collection, locale, after }: GoingOut,
  id: string,
  at: Date,
): Promise<void> => {
  const { index, concepts } = await registryOf(req.payload);
  if (concepts.size === 0) return;
  const shape = shapeOf(req.payload, collection);
  const target = { segments: extractSegments(after, shape), locale };
  const day = cityDay(at);
  const wrong = wrongNamesIn(index, target, day);
  const from = sourceOf(after);
  if (from === locale) return refuse(req, wrong);
  const stored = await readStoredText(req, collection, id);
  const source = { segments: extractSegments(stored, shape, from), locale: from };
  refuse(req, [...wrong, ...missingNamesIn(index, source, target, day)]);
};

/**
 * The same for documents as they are stored, in every language that they have, before they become public.
 * @throws Failure `publish-term-forbidden`
 */
export const refuseStoredNames = async (
  req: PayloadRequest,
  collection: TranslatedCollection,
  ids: readonly string[],
): Promise<void> => {
  const { index, concepts } = await registryOf(req.payload);
  if (concepts.size === 0 || ids.length === 0) return;
  const shape = shapeOf(req.payload, collection);
  const day = cityDay(new Date());
  const where = { id: { in: [...ids] } };
  const { docs } = await req.payload.db.find({ collection, where, limit: 0, pagination: false, req });
  const findings = docs.flatMap((doc) =>
    studioLocales.flatMap((locale) =>
      wrongNamesIn(index, { segments: extractSegments(doc, shape, locale), locale }, day),
    ),
  );
  refuse(req, findings);
};
