import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { Misuse } from '../arguments.ts';

const file = join(import.meta.dirname, '../../../../shared/corpora/ntrex.jsonl');

interface Article {
  readonly id: string;
  readonly texts: Readonly<Record<StudioLocale, readonly string[]>>;
}

const text = z.object({ title: z.string(), paragraphs: z.array(z.string()) });
const line = z.object({ id: z.string(), vi: text, en: text, fr: text, zh: text });

const readArticle = (json: string): Article => {
  const { id, ...all } = line.parse(JSON.parse(json));
  const textsIn = (locale: StudioLocale) => [all[locale].title, ...all[locale].paragraphs];
  return { id, texts: { vi: textsIn('vi'), en: textsIn('en'), fr: textsIn('fr'), zh: textsIn('zh') } };
};

/** A sentence or two of a newspaper in two languages; the translators are professionals. */
export interface TextPair {
  /** Article and place in it: `reuters.218911/0`. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly sourceLocale: StudioLocale;
  readonly targetLocale: StudioLocale;
  /** All texts of the article in the language of the target. */
  readonly article: readonly string[];
}

const pairsOf = ({ id, texts }: Article, sourceLocale: StudioLocale, targetLocale: StudioLocale): TextPair[] =>
  texts[sourceLocale].map((source, at) => ({
    id: `${id}/${at}`,
    source,
    target: texts[targetLocale][at] ?? '',
    sourceLocale,
    targetLocale,
    article: texts[targetLocale],
  }));

/** Every second article is one that checks were adjusted to, the others are held out. */
export type Half = 'adjusted to' | 'held out';

/**
 * Half of NTREX-128, in all twelve directions between our languages.
 * @throws Misuse where the corpus is not beside the project
 */
export const parallelPairs = (half: Half): TextPair[] => {
  if (!existsSync(file)) throw new Misuse('checks are measured on ../shared/corpora/ntrex.jsonl, which is not there');
  const articles = readFileSync(file, 'utf8').trim().split('\n').map(readArticle);
  const wanted = articles.filter((_, at) => at % 2 === (half === 'held out' ? 1 : 0));
  return studioLocales.flatMap((from) =>
    studioLocales.filter((to) => to !== from).flatMap((to) => wanted.flatMap((article) => pairsOf(article, from, to))),
  );
};
