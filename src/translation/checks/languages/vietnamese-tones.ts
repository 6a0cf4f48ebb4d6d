import { prepare } from '../../facts/prepare.ts';
import type { Check, Found } from '../check.ts';
import { toneStyleOf, tonesIn } from './tone-style.ts';

/** A tone on a vowel where no style has it: hòan for hoàn, thúôc; a letter follows, so that the tone goes on. */
const misplaced = /(?<!\p{L})(?:\p{L}*?)(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)(?:n|ng|t|c|m|p|ch|nh|i|u|o)(?!\p{L})/giu;

const misplacedIn = (text: string): Found[] =>
  [...text.matchAll(misplaced)].map(({ 0: word, index }) => ({
    says: 'vietnamese-tones-misplaced',
    start: index,
    end: index + word.length,
    values: { found: word },
  }));

/**
 * Tones that stand otherwise than in the rest of the text. Both styles are good Vietnamese: which one a document has is its own
 * majority; in a segment by itself a mixture is found, the rarer one of it.
 */
export const vietnameseTones: Check = {
  code: 'vietnamese-tones',
  severity: 'warns',
  languages: ['vi'],
  find: ({ target, tones }) => {
    const { text, placeOf } = prepare(target.text);
    const style = tones ?? toneStyleOf([text]) ?? 'first';
    const others = tonesIn(text).filter((one) => one.style !== style);
    const mixed = others.map(({ start, end }) => ({
      says: 'vietnamese-tones-mixed',
      start,
      end,
      values: { found: text.slice(start, end) },
    }));
    return [...misplacedIn(text), ...mixed].map((one) => ({
      ...one,
      start: placeOf(one.start),
      end: placeOf(one.end),
    }));
  },
};
