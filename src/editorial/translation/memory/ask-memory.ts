import type { PayloadRequest } from 'payload';
import { type Marking, readSeal } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { type Content, plainText } from '#translation/content.ts';
import { type WordChange, wordDiff } from '#translation/drift/words.ts';
import type { Place } from '#translation/memory/phrase.ts';
import type { MemoryUnit, Surroundings } from '#translation/memory/unit.ts';
import { type Glimpse, noteGlimpses } from '../../audit/note-reads.ts';
import type { PhraseQuestion, SegmentQuestion } from './memory-question.ts';
import { checkMayAsk, sightOfMemory } from './seals.ts';
import { settledMemory } from './studio-memory.ts';

/** Where something was said before; null: it was brought from elsewhere. */
export interface SaidAt {
  readonly collection: string;
  readonly id: string;
  /** Path of the segment of which it is the source, as long as it is still there. */
  readonly path: string | null;
  /** Level of the document's marking; null for kinds that bear none. */
  readonly level: string | null;
}

export interface MemoryMatch {
  /** 101, 100, or less: `#translation/memory/suggest.ts`. */
  readonly percent: number;
  readonly source: Content;
  readonly target: Content;
  /** From the source of the match to what was asked: what was removed and added there. */
  readonly words: readonly WordChange[];
  readonly at: string;
  readonly document: SaidAt | null;
}

export interface MemoryPhrase {
  /** Whether it stands there with the very marks that were typed. */
  readonly exact: boolean;
  readonly source: Content;
  readonly target: Content;
  /** In the plain text of the source. */
  readonly places: readonly Place[];
  readonly at: string;
  readonly document: SaidAt | null;
}

const markingOf = ({ seal }: MemoryUnit): Marking | null => readSeal(seal.slice(seal.indexOf(' ') + 1));

const saidAt = (unit: MemoryUnit, locale: StudioLocale): SaidAt | null => {
  const { document, texts } = unit;
  if (!document) return null;
  return { ...document, path: texts[locale]?.path ?? null, level: markingOf(unit)?.level ?? null };
};

/** Their words are shown: of what is marked above `internal`, a line tells, before the answer goes out. */
const noteWords = (req: PayloadRequest, found: readonly { readonly unit: MemoryUnit }[]): Promise<void> =>
  noteGlimpses(
    req,
    found.flatMap(({ unit }): Glimpse[] => (unit.document ? [{ ...unit.document, marking: markingOf(unit) }] : [])),
  );

const aroundOf = ({ collection, id, path, before, after }: SegmentQuestion): Surroundings => ({
  ...(collection !== undefined && id !== undefined ? { document: { collection, id } } : {}),
  ...{ path, before, after },
});

/**
 * What memory has for a segment, for one person, as everything stands committed now.
 * @throws Failure `forbidden`, `translate-language`, `memory-indexing`
 */
export const matchesFor = async (
  req: PayloadRequest,
  viewer: Viewer,
  question: SegmentQuestion,
): Promise<MemoryMatch[]> => {
  const { content, from, to, most } = question;
  checkMayAsk(viewer, to);
  const memory = await settledMemory(req.payload);
  const sees = sightOfMemory(viewer);
  const found = memory.suggest({ content, from, to, most, sees, around: aroundOf(question) });
  await noteWords(req, found);
  return found.map(({ unit, percent, source, target }) => ({
    ...{ percent, source, target, at: unit.at, document: saidAt(unit, from) },
    words: wordDiff(plainText(source), plainText(content), from),
  }));
};

/**
 * How a word or a phrase was translated before.
 * @throws Failure `forbidden`, `translate-language`, `memory-indexing`
 */
export const phrasesFor = async (
  req: PayloadRequest,
  viewer: Viewer,
  { q, from, to, limit }: PhraseQuestion,
): Promise<MemoryPhrase[]> => {
  checkMayAsk(viewer, to);
  const memory = await settledMemory(req.payload);
  const found = memory.concordance({ phrase: q, from, to, most: limit, sees: sightOfMemory(viewer) });
  await noteWords(req, found);
  return found.map(({ unit, exact, source, target, places }) => ({
    ...{ exact, source, target, places, at: unit.at, document: saidAt(unit, from) },
  }));
};
