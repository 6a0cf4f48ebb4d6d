import { fineBits, type Likeness, quickBits } from './likeness.ts';

/** A picture that looks like the one asked about. */
export interface Near {
  readonly id: string;
  /** Bits that differ: 0–64 in the first part, 0–256 in the second. */
  readonly quick: number;
  readonly fine: number;
}

/**
 * Up to so many bits the pictures are taken for the same. Measured on photographs: the same one resized, compressed at
 * quality 30, in grey, a third brighter or darker, or with three hundredths cut off differs in at most 12 and 41 bits; two
 * that have nothing in common in at least 19 and 102.
 */
export const nearest = { quick: 12, fine: 56 } as const;

const quickWords = quickBits / 32;
const fineWords = fineBits / 32;
const words = quickWords + fineWords;
const digitsOfWord = 8;

/** Pictures by how they look: forty bytes each, all in memory, looked through from end to end for each question. */
export interface LikenessIndex {
  readonly size: number;
  /** Puts a picture in, or again with another likeness. */
  set(id: string, likeness: Likeness): void;
  remove(id: string): void;
  /** Those that look the same, most alike first; itself is not among them. */
  near(likeness: Likeness, itself?: string): Near[];
}

/** @param capacity pictures for which there is room at first; it grows */
export function openLikenessIndex(capacity = 1024): LikenessIndex {
  const ids: string[] = [];
  const places = new Map<string, number>();
  let table = new Uint32Array(capacity * words);

  const place = (id: string): number => {
    const known = places.get(id);
    if (known !== undefined) return known;
    if ((ids.length + 1) * words > table.length) table = grown(table);
    places.set(id, ids.length);
    return ids.push(id) - 1;
  };
  return {
    get size() {
      return ids.length;
    },
    set: (id, likeness) => {
      // First, as it may put another table in the place of this one
      const at = place(id) * words;
      table.set(wordsOf(likeness), at);
    },
    remove: (id) => {
      const at = places.get(id);
      const last = ids.at(-1);
      if (at === undefined || last === undefined) return;
      // The last one takes the empty place
      table.copyWithin(at * words, (ids.length - 1) * words, ids.length * words);
      ids[at] = last;
      places.set(last, at);
      places.delete(id);
      ids.pop();
    },
    near: (likeness, itself) => {
      const asked = wordsOf(likeness);
      return candidates(table, ids.length, asked)
        .map((at) => ({ id: String(ids[at]), ...distance(table, at, asked) }))
        .filter(({ id, fine }) => fine <= nearest.fine && id !== itself)
        .toSorted((one, other) => one.fine - other.fine || one.quick - other.quick);
    },
  };
}

function grown(table: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(table.length * 2);
  larger.set(table);
  return larger;
}

/** Bits that two likenesses differ in, part by part. */
export function distanceOf(one: Likeness, other: Likeness): Pick<Near, 'quick' | 'fine'> {
  return distance(wordsOf(one), 0, wordsOf(other));
}

function wordsOf(likeness: Likeness): Uint32Array {
  const read = new Uint32Array(words);
  for (let word = 0; word < words; word += 1) {
    read[word] = Number.parseInt(likeness.slice(word * digitsOfWord, (word + 1) * digitsOfWord), 16);
  }
  return read;
}

/** Places whose first part is near enough. @NOTE A million of them in a few milliseconds: no call in the loop but one. */
function candidates(table: Uint32Array, count: number, asked: Uint32Array): number[] {
  const found: number[] = [];
  const first = asked[0] ?? 0;
  const second = asked[1] ?? 0;
  for (let place = 0, at = 0; place < count; place += 1, at += words) {
    const differing = onesIn((table[at] ?? 0) ^ first) + onesIn((table[at + 1] ?? 0) ^ second);
    if (differing <= nearest.quick) found.push(place);
  }
  return found;
}

function distance(table: Uint32Array, place: number, asked: Uint32Array): Pick<Near, 'quick' | 'fine'> {
  const from = place * words;
  const count = (begin: number, end: number): number => {
    let sum = 0;
    for (let word = begin; word < end; word += 1) sum += onesIn((table[from + word] ?? 0) ^ (asked[word] ?? 0));
    return sum;
  };
  return { quick: count(0, quickWords), fine: count(quickWords, words) };
}

/** Ones among 32 bits, counted by adding neighbours. */
function onesIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
