import { describedLists, describedLocal, describedTexts } from '#collections/fields/described.ts';
import type { EmbeddedRecord } from '#media/metadata/embedded-record.ts';
import { type Certainty, findSecrecy } from '#secrecy/find.ts';

/** Where in a picture's record or file something was found. */
export interface Place {
  readonly in: 'text' | 'filename' | 'metadata';
  /** Name of the field, or of the property in the file. */
  readonly field: string;
  readonly locale: string | null;
}

/** A word of secrecy that was found at a picture. It points; it decides nothing. */
export interface Hint extends Place {
  readonly words: string;
  /** What stands before and behind it in the same line of text. */
  readonly before: string;
  readonly after: string;
  readonly certainty: Certainty;
}

const local = ['title', 'alt', 'caption', ...describedLocal] as const;
const shared = ['credit', 'creator', 'takenOn', ...describedTexts, ...describedLists] as const;

/** Longest part of a find that is shown. */
const longest = 60;
/** Most of what stands around it, on each side, in characters. */
const around = 40;

const beforeIn = (text: string, start: number): string => {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return line.length > around ? `…${line.slice(-around)}` : line;
};

const afterIn = (text: string, end: number): string => {
  const [line = ''] = text.slice(end).split('\n', 1);
  return line.length > around ? `${line.slice(0, around)}…` : line;
};

const hintsIn = (text: unknown, place: Place): Hint[] =>
  typeof text === 'string'
    ? findSecrecy(text).map(({ words, certainty, start, end }) => ({
        ...{ ...place, certainty, words: words.slice(0, longest) },
        ...{ before: beforeIn(text, start), after: afterIn(text, end) },
      }))
    : [];

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** The same words in the same field are one hint, however often they stand there. */
const once = (hints: readonly Hint[]): Hint[] => [
  ...new Map(hints.map((hint) => [JSON.stringify([hint.in, hint.field, hint.locale, hint.words]), hint])).values(),
];

/**
 * What the scan for words of secrecy finds in the words of a picture's record, in every language, and in the name of its file.
 * @param doc as the database gives it in all languages
 */
export const hintsOfRecord = (doc: Readonly<Record<string, unknown>>): Hint[] => {
  const spoken = local.flatMap((field) =>
    Object.entries(isMap(doc[field]) ? doc[field] : {}).flatMap(([locale, text]) =>
      hintsIn(text, { in: 'text', field, locale }),
    ),
  );
  const said = shared.flatMap((field) =>
    listOf(doc[field]).flatMap((text) => hintsIn(text, { in: 'text', field, locale: null })),
  );
  const filename = isMap(doc.master) ? doc.master.filename : null;
  return once([...hintsIn(filename, { in: 'filename', field: 'filename', locale: null }), ...spoken, ...said]);
};

/** The same in what a file says of itself, whichever of its blocks says so. */
export const hintsOfFile = ({ values }: Pick<EmbeddedRecord, 'values'>): Hint[] =>
  once(
    Object.entries(values).flatMap(([field, found]) =>
      [...(found?.said ?? []), ...(found?.differing ?? [])].flatMap(({ text, lang }) =>
        hintsIn(text, { in: 'metadata', field, locale: lang === '' || lang === 'x-default' ? null : lang }),
      ),
    ),
  );
