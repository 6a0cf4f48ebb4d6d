import { describe, expect, it } from 'vitest';
import { mixed, Spellings, unmixed } from './spellings.ts';

const hashOf = (piece: string): number => [...piece].reduce((hash, one) => mixed(hash, one.charCodeAt(0)), unmixed);

/** Numbers every word of a text, as they stand there. */
const numbered = (spellings: Spellings, words: readonly string[], hash = hashOf): number[] => {
  const text = words.join(' ');
  let start = 0;
  return words.map((word) => {
    const place = [text, start, start + word.length, hash(word)] as const;
    start += word.length + 1;
    const known = spellings.find(...place);
    return known === -1 ? spellings.add(...place) : known;
  });
};

describe('Spellings', () => {
  it('number each spelling once, and know it wherever it stands', () => {
    expect(numbered(new Spellings(), ['chợ', 'cho', 'chợ', 'ch', 'chợ', 'cho'])).toEqual([0, 1, 0, 2, 0, 1]);
  });

  it('take no spelling for another that has its hash, or is its beginning', () => {
    const words = ['bến', 'thành', 'bến', 'bế', 'chợ', 'thành', 'bếnh'];
    expect(numbered(new Spellings(), words, () => 7)).toEqual([0, 1, 0, 2, 3, 1, 4]);
  });

  it('stay right while they grow, and begin anew when told to', () => {
    const spellings = new Spellings();
    const words = Array.from({ length: 150_000 }, (_, n) => `w${n % 70_000}`);
    expect(numbered(spellings, words).findIndex((number, at) => number !== at % 70_000)).toBe(-1);
    spellings.forget();
    expect([spellings.count, ...numbered(spellings, ['w9', 'w8', 'w9'])]).toEqual([0, 0, 1, 0]);
  });
});
