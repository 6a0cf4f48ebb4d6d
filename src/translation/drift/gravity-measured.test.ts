import { describe, expect, it } from 'vitest';
import { studioLocales } from '#languages/locales.ts';
import { translatedTexts } from '../../../test/support/corpora.ts';
import { seeded } from '../../../test/support/random-edits.ts';
import { type Gravity, gravityOf } from './gravity.ts';

const corpus = translatedTexts('how gravely changes planted into real news are taken');

/** Puts another word in the place of one that is written like `like`; null where the word that chance finds is not. */
const reword = (text: string, like: RegExp, word: string, random: () => number): string | null => {
  const words = text.split(' ');
  const at = 1 + Math.floor(random() * (words.length - 1));
  return like.test(words[at] ?? '') ? words.with(at, word).join(' ') : null;
};

describe.skipIf(corpus === null).each(studioLocales)(
  'changes planted into real news, %s',
  { timeout: 60_000 },
  (locale) => {
    const paragraphs = (corpus ?? []).flatMap((text) => text[locale].paragraphs);

    /** Share of the changes that are taken as gravely as they are. */
    const right = (expected: Gravity, change: (text: string) => string | null): number => {
      const changed = paragraphs.flatMap((before) => {
        const after = change(before);
        return after === null || after === before ? [] : [gravityOf([{ text: before }], [{ text: after }], locale)];
      });
      expect(changed.length).toBeGreaterThan(40);
      return changed.filter((gravity) => gravity === expected).length / changed.length;
    };

    it('are a fact where a number changed', () => {
      expect(right('fact', (text) => text.replace(/\d+/, (digits) => String(Number(digits) + 1)))).toBeGreaterThan(
        0.99,
      );
    });

    it('are style where a point or quotation marks changed', () => {
      expect(right('style', (text) => text.replace(/[.。]$/u, locale === 'zh' ? '！' : ' !'))).toBeGreaterThan(0.99);
      expect(right('style', (text) => text.replace(/["“”«»]/gu, '”'))).toBeGreaterThan(0.99);
    });

    // Chinese has no capitals that would tell which words are names
    it.skipIf(locale === 'zh')('are meaning where a word changed, and a fact where a name did', () => {
      const random = seeded(5);
      expect(right('meaning', (text) => reword(text, /^\p{Ll}{4,}$/u, 'zebra', random))).toBeGreaterThan(0.95);
      expect(right('fact', (text) => reword(text, /^\p{Lu}\p{Ll}{3,}$/u, 'Zebrason', random))).toBeGreaterThan(0.95);
    });
  },
);
