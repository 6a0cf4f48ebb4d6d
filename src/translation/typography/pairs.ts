/** Where a straight quotation mark opens, and where it closes. */
export interface Pair {
  readonly open: number;
  readonly close: number;
  /** How many quotations it stands in. */
  readonly depth: number;
}

/** How a language sets words beside quotation marks. */
export type Setting = 'spaced' | 'loose' | 'dense';

const opensAfter = /^[\s([{\u2014\u2013\-/\u00ab\u201c\u2018'\u2019"\uff08\u300a]$/u;
const closesBefore =
  /^[\s.,;:!?\u2026)\]}\u00bb\u201d\u2019'"\u2014\u2013\-\uff0c\u3002\uff1b\uff1a\uff01\uff1f\u3001\uff09\u300b]$/u;

interface Sides {
  readonly opens: boolean;
  readonly closes: boolean;
}

const sidesOf = (text: string, at: number, setting: Setting): Sides => {
  const [before, after] = [text[at - 1] ?? '\n', text[at + 1] ?? '\n'];
  const [spaceBefore, spaceAfter] = [/\s/u.test(before), /\s/u.test(after)];
  // Chinese has no space at either side: what has come before decides
  if (setting === 'dense') return { opens: !spaceAfter, closes: !spaceBefore };
  const beside = { opens: opensAfter.test(before), closes: closesBefore.test(after) };
  // In French a space may stand within
  if (setting === 'loose') return beside;
  return { opens: beside.opens && !spaceAfter, closes: beside.closes && !spaceBefore };
};

/**
 * Pairs straight quotation marks by what stands beside them. A mark without a partner (an inch, a second, a slip) is in no pair.
 * @param mark `"` or `'`
 * @param fixed units that are not of the sentence
 */
export const pairQuotes = (text: string, mark: string, fixed: Uint8Array, setting: Setting): Pair[] => {
  const pairs: Pair[] = [];
  const opened: number[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (fixed[at]) continue;
    const { opens, closes } = sidesOf(text, at, setting);
    const open = opened.at(-1);
    if (closes && open !== undefined) {
      opened.pop();
      pairs.push({ open, close: at, depth: opened.length });
    } else if (opens) opened.push(at);
  }
  return pairs;
};
