/** One paragraph, and which paragraphs of the first state it says, the one it says most of first. */
export interface Traced {
  readonly text: string;
  readonly from: readonly number[];
}

export type Random = () => number;

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export const seeded = (seed: number): Random => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export interface Editing {
  readonly random: Random;
  /** Paragraphs that have nothing to do with the text. */
  readonly foreign: readonly string[];
  /** What stands between words: nothing in Chinese. */
  readonly space: ' ' | '';
}

type Edit = (paragraphs: Traced[], at: number, editing: Editing) => void;

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;
const cut = (text: string, space: string): string[] => text.split(space).filter((word) => word !== '');

/** Some words of it become words of another text. */
const reword: Edit = (paragraphs, at, { random, foreign, space }) => {
  const paragraph = paragraphs[at];
  if (!paragraph) return;
  const others = cut(pick(foreign, random), space);
  const share = random() * 0.4;
  const text = cut(paragraph.text, space)
    .map((word) => (random() < share ? pick(others, random) : word))
    .join(space);
  paragraphs[at] = { ...paragraph, text };
};

const remove: Edit = (paragraphs, at) => void paragraphs.splice(at, 1);

const insert: Edit = (paragraphs, at, { random, foreign }) =>
  void paragraphs.splice(at, 0, { text: pick(foreign, random), from: [] });

const move: Edit = (paragraphs, at, { random }) => {
  const [moved] = paragraphs.splice(at, 1);
  if (moved) paragraphs.splice(Math.floor(random() * (paragraphs.length + 1)), 0, moved);
};

const split: Edit = (paragraphs, at, { random, space }) => {
  const paragraph = paragraphs[at];
  const words = cut(paragraph?.text ?? '', space);
  // Halves of different length: which of them stays the paragraph is certain
  const place = Math.floor(words.length * (random() < 0.5 ? 0.35 : 0.65));
  if (!paragraph || words.length < 12) return;
  const parts = [words.slice(0, place), words.slice(place)];
  const longest = parts[0] && parts[1] && parts[0].length > parts[1].length ? 0 : 1;
  const made = parts.map((part, index) => ({
    text: part.join(space),
    from: index === longest ? paragraph.from : [],
  }));
  paragraphs.splice(at, 1, ...made);
};

const join: Edit = (paragraphs, at, { space }) => {
  const [one, other] = paragraphs.slice(at, at + 2);
  if (!one || !other || one.text.length === other.text.length) return;
  const [main, rest] = one.text.length > other.text.length ? [one, other] : [other, one];
  paragraphs.splice(at, 2, { text: `${one.text}${space}${other.text}`, from: [...main.from, ...rest.from] });
};

export const edits = { reword, remove, insert, move, split, join };
export type EditKind = keyof typeof edits;

/** A text after some edits, each paragraph with where it came from. */
export function edited(texts: readonly string[], kinds: readonly EditKind[], editing: Editing): readonly Traced[] {
  const paragraphs = texts.map((text, index): Traced => ({ text, from: [index] }));
  for (const kind of kinds) {
    edits[kind](paragraphs, Math.floor(editing.random() * paragraphs.length), editing);
  }
  return paragraphs;
}
