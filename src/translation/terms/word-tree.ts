/** What is said in so many words, as the numbers of these words. */
type Numbers = readonly number[];

const byWords = (one: Numbers, other: Numbers): number => {
  const shared = Math.min(one.length, other.length);
  for (let at = 0; at < shared; at += 1) {
    const apart = (one[at] ?? 0) - (other[at] ?? 0);
    if (apart !== 0) return apart;
  }
  return one.length - other.length;
};

/** Some names that begin alike: places in the list in order, from one up to before another, and how many words they share. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** The root of each tree. */
export const root = 0;

/**
 * Names as a tree of words: each way from the root is the beginning of some name. The children of a node stand side by side, in the
 * order of their words, and nodes are numbered level by level, so that what most words of a text ask for fits where memory is quick: a map
 * for each node takes ten times as much.
 */
export class WordTree {
  /** The word that leads to each node, by node. */
  readonly #word: Int32Array;
  /** The first child of each node; its last one stands before the first one of the next node. */
  readonly #children: Int32Array;
  /** The first child of the root for each word: the root has thousands. */
  readonly #beginnings: Int32Array;
  readonly #ends: (readonly number[])[] = [];

  /**
   * @param names in words, no name without any
   * @param words how many there are; they are numbered from 0
   */
  constructor(names: readonly Numbers[], words: number) {
    // Most names part with their first two words, which make one number
    const heads = Float64Array.from(names, ([first = -1, second = -1]) => first * (words + 1) + second + 1);
    const order = names
      .map((_, at) => at)
      .sort((one, other) => (heads[one] ?? 0) - (heads[other] ?? 0) || byWords(names[one] ?? [], names[other] ?? []));
    const sorted = order.map((at) => names[at] ?? []);
    const spans: Span[] = [{ from: 0, to: names.length, depth: 0 }];
    const leads = [-1];
    const children: number[] = [];
    for (let node = 0; node < spans.length; node += 1) {
      const { from, to, depth } = spans[node] as Span;
      children.push(spans.length);
      let at = from;
      while (at < to && sorted[at]?.length === depth) at += 1;
      this.#ends.push(order.slice(from, at));
      while (at < to) {
        const word = sorted[at]?.[depth] ?? -1;
        const begin = at;
        while (at < to && sorted[at]?.[depth] === word) at += 1;
        leads.push(word);
        spans.push({ from: begin, to: at, depth: depth + 1 });
      }
    }
    this.#word = Int32Array.from(leads);
    this.#children = Int32Array.from([...children, spans.length]);
    this.#beginnings = new Int32Array(words).fill(-1);
    for (let node = 1; node < (children[1] ?? 1); node += 1) this.#beginnings[leads[node] ?? 0] = node;
  }

  /** The node that a word leads to; -1 where no name goes on like that. */
  next(node: number, word: number): number {
    if (node === root) return this.#beginnings[word] ?? -1;
    let low = this.#children[node] ?? 0;
    let high = (this.#children[node + 1] ?? 0) - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const there = this.#word[middle] ?? 0;
      if (there === word) return middle;
      if (there < word) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Places of the names that end at a node. */
  at(node: number): readonly number[] {
    return this.#ends[node] ?? [];
  }
}
