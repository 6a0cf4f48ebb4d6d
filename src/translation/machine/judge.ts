import type { StudioLocale } from '#languages/locales.ts';
import { type Content, plainText } from '../content.ts';
import { fromMarked, type MarkedFault } from './marked-text.ts';

/** Why a text of an engine is not taken. The segment stays empty then, as if nobody had asked. */
export type Unusable = MarkedFault | 'empty' | 'too-long' | 'script' | 'unchanged';

export interface Asked {
  readonly source: Content;
  readonly to: StudioLocale;
  /** Longest text of the field, in UTF-16 units. */
  readonly limit?: number;
}

/** A translation is longer than its source, but not by this: an engine that begins to talk is not believed. */
const longest = (source: string): number => source.length * 6 + 200;

const letters = /\p{L}/u;
const han = /\p{Script=Han}/gu;
const lettersAll = /\p{L}/gu;

/** Whether the letters are those of the language: Chinese is mostly Han, the other languages mostly are not. */
const hasScript = (text: string, locale: StudioLocale): boolean => {
  const all = text.match(lettersAll)?.length ?? 0;
  if (all < 4) return true;
  const share = (text.match(han)?.length ?? 0) / all;
  return locale === 'zh' ? share > 0.3 : share < 0.3;
};

/** Words that are the same in both languages are usual for a name, not for a sentence. */
const isSentence = (text: string): boolean =>
  text.trim().split(/\s+/).length > 6 || (text.match(han)?.length ?? 0) > 12;

/**
 * Looks at what an engine says a source means before anybody else does.
 * @returns the content to keep, or why it is not kept. Never throws.
 */
export const judge = (marked: string, { source, to, limit }: Asked): Content | Unusable => {
  const words = plainText(source);
  if (marked.length > longest(words) * 2 + 1000) return 'too-long';
  const content = fromMarked(marked.normalize('NFC'), source);
  if (typeof content === 'string') return content;
  const said = plainText(content);
  if (letters.test(words) && said.trim() === '') return 'empty';
  if (said.length > longest(words) || (limit !== undefined && said.length > limit)) return 'too-long';
  if (said.trim() === words.trim()) return isSentence(words) ? 'unchanged' : content;
  return hasScript(said, to) ? content : 'script';
};
