import { describe, expect, it } from 'vitest';
import { alignSegments } from './align.ts';
import type { Alignable } from './segment.ts';

const paragraph = (text: string): Alignable => ({ field: 'body', role: 'paragraph', content: [{ text }] });
const texts = [
  'The city opens a new park on the river this spring.',
  'Visitors will find eleven gardens and a small theatre there.',
  'Tickets cost 120,000 đồng; children under six go in free.',
  'The mayor thanked the gardeners for two years of work.',
];
const all = texts.map(paragraph);
const pairsOf = (before: readonly Alignable[], after: readonly Alignable[]) =>
  alignSegments(before, after).pairs.map(({ before: one, after: other }) => [one, other]);

describe('segments of a text and of an earlier state of it', () => {
  it('are the same where nothing changed', () => {
    const { pairs, inserted, deleted, split, joined } = alignSegments(all, all);
    expect(pairs.map(({ before, after, words, moved }) => [before, after, words, moved])).toEqual([
      [0, 0, 'same', false],
      [1, 1, 'same', false],
      [2, 2, 'same', false],
      [3, 3, 'same', false],
    ]);
    expect([inserted, deleted, split, joined]).toEqual([[], [], [], []]);
  });

  it('are known by their words after some have changed', () => {
    const after = all.with(2, paragraph('Tickets cost 150,000 đồng; children under six go in free.'));
    expect(alignSegments(all, after).pairs[2]).toEqual({ before: 2, after: 2, words: 'changed', moved: false });
  });

  it('are known where one was put in and one taken out', () => {
    const after = [paragraph('A word of welcome from the harbour master.'), ...all.slice(0, 2), ...all.slice(3)];
    const { pairs, inserted, deleted } = alignSegments(all, after);
    expect(pairs.map((pair) => [pair.before, pair.after])).toEqual([
      [0, 1],
      [1, 2],
      [3, 3],
    ]);
    expect([inserted, deleted]).toEqual([[0], [2]]);
  });

  it('are known where one has moved', () => {
    const after = [texts[3], texts[0], texts[1], texts[2]].map((text) => paragraph(text ?? ''));
    const { pairs } = alignSegments(all, after);
    expect(pairs.filter(({ moved }) => moved)).toEqual([{ before: 3, after: 0, words: 'same', moved: true }]);
    expect(pairs).toHaveLength(4);
  });

  it('are told when one became two, and two became one', () => {
    const one = paragraph(`${texts[1]} ${texts[2]}`);
    const joined = [all[0], one, all[3]].map((segment) => segment ?? one);
    const splitting = alignSegments(joined, all);
    expect(splitting.split).toEqual([{ before: 1, after: [1, 2] }]);
    expect(splitting.inserted).toHaveLength(1);
    const joining = alignSegments(all, joined);
    expect(joining.joined).toEqual([{ before: [1, 2], after: 1 }]);
    expect(joining.deleted).toHaveLength(1);
  });

  it('keep their identity in another role', () => {
    const after = all.with(0, { ...paragraph(texts[0] ?? ''), role: 'heading' });
    expect(pairsOf(all, after)[0]).toEqual([0, 0]);
  });

  it('are known by their role where others have the same words', () => {
    const [heading, line] = [{ ...paragraph('Gardens'), role: 'heading' } as const, paragraph('Gardens')];
    expect(pairsOf([heading, line, ...all], [...all, line, heading]).slice(-2)).toEqual([
      [1, 4],
      [0, 5],
    ]);
  });

  it('are known by their place where they are short, as the cells of a table are', () => {
    const cells = (values: string[]) => values.map((text): Alignable => ({ ...paragraph(text), role: 'table-cell' }));
    expect(pairsOf(cells(['2024', '12', '2025', '15']), cells(['2024', '13', '2025', '15']))).toContainEqual([1, 1]);
  });

  it('know a title as the title, whatever it says', () => {
    const title = (text: string): Alignable => ({ field: 'title', role: 'title', content: [{ text }] });
    expect(pairsOf([title('Park opens'), ...all], [title('Gardens for everybody'), ...all])[0]).toEqual([0, 0]);
  });

  it('are not the same where only common words are', () => {
    const after = all.with(1, paragraph('The river is closed to ships on the day of the race.'));
    const { inserted, deleted } = alignSegments(all, after);
    expect([inserted, deleted]).toEqual([[1], [1]]);
  });
});
