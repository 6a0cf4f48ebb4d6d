import { setOtherwise } from './set-otherwise.ts';

/** Either no-break space is let pass: typography sets its width, and nobody sees it go wrong. Straight marks are of another check. */
const isKept = (before: string): boolean => /^[\u00a0\u202f]$|["']/.test(before);

/** Spaces before ; ! ? : and within « »: missing, or one at which a line may break. */
export const frenchSpacing = setOtherwise(
  'french-spacing',
  'fr',
  ['space-before-mark', 'space-in-quotes'],
  ({ before }) => (isKept(before) ? undefined : 'french-spacing'),
);
