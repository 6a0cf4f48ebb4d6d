import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { StudioLocale } from '#languages/locales.ts';
import type { Content } from '#translation/content.ts';

const docs = resolve(import.meta.dirname, '../../docs');
const folders = { en: 'checks', vi: 'vi/checks' };
export type PageLanguage = keyof typeof folders;

export const readPage = (code: string, language: PageLanguage): string =>
  readFileSync(resolve(docs, folders[language], `${code}.md`), 'utf8');

/** A row of the table of examples of a page. */
export interface Example {
  readonly isWrong: boolean;
  readonly source: Content;
  readonly target: Content;
  readonly sourceLocale: StudioLocale;
  readonly targetLocale: StudioLocale;
  /** As it stands on the page. */
  readonly row: string;
}

const row = /^\| (?<mark>wrong|right|sai|đúng) \| `(?<from>\w+)` (?<source>.*?) \| `(?<to>\w+)` (?<target>.*?) \|$/gmu;

/** `<1>words</1>` is a code around words; `&#x323;` is a sign by its number. */
const contentOf = (text: string): Content =>
  text
    .replace(/&#x([\da-f]+);/g, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .split(/(<\/?\d>)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const [, closes, id] = /^<(\/?)(\d)>$/.exec(piece) ?? [];
      if (id === undefined) return { text: piece };
      return closes === '/' ? { code: 'close' as const, id } : { code: 'open' as const, id, kind: 'bold' as const };
    });

export const examplesOf = (page: string): Example[] =>
  [...page.matchAll(row)].map(({ 0: whole, groups = {} }) => ({
    isWrong: groups.mark === 'wrong' || groups.mark === 'sai',
    source: contentOf(groups.source ?? ''),
    target: contentOf(groups.target ?? ''),
    sourceLocale: groups.from as StudioLocale,
    targetLocale: groups.to as StudioLocale,
    row: whole,
  }));
