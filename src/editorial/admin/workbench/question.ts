import type { Content } from '#translation/content.ts';
import type { Conflict, Finding, Line } from './answers.ts';

/** What is asked of the person in a dialog. */
export type Question =
  | {
      readonly kind: 'conflict';
      readonly line: Line;
      readonly texts: Conflict;
      readonly words: string;
      readonly mine: Content;
    }
  | { readonly kind: 'apart'; readonly line: Line }
  | { readonly kind: 'beside'; readonly line: Line }
  | { readonly kind: 'fine'; readonly line: Line; readonly finding: Finding }
  | { readonly kind: 'help' };
