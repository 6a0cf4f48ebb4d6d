import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StudioLocale } from '#languages/locales.ts';
import type { MemoryUnit } from '#translation/memory/unit.ts';

/** Real translations, beside the project; where they are missing, sentences are made of words that are drawn at random. */
const corpus = join(import.meta.dirname, '../../../shared/corpora/ntrex.jsonl');
export const hasCorpus = existsSync(corpus);

export type Sentences = Readonly<Record<StudioLocale, readonly string[]>>;

/** Numbers from 0 to 1 that are the same at every run of the same seed (mulberry32, public domain). */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const invented = (locale: StudioLocale, next: () => number): string[] => {
  const words = Array.from({ length: 8000 }, (_, n) =>
    locale === 'zh' ? String.fromCodePoint(0x4e00 + (n % 4000)) : `${locale}${n.toString(36)}`,
  );
  // Few words are frequent and most are rare
  const word = () => words[Math.floor(words.length ** next()) - 1] ?? 'a';
  const length = locale === 'zh' ? 45 : 25;
  return Array.from({ length: 1376 }, () =>
    Array.from({ length: 5 + Math.floor(next() * length) }, word).join(locale === 'zh' ? '' : ' '),
  );
};

/** Sentences of all four languages, those of one number with the same meaning. */
export const readSentences = (): Sentences => {
  if (!hasCorpus) {
    const next = numbersFrom(7);
    return { vi: invented('vi', next), en: invented('en', next), fr: invented('fr', next), zh: invented('zh', next) };
  }
  const articles = readFileSync(corpus, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const all = (locale: StudioLocale): string[] =>
    articles.flatMap((article) => [article[locale].title, ...article[locale].paragraphs]);
  return { vi: all('vi'), en: all('en'), fr: all('fr'), zh: all('zh') };
};

/** Words with what stands after them; of Chinese, characters. */
const partsOf = (text: string, locale: StudioLocale): string[] =>
  locale === 'zh' ? [...text] : text.split(/(?<=\s)/u);

/** A text of which each word is another one with so much chance, drawn from what people really write. */
export const reworded = (text: string, locale: StudioLocale, share: number, sentences: Sentences, next: () => number) =>
  partsOf(text, locale)
    .map((part) => {
      if (next() >= share) return part;
      const other = partsOf(sentences[locale][Math.floor(next() * sentences[locale].length)] ?? '', locale);
      return other[Math.floor(next() * other.length)] ?? part;
    })
    .join('');

/** Of ten units: one says what was said before, three nearly so, and six are new. */
const shares = [0, 0.05, 0.1, 0.2, 0.6, 0.6, 0.6, 0.7, 0.7, 0.8] as const;
const targets = ['en', 'fr', 'zh'] as const;

/** Units of Vietnamese with one other language each, recombined from real sentences. */
export function* madeUpUnits(many: number, sentences: Sentences): Generator<MemoryUnit> {
  const next = numbersFrom(11);
  for (let n = 0; n < many; n += 1) {
    const to = targets[n % targets.length] ?? 'en';
    const at = Math.floor(next() * sentences.vi.length);
    const share = shares[Math.floor(next() * shares.length)] ?? 0;
    const text = (locale: StudioLocale) => ({
      content: [{ text: reworded(sentences[locale][at] ?? '', locale, share, sentences, next) }],
      path: `body/${n % 40}`,
      ...{ before: `${n - 1}`, after: `${n + 1}` },
    });
    const document = { collection: 'articles', id: `${Math.floor(n / 40)}` };
    // One in twenty stands in a document that the asker may not know of
    const seal = n % 20 === 0 ? 'restricted|' : 'public|';
    const day = 1 + (n % 28);
    yield {
      ...{ id: `u${n}`, seal, document, at: `2026-10-${String(day).padStart(2, '0')}T08:00:00.000Z` },
      texts: { vi: text('vi'), [to]: text(to) },
    };
  }
}
