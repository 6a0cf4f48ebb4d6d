/*
 * TBX-Basic has no place for how long a term is valid, why it is forbidden, how it is written in traditional characters and
 * whether it stops a publication. Each is a note of its own that every tool shows and keeps, with a mark in front.
 */
export const marks = ['valid-from', 'valid-until', 'reason', 'traditional', 'stops', 'note'] as const;
export type Mark = (typeof marks)[number];

const prefix = 'benthanh:';

/** A note with a mark. */
export const markedNote = (mark: Mark, text: string): string => `${prefix}${mark} ${text}`;

/** A person’s note; one that looks as if it had a mark is given one. */
export const plainNote = (text: string): string => (text.startsWith(prefix) ? markedNote('note', text) : text);

export interface Notes {
  readonly marked: ReadonlyMap<Mark, string>;
  readonly plain: readonly string[];
}

const readMarked = (text: string): readonly [Mark, string] | null => {
  const mark = marks.find((one) => text.startsWith(markedNote(one, '')));
  return mark === undefined ? null : [mark, text.slice(markedNote(mark, '').length)];
};

/** Which notes have which mark. */
export const readNotes = (texts: readonly string[]): Notes => {
  const read = texts.map((text) => ({ text, found: readMarked(text) }));
  const plain = read.flatMap(({ text, found }) => {
    if (!found) return [text];
    return found[0] === 'note' ? [found[1]] : [];
  });
  return { marked: new Map(read.flatMap(({ found }) => (found ? [found] : []))), plain };
};
