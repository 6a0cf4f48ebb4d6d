import type { TranslationState } from '#collections/translations.ts';
import type { Counts } from './state-of.ts';

/**
 * Where a language of a document stands as a whole: the worst of its segments.
 * @param isCorrected whether the public reads a text that a correction of the source has made wrong
 */
export const cellOf = (counts: Counts, isCorrected: boolean): TranslationState => {
  const written = counts.machine + counts.translated + counts.reviewed + counts.outdated;
  if (written === 0) return 'missing';
  if (isCorrected) return 'under-correction';
  if (counts.outdated > 0) return 'outdated';
  if (counts.missing > 0) return 'in-translation';
  if (counts.machine > 0) return 'machine';
  return counts.translated > 0 ? 'translated' : 'reviewed';
};
