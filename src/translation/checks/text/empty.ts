import type { Check } from '../check.ts';

const says = /[\p{L}\p{N}]/u;

/** A translation without a word, of a source that has some. */
export const empty: Check = {
  code: 'empty',
  severity: 'stops',
  find: ({ source, target }) =>
    says.test(source.text) && !says.test(target.text) ? [{ start: 0, end: target.text.length }] : [],
};
