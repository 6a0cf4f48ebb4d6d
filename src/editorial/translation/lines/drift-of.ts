import type { StudioLocale } from '#languages/locales.ts';
import { type Content, plainText } from '#translation/content.ts';
import { type Gravity, gravityOf } from '#translation/drift/gravity.ts';
import { type WordChange, wordDiff } from '#translation/drift/words.ts';
import type { StatedLine } from './sheet.ts';

/** How the source has changed since somebody accepted it. */
export interface Drift {
  readonly was: Content;
  readonly gravity: Gravity;
  /** Words as they were and as they are; where the source is gone, all of it is removed. */
  readonly words: readonly WordChange[];
}

/** What changed under an outdated line; null where it is not known what the source was. */
export const driftOf = ({ state, unit, source }: StatedLine, locale: StudioLocale): Drift | null => {
  if (state !== 'outdated' || !unit?.source) return null;
  const now = source?.content ?? [];
  return {
    was: unit.source,
    gravity: gravityOf(unit.source, now, locale),
    words: wordDiff(plainText(unit.source), plainText(now), locale),
  };
};
