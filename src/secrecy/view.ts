import { fold } from '#languages/fold.ts';

/**
 * A text letter by letter as it is searched: `marked` in small letters with its marks, `bare` without them. Character `n` of
 * either was made of what stands in the text from `from[n]` up to `to[n]`.
 */
export interface View {
  readonly marked: string;
  readonly bare: string;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Marks that follow a letter, and what nobody sees (soft hyphens, joiners), which belongs to the letter before it. */
const follower = /^[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]$/u;
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** Stands for what does not compose into one letter, which is no letter of a stamp. */
const other = 0xff_fd;

/** By code unit: what it is by itself, marked and bare, one more than its code so that 0 is what nobody has asked for yet. */
const markedOf = new Uint32Array(0x1_00_00);
const bareOf = new Uint16Array(0x1_00_00);
/** By code unit: 1 for one that follows, 2 for one that stands by itself. */
const kinds = new Uint8Array(0x1_00_00);

const isFollower = (unit: number): boolean => {
  if (kinds[unit] === 0) kinds[unit] = follower.test(String.fromCharCode(unit)) ? 1 : 2;
  return kinds[unit] === 1;
};

const markedLetter = (cluster: string): number => {
  const marked = cluster.replace(unseen, '').normalize('NFKC').toLowerCase();
  return marked.length === 0 ? -1 : marked.length === 1 ? marked.charCodeAt(0) : other;
};

const bareLetter = (marked: number): number => {
  if (bareOf[marked] === 0) bareOf[marked] = fold(String.fromCharCode(marked)).charCodeAt(0) || other;
  return bareOf[marked] ?? other;
};

const singleLetter = (unit: number): number => {
  if (markedOf[unit] === 0) markedOf[unit] = markedLetter(String.fromCharCode(unit)) + 2;
  return (markedOf[unit] ?? 0) - 2;
};

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Every way of composing the same letters, full-width forms and capitals come to be one. */
export function viewOf(text: string): View {
  const { length } = text;
  const [marked, bare] = [new Uint16Array(length), new Uint16Array(length)];
  const [from, to] = [new Uint32Array(length), new Uint32Array(length)];
  let count = 0;
  for (let at = 0, end = 0; at < length; at = end) {
    end = at + 1;
    while (end < length && isFollower(text.charCodeAt(end))) end += 1;
    const letter = end === at + 1 ? singleLetter(text.charCodeAt(at)) : markedLetter(text.slice(at, end));
    if (letter < 0) continue;
    marked[count] = letter;
    bare[count] = bareLetter(letter);
    from[count] = at;
    to[count] = end;
    count += 1;
  }
  const read = (letters: Uint16Array) => decoder.decode(letters.subarray(0, count));
  return { marked: read(marked), bare: read(bare), from: from.subarray(0, count), to: to.subarray(0, count) };
}
