import { choosableKinds, cleanKinds } from '../../translation/pack/segment-kinds.ts';
import type { Document, LookedAt, Segment } from './answers.ts';

/** Segments whose text is to be that of the file, by the names that `keyOf` gives them. */
export type Choice = ReadonlySet<string>;

export const keyOf = (
  { collection, id, locale }: Pick<Document, 'collection' | 'id' | 'locale'>,
  segment: string,
): string => JSON.stringify([collection, id, locale, segment]);

export const isChoosable = ({ kind }: Pick<Segment, 'kind'>): boolean => choosableKinds.includes(kind);

/** What is chosen before anybody has: all that destroys nothing. */
export const cleanChoice = ({ documents }: Pick<LookedAt, 'documents'>): Choice =>
  new Set(
    documents.flatMap((document) =>
      document.segments.filter(({ kind }) => cleanKinds.includes(kind)).map(({ segment }) => keyOf(document, segment)),
    ),
  );

export const nextChoice = (choice: Choice, key: string, isTaken: boolean): Choice => {
  const next = new Set(choice);
  if (isTaken) next.add(key);
  else next.delete(key);
  return next;
};

export const countOf = (choice: Choice): number => choice.size;

/** What the studio is asked to write: documents of which nothing is chosen are left out. */
export const orderOf = ({ documents }: Pick<LookedAt, 'documents'>, choice: Choice) =>
  documents.flatMap((document) => {
    const { collection, id, locale, seen, segments } = document;
    const take = segments.map(({ segment }) => segment).filter((segment) => choice.has(keyOf(document, segment)));
    return take.length === 0 ? [] : [{ collection, id, locale, seen, take }];
  });
