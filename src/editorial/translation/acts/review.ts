import { Failure } from '#errors/failure.ts';
import { fingerprintOf } from '#translation/drift/fingerprint.ts';
import { textFacts } from '../../workflow/text-facts.ts';
import { setReviewed, writerOf } from '../ledger/acts.ts';
import { printOf } from '../lines/line.ts';
import type { StatedLine } from '../lines/sheet.ts';
import { isAsSeen, type Seen } from './base.ts';
import { actorOf, lineNamed, type Opened, remember } from './opened.ts';
import { conflictOf } from './segment-conflict.ts';

/** Whether the viewer wrote the text as it stands. Of what came by the form it is only known who wrote in the language at all. */
export const isOwn = ({ viewer, document, place }: Opened, { unit, target }: StatedLine): boolean => {
  const isRemembered = unit?.target && fingerprintOf(unit.target) === printOf(target) && writerOf(unit) !== null;
  if (isRemembered) return writerOf(unit) === viewer.id;
  return textFacts(document.draft).authors[place.locale]?.includes(viewer.id) ?? false;
};

/**
 * A second person has looked at a passage.
 * @throws Failure `segment-gone`, `segment-empty`, `segment-conflict`, `review-own-translation`
 */
export const reviewLine = async (opened: Opened, name: string, seen: Seen): Promise<Opened> => {
  const line = lineNamed(opened, name);
  if (!line.source || !line.target) throw new Failure('segment-empty');
  if (!isAsSeen(line, seen)) throw await conflictOf(opened, line, null);
  if (isOwn(opened, line)) throw new Failure('review-own-translation');
  return remember(opened, [setReviewed(line, actorOf(opened))], opened.words);
};

/** What of a language became of a review of all at once. */
export interface ReviewedAll {
  readonly reviewed: number;
  /** Translated by the reviewer: somebody else has to look at these. */
  readonly own: number;
  /** Without a text, or following an older source. */
  readonly waiting: number;
}

/** Looks over everything that is translated, as it was seen. @throws Failure `segment-conflict` where something changed since */
export const reviewAll = async (opened: Opened, seen: string): Promise<ReviewedAll> => {
  const { lines } = opened.sheet;
  if (seen !== standOfAll(opened)) throw new Failure('segment-conflict', { by: '–' });
  const ready = lines.filter(({ state }) => state === 'translated' || state === 'machine');
  const mine = ready.filter((line) => isOwn(opened, line));
  const theirs = ready.filter((line) => !mine.includes(line));
  if (theirs.length > 0)
    await remember(
      opened,
      theirs.map((line) => setReviewed(line, actorOf(opened))),
      opened.words,
    );
  const waiting = lines.filter(({ state }) => state === 'missing' || state === 'outdated').length;
  return { reviewed: theirs.length, own: mine.length, waiting };
};

/** All that a language and its source say, in one word. */
export const standOfAll = ({ sheet }: Pick<Opened, 'sheet'>): string =>
  fingerprintOf([
    { text: sheet.lines.map(({ source, target }) => `${printOf(source)} ${printOf(target)}`).join('\n') },
  ]);
