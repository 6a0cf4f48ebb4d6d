import { describe, expect, it } from 'vitest';
import { translatedTexts } from '../../../test/support/corpora.ts';
import { type EditKind, edited, edits, seeded, type Traced } from '../../../test/support/random-edits.ts';
import { alignSegments } from './align.ts';
import { alignLanguages } from './align-languages.ts';
import type { Alignable } from './segment.ts';

const corpus = translatedTexts('how often segments are known again in real news');
const languages = ['en', 'fr', 'vi', 'zh'] as const;
const kinds = Object.keys(edits) as EditKind[];
const paragraph = (text: string): Alignable => ({ field: 'body', role: 'paragraph', content: [{ text }] });

interface Tally {
  right: number;
  lost: number;
  wrong: number;
}

/** Holds an alignment against where each paragraph came from. */
function count(tally: Tally, after: readonly Traced[], pairs: ReadonlyMap<number, number>): void {
  after.forEach(({ from }, index) => {
    const found = pairs.get(index);
    const [main] = from;
    if (found !== undefined && found === main) tally.right++;
    else if (found !== undefined && !from.includes(found)) tally.wrong++;
    else if (main !== undefined) tally.lost++;
  });
}

const share = ({ right, lost, wrong }: Tally) => right / (right + lost + wrong);

describe.skipIf(corpus === null)('paragraphs of real news, edited at random', { timeout: 60_000 }, () => {
  const texts = corpus ?? [];
  const foreignTo = (at: number, language: (typeof languages)[number]) =>
    texts.filter((_, index) => index !== at).flatMap((text) => text[language].paragraphs);

  const measure = (
    language: (typeof languages)[number],
    chosen: (random: () => number, length: number) => EditKind[],
  ) => {
    const tally: Tally = { right: 0, lost: 0, wrong: 0 };
    texts.forEach((text, at) => {
      const random = seeded(at + 1);
      const before = text[language].paragraphs;
      const space = language === 'zh' ? '' : ' ';
      const after = edited(before, chosen(random, before.length), { random, foreign: foreignTo(at, language), space });
      const { pairs } = alignSegments(
        before.map(paragraph),
        after.map(({ text }) => paragraph(text)),
      );
      count(tally, after, new Map(pairs.map((pair) => [pair.after, pair.before])));
    });
    return tally;
  };

  it.each(languages)('are known again in %s, whatever was done to a third of them', (language) => {
    const tally = measure(language, (random, length) =>
      Array.from({ length: Math.ceil(length / 3) }, () => kinds[Math.floor(random() * kinds.length)] ?? 'reword'),
    );
    expect(share(tally)).toBeGreaterThan(0.98);
  });

  it.each(kinds)('are known again after each edit of one kind: %s', (kind) => {
    const tallies = languages.map((language) =>
      measure(language, (_, length) => Array(Math.ceil(length / 3)).fill(kind)),
    );
    for (const tally of tallies) expect(share(tally)).toBeGreaterThan(0.95);
  });

  it.each(['fr', 'vi', 'zh'] as const)('are paired with those of %s of which a fifth is missing', (language) => {
    const tally: Tally = { right: 0, lost: 0, wrong: 0 };
    texts.forEach((text, at) => {
      const random = seeded(at + 1);
      const kept = text[language].paragraphs.flatMap((words, index) =>
        random() < 0.2 ? [] : [{ text: words, from: [index] }],
      );
      const source = text.en.paragraphs.map(paragraph);
      const pairs = alignLanguages(
        source,
        kept.map(({ text: words }) => paragraph(words)),
      );
      count(tally, kept, new Map(pairs.map(([one, other]) => [other, one])));
    });
    expect(share(tally)).toBeGreaterThan(0.9);
  });
});
