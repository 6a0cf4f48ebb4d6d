import type { ReadDocument, ReadUnit } from '#translation/exchange/document.ts';
import { exchangeStates } from '#translation/exchange/document.ts';
import { type ExchangeProblem, problem } from '#translation/exchange/problem.ts';
import { readXliff } from '#translation/exchange/xliff/read-xliff.ts';
import { isSameText } from './meet.ts';
import type { PackedFile } from './packed-files.ts';

/** Documents of files that belong together, each once. */
type Named = ReadonlyMap<string, ReadDocument>;

const nameOf = ({ collection, documentId, targetLocale }: ReadDocument): string =>
  JSON.stringify([collection, documentId, targetLocale]);

const isTouched = ({ target, targetAsSent }: ReadUnit): boolean =>
  target !== null && !(targetAsSent !== null && isSameText(target, targetAsSent));

const later = (one: ReadUnit, other: ReadUnit): ReadUnit =>
  exchangeStates.indexOf(other.state) > exchangeStates.indexOf(one.state) ? other : one;

/**
 * One unit of two that a pack has, since it holds each document in two forms: the one on which somebody has worked.
 * @returns null where both were worked on and say different things, so that nobody can tell which is meant
 */
const oneOf = (one: ReadUnit, other: ReadUnit): ReadUnit | null => {
  if (isTouched(one) !== isTouched(other)) return isTouched(one) ? one : other;
  return isTouched(one) && !isSameText(one.target, other.target) ? null : later(one, other);
};

const joined = (one: ReadDocument, other: ReadDocument): ReadDocument => {
  const units = new Map(one.units.map((unit) => [unit.id, unit]));
  const doubled: ExchangeProblem[] = [];
  for (const unit of other.units) {
    const known = units.get(unit.id);
    const kept = known ? oneOf(known, unit) : unit;
    if (kept) units.set(unit.id, kept);
    else {
      units.delete(unit.id);
      const found = problem('unit-doubled', unit.at, unit.id);
      doubled.push(unit.file === undefined ? found : { ...found, file: unit.file });
    }
  }
  return { ...one, units: [...units.values()], problems: [...one.problems, ...other.problems, ...doubled] };
};

const withFile = (document: ReadDocument, file: string): ReadDocument => ({
  ...document,
  file,
  units: document.units.map((unit) => ({ ...unit, file })),
  problems: document.problems.map((one) => ({ ...one, file })),
});

/** Documents, each of them once however many files have it. */
export const joinDocuments = (documents: Iterable<ReadDocument>): ReadDocument[] => {
  const found = new Map<string, ReadDocument>() satisfies Named;
  for (const document of documents) {
    const before = found.get(nameOf(document));
    found.set(nameOf(document), before ? joined(before, document) : document);
  }
  return [...found.values()];
};

/** Reads one file, a document at a time. @throws Failure `exchange-…` with line and column */
export async function* documentsIn(file: PackedFile): AsyncGenerator<ReadDocument, void> {
  for await (const document of readXliff(await file.open())) yield withFile(document, file.name);
}

/** Files of a pack that hold the same document in two forms bear the same name. */
export const togetherOf = (files: readonly PackedFile[]): PackedFile[][] => [
  ...Map.groupBy(files, ({ name }) => name.split('/').at(-1) ?? name).values(),
];
