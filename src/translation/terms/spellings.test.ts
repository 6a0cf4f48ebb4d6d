import { describe, expect, it } from 'vitest';
import { mixed, Spellings, unmixed } from './spellings.ts';

const hashOf = (piece: string): number => [...piece].reduce((hash, one) => mixed(hash, one.charCodeAt(0)), unmixed);

/** Asks for every word of a text, as they stand there. */
const asked = (spellings: Spellings<string>, words: readonly string[], hash = hashOf) => {
  const looked: string[] = [];
  const text = words.join(' ');
  const answers: string[] = [];
  let start = 0;
  for (const word of words) {
    const known = spellings.at(text, start, start + word.length, hash(word), (piece) => {
      looked.push(piece);
      return `of ${piece}`;
    });
    answers.push(known);
    start += word.length + 1;
  }
  return { answers, looked };
};

describe('Spellings', () => {
  it('looks at each spelling once, and knows it wherever it stands', () => {
    const { answers, looked } = asked(new Spellings(), ['chợ', 'cho', 'chợ', 'ch', 'chợ', 'cho']);
    expect(answers).toEqual(['of chợ', 'of cho', 'of chợ', 'of ch', 'of chợ', 'of cho']);
    expect(looked).toEqual(['chợ', 'cho', 'ch']);
  });

  it('takes no spelling for another that has its hash', () => {
    const words = ['bến', 'thành', 'bến', 'chợ', 'thành'];
    expect(asked(new Spellings(), words, () => 7).answers).toEqual(words.map((word) => `of ${word}`));
  });

  it('stays right while it grows and after it has begun anew', () => {
    const words = Array.from({ length: 150_000 }, (_, n) => `w${n % 70_000}`);
    const { answers } = asked(new Spellings(), words);
    expect(answers.findIndex((answer, at) => answer !== `of ${words[at]}`)).toBe(-1);
  });
});
