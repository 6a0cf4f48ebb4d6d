import type { ExchangeDocument, ReadDocument, ReadUnit } from './document.ts';
import { type ExchangeProblem, problem } from './problem.ts';

/** A document as the store has it now, in one target language. */
export interface Expected
  extends Pick<ExchangeDocument, 'collection' | 'documentId' | 'sourceLocale' | 'targetLocale'> {
  readonly units: readonly Pick<ExchangeDocument['units'][number], 'id' | 'fingerprint'>[];
}

const ofDocument = (expected: Expected, read: ReadDocument): ExchangeProblem[] => {
  const isForeign = read.collection !== expected.collection || read.documentId !== expected.documentId;
  const isOther = read.sourceLocale !== expected.sourceLocale || read.targetLocale !== expected.targetLocale;
  return [
    ...(isForeign ? [problem('document-foreign', read.at)] : []),
    ...(isOther ? [problem('language-wrong', read.at)] : []),
  ];
};

/** A unit without a fingerprint is compared by nobody: whoever takes it in decides by what it says of its source. */
const ofUnit = (fingerprints: ReadonlyMap<string, string>, { id, at, fingerprint }: ReadUnit): ExchangeProblem[] => {
  const now = fingerprints.get(id);
  if (now === undefined) return [problem('unit-unknown', at, id)];
  return fingerprint === null || fingerprint === now ? [] : [problem('source-changed', at, id)];
};

const isMissing = (read: ReadDocument, found: ReadonlySet<string>, id: string): boolean =>
  !found.has(id) && !read.problems.some(({ code, unit }) => code === 'unit-doubled' && unit === id);

/**
 * What a document that came back has that the store does not expect, besides the problems that were found while reading:
 * another document, other languages, units that are unknown or missing, and sources that have changed since.
 */
export const holdAgainst = (expected: Expected, read: ReadDocument): ExchangeProblem[] => {
  const fingerprints = new Map(expected.units.map(({ id, fingerprint }) => [id, fingerprint]));
  const found = new Set(read.units.map(({ id }) => id));
  const missing = [...fingerprints.keys()].filter((id) => isMissing(read, found, id));
  return [
    ...ofDocument(expected, read),
    ...read.units.flatMap((unit) => ofUnit(fingerprints, unit)),
    ...missing.map((id) => problem('unit-missing', null, id)),
  ];
};
