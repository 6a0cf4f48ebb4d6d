import { describe, expect, it } from 'vitest';
import { seeded } from '../../../test/support/random-edits.ts';
import { root, WordTree } from './word-tree.ts';

const walk = (tree: WordTree, words: readonly number[]): number =>
  words.reduce((node, word) => (node === -1 ? -1 : tree.next(node, word)), root);

const random = seeded(7);
const below = (count: number): number => Math.floor(random() * count);
const someWords = (vocabulary: number): number[] => Array.from({ length: 1 + below(4) }, () => below(vocabulary));

describe('WordTree', () => {
  it('leads to every name, to each of those that are written alike, and on from a beginning alone', () => {
    const tree = new WordTree([[0, 1], [0], [2, 1, 0], [0, 1]], 3);
    expect(tree.at(walk(tree, [0, 1]))).toEqual([0, 3]);
    expect(tree.at(walk(tree, [0]))).toEqual([1]);
    expect(tree.at(walk(tree, [2, 1]))).toEqual([]);
    expect(walk(tree, [1])).toBe(-1);
    expect(walk(tree, [2, 0])).toBe(-1);
    expect(walk(tree, [2, 1, 0, 0])).toBe(-1);
  });

  it('knows nothing where there are no names', () => {
    expect(new WordTree([], 0).next(root, 0)).toBe(-1);
  });

  it.each([3, 12, 200])('agrees with the list that it was made of, with %i words', (vocabulary) => {
    const names = Array.from({ length: 400 }, () => someWords(vocabulary));
    const tree = new WordTree(names, vocabulary);
    for (const asked of [...names, ...Array.from({ length: 400 }, () => someWords(vocabulary))]) {
      const key = asked.join(' ');
      const found = tree.at(walk(tree, asked));
      expect([...found].sort((one, other) => one - other)).toEqual(
        names.flatMap((name, at) => (name.join(' ') === key ? [at] : [])),
      );
    }
  });
});
