import type { StudioLocale } from '#languages/locales.ts';
import type { Check, CheckInput, Found } from '../check.ts';
import type { CheckCode } from '../check-codes.ts';

interface QuoteRules {
  readonly code: CheckCode;
  readonly locale: StudioLocale;
  /** Marks of other languages. */
  readonly foreign: RegExp;
  /** The language's own, opening and closing. */
  readonly pair: readonly [string, string];
}

const found = (says: string, start: number, mark: string): Found => ({
  says,
  start,
  end: start + mark.length,
  values: { found: mark },
});

/** Places of marks that have no partner; a mark of several paragraphs may be open at the end. */
const unpaired = (text: string, [open, close]: readonly [string, string]): { open: number[]; close: number[] } => {
  const opened: number[] = [];
  const closed: number[] = [];
  for (const { 0: mark, index } of text.matchAll(new RegExp(`[${open}${close}]`, 'gu'))) {
    if (mark === open) opened.push(index);
    else if (opened.pop() === undefined) closed.push(index);
  }
  return { open: opened, close: closed };
};

/**
 * A quotation goes on through several paragraphs in many languages, and sources open and close as they like: a mark without a partner
 * is told only where the source has pairs alone.
 */
const isEven = (text: string): boolean => {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/["＂]/g) % 2 === 0 && count(/[“«「《]/g) === count(/[”»」》]/g);
};

/** A quotation of several paragraphs opens where the first begins, and closes where the last ends. */
const goesOn = (text: string, at: number, [open]: readonly [string, string]): boolean =>
  text[at] === open ? text.slice(0, at).trim() === '' : /^[\s.,;:!?…]*$/u.test(text.slice(at + 1));

const lonely = (sourceText: string, text: string, pair: readonly [string, string]): number[] => {
  const { open, close } = unpaired(text, pair);
  const all = [...open, ...close];
  if (text.includes('"')) return all;
  return isEven(sourceText) ? all.filter((at) => !goesOn(text, at, pair)) : [];
};

/** Straight marks are set by typography; in French and Chinese they are of another language, or of half width. */
const straightIn = (text: string, locale: StudioLocale): number[] =>
  locale === 'fr' || locale === 'zh' ? [...text.matchAll(/(?<!\d)"/g)].map(({ index }) => index) : [];

/** The check of a language's quotation marks: marks of others, and such as have no partner. */
export const quotesCheck = ({ code, locale, foreign, pair }: QuoteRules): Check => ({
  code,
  severity: 'warns',
  languages: [locale],
  find: ({ source, target: { text } }: CheckInput) => [
    ...[...text.matchAll(foreign)].map(({ 0: mark, index }) => found('quotes-foreign', index, mark)),
    ...straightIn(text, locale).map((at) => found('quotes-foreign', at, '"')),
    ...lonely(source.text, text, pair).map((at) => found('quotes-unpaired', at, text[at] ?? '')),
  ],
});
