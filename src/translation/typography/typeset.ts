import type { StudioLocale } from '#languages/locales.ts';
import { type Content, isRun, type Piece } from '../content.ts';
import { chineseRules } from './chinese.ts';
import { fixedUnits } from './fixed.ts';
import { frenchRules } from './french.ts';
import { englishRules, type Rule, vietnameseRules } from './latin.ts';
import { applyEdits, type Edit, openPage, type Page, type RuleName, setCells } from './page.ts';

/** One thing that is set otherwise than it was typed. Places are UTF-16 units of the plain text as it was. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  readonly rule: RuleName;
}

export interface Typeset {
  readonly content: Content;
  readonly changes: readonly Change[];
}

const rules: Record<StudioLocale, readonly Rule[]> = {
  vi: vietnameseRules,
  en: englishRules,
  fr: frenchRules,
  zh: chineseRules,
};

const isFree = (fixed: Uint8Array, { start, end }: Edit): boolean => !fixed.subarray(start, end).includes(1);

/** One rule after the other, each on what those before it have left. */
const once = (page: Page, locale: StudioLocale): Page =>
  rules[locale].reduce((now, rule) => {
    const fixed = fixedUnits(now);
    const edits = rule(now.text, fixed).filter((edit) => isFree(fixed, edit));
    return applyEdits(
      now,
      edits.sort((one, other) => one.start - other.start),
    );
  }, page);

/** Marks that were set can make another one plain to see: as many rounds as bring something new, which are two in practice. */
const mostRounds = 12;

const settled = (first: Page, locale: StudioLocale): Page => {
  let page = first;
  for (let round = 0; round < mostRounds; round += 1) {
    const next = once(page, locale);
    if (next.text === page.text) break;
    page = next;
  }
  return page;
};

/** Cells beside each other that have changed are one change. */
const changesOf = (page: Page, held: readonly string[]): Change[] => {
  const changes: Change[] = [];
  page.cells.forEach(({ typed, at }, index) => {
    const after = held[index] ?? '';
    if (after === typed) return;
    const last = changes.at(-1);
    if (last?.end === at) {
      changes[changes.length - 1] = { ...last, end: at + 1, before: last.before + typed, after: last.after + after };
    } else {
      changes.push({ start: at, end: at + 1, before: typed, after, rule: page.rules.get(index) ?? 'no-space' });
    }
  });
  return changes;
};

const rebuild = (content: Content, page: Page, held: readonly string[]): Content => {
  const texts = content.map(() => '');
  page.cells.forEach(({ piece }, index) => {
    texts[piece] = `${texts[piece]}${held[index]}`;
  });
  return content.flatMap((piece, index): Piece[] => {
    if (!isRun(piece)) return [piece];
    const text = texts[index] ?? '';
    return text === '' && piece.text !== '' ? [] : [{ ...piece, text }];
  });
};

/**
 * Sets quotation marks, apostrophes, spaces and points as a language writes them. Neither letters nor digits change, no code moves
 * or goes, and what was set stays as it is when it is set again. Code, addresses, times, ratios and numbers of documents are left
 * alone.
 */
export const typeset = (content: Content, locale: StudioLocale): Typeset => {
  const page = settled(openPage(content), locale);
  const held = setCells(page);
  const changes = changesOf(page, held);
  return { content: changes.length === 0 ? content : rebuild(content, page, held), changes };
};
