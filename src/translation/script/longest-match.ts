/** UTF-16 units of the character at a place. */
export const widthAt = (text: string, at: number): 1 | 2 => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** A dictionary that finds the longest of its entries at a place of a text. */
export interface LongestMatch {
  /** Number of the longest entry that begins there; 0: none does. */
  at(text: string, start: number): number;
  /** UTF-16 units of an entry’s source. */
  width(entry: number): number;
  /** What takes its place. */
  value(entry: number): string;
}

/** Which unit leads from which node to which: an open hash table of plain numbers. */
interface Steps {
  readonly from: Int32Array;
  readonly unit: Uint16Array;
  readonly to: Int32Array;
}

const room = (size: number): Steps => ({
  from: new Int32Array(size),
  unit: new Uint16Array(size),
  to: new Int32Array(size),
});

/** Where a step stands, or the free place where it would. */
const placeOf = ({ from, unit, to }: Steps, node: number, by: number): number => {
  const mask = to.length - 1;
  let place = Math.imul(node, 0x9e3779b1) ^ Math.imul(by, 0x85ebca6b);
  place = (place ^ (place >>> 15)) & mask;
  while (to[place] !== 0 && (from[place] !== node || unit[place] !== by)) place = (place + 1) & mask;
  return place;
};

const put = (steps: Steps, node: number, by: number, next: number): void => {
  const place = placeOf(steps, node, by);
  steps.from[place] = node;
  steps.unit[place] = by;
  steps.to[place] = next;
};

const grown = (steps: Steps): Steps => {
  const larger = room(2 * steps.to.length);
  for (const [place, next] of steps.to.entries())
    if (next !== 0) put(larger, steps.from[place] ?? 0, steps.unit[place] ?? 0, next);
  return larger;
};

const root = 1;

/**
 * A tree of characters in flat arrays: as maps of maps the fifty thousand phrases of OpenCC take ten times the memory, and
 * cutting out and looking up every stretch that may be one takes ten times the time.
 * @param entries of a source that comes twice the last one counts; an empty one is none
 */
export const longestMatch = (entries: Iterable<readonly [source: string, value: string]>): LongestMatch => {
  let steps = room(64);
  let nodes = root;
  const values: (string | undefined)[] = [];
  const widths: number[] = [];
  const stepFrom = (node: number, by: number): number => {
    const known = steps.to[placeOf(steps, node, by)] ?? 0;
    if (known !== 0) return known;
    if (nodes * 2 > steps.to.length) steps = grown(steps);
    nodes += 1;
    put(steps, node, by, nodes);
    return nodes;
  };
  for (const [source, value] of entries) {
    let node = root;
    for (let at = 0; at < source.length; at += 1) node = stepFrom(node, source.charCodeAt(at));
    if (node === root) continue;
    values[node] = value;
    widths[node] = source.length;
  }
  return {
    at: (text, start) => {
      let found = 0;
      let node = root;
      for (let at = start; at < text.length; at += 1) {
        node = steps.to[placeOf(steps, node, text.charCodeAt(at))] ?? 0;
        if (node === 0) break;
        if (values[node] !== undefined) found = node;
      }
      return found;
    },
    width: (entry) => widths[entry] ?? 0,
    value: (entry) => values[entry] ?? '',
  };
};
