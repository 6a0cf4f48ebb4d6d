/** How many words have to be put in, taken out or exchanged to come from one text to another. */
export type Distance = (words: ArrayLike<number>, from: number, to: number) => number;

const width = 32;

/** For each word of the pattern, in which places it stands: a bit each, 32 to a number. */
const masksOf = (pattern: ArrayLike<number>, blocks: number): Map<number, Int32Array> => {
  const masks = new Map<number, Int32Array>();
  for (let at = 0; at < pattern.length; at += 1) {
    const word = pattern[at] ?? 0;
    const mask = masks.get(word) ?? new Int32Array(blocks);
    const block = Math.floor(at / width);
    mask[block] = (mask[block] ?? 0) | (1 << (at % width));
    masks.set(word, mask);
  }
  return masks;
};

/**
 * The edit distance (Levenshtein) from one text to many. A column of its table is kept as bits of differences, as in G. Myers, A fast
 * bit-vector algorithm for approximate string matching, JACM 46 (1999), with blocks for texts of more than 32 words.
 * @param pattern words as numbers
 */
export const openDistance = (pattern: ArrayLike<number>): Distance => {
  const { length } = pattern;
  const blocks = Math.max(1, Math.ceil(length / width));
  const masks = masksOf(pattern, blocks);
  const none = new Int32Array(blocks);
  const [plus, minus] = [new Int32Array(blocks), new Int32Array(blocks)];
  const last = 1 << ((length - 1) % width);

  /** One word of the other text against one block. @returns the difference that is carried into the next block */
  const step = (block: number, mask: number, carried: number, high: number): number => {
    const [up, down] = [plus[block] ?? 0, minus[block] ?? 0];
    const vertical = mask | down;
    const equal = carried < 0 ? mask | 1 : mask;
    const horizontal = (((equal & up) + up) ^ up) | equal;
    let grows = down | ~(horizontal | up);
    let shrinks = up & horizontal;
    const out = (grows & high) !== 0 ? 1 : (shrinks & high) !== 0 ? -1 : 0;
    grows = (grows << 1) | (carried > 0 ? 1 : 0);
    shrinks = (shrinks << 1) | (carried < 0 ? 1 : 0);
    plus[block] = shrinks | ~(vertical | grows);
    minus[block] = grows & vertical;
    return out;
  };

  return (words, from, to) => {
    if (length === 0) return to - from;
    plus.fill(-1);
    minus.fill(0);
    let distance = length;
    for (let at = from; at < to; at += 1) {
      const mask = masks.get(words[at] ?? 0) ?? none;
      let carried = 1;
      for (let block = 0; block < blocks; block += 1) {
        carried = step(block, mask[block] ?? 0, carried, block === blocks - 1 ? last : 1 << (width - 1));
      }
      distance += carried;
    }
    return distance;
  };
};
