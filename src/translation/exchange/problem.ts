import type { Place } from './xml/element.ts';

/** What can be wrong with one unit of a file, or with a document in it, while the rest is good. */
export const problemCodes = [
  'document-foreign',
  'document-doubled',
  'document-missing',
  'source-changed',
  'language-unknown',
  'language-wrong',
  'unit-doubled',
  'unit-missing',
  'unit-unknown',
  'unit-without-id',
  'target-partial',
  'code-broken',
  'code-crossed',
  'code-doubled',
  'code-unknown',
  'concept-empty',
  'entry-empty',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export interface ExchangeProblem {
  readonly code: ProblemCode;
  /** Where in the file, from 1; null for what is not there. */
  readonly line: number | null;
  readonly column: number | null;
  /** Id of the unit, the entry or the concept; null: it is said of the whole document. */
  readonly unit: string | null;
  /** Id of the code, or the tag of the language, that it is about. */
  readonly about?: string;
  /** Name of the file, where several were read together. */
  readonly file?: string;
}

export const problem = (
  code: ProblemCode,
  at: Place | null,
  unit: string | null = null,
  about?: string,
): ExchangeProblem => ({
  ...{ code, line: at?.line ?? null, column: at?.column ?? null, unit },
  ...(about === undefined ? {} : { about }),
});
