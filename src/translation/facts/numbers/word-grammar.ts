/** What a word is in a number that is said: its value, or what it does to what stands before it. */
export type Part =
  | { readonly is: 'unit' | 'teen' | 'ten'; readonly value: number }
  /** Only behind tens or a joint: mốt, lăm; `tư` stands in many other words. Some make tens of a unit before them: ba lăm is 35. */
  | { readonly is: 'tail'; readonly value: number; readonly afterUnit?: boolean }
  /** `năm` is five and year: never behind tens, and behind hundreds or a scale only where the number goes on. */
  | { readonly is: 'head'; readonly value: number }
  /** `mươi` and the `vingt` of quatre-vingt make tens of the unit before them. */
  | { readonly is: 'tens-of'; readonly value: number; readonly of: readonly number[] }
  | { readonly is: 'hundred'; readonly alone: boolean }
  | { readonly is: 'scale'; readonly zeros: number; readonly alone: boolean }
  /** `and`, `linh`, `et`: inside of a number only. */
  | { readonly is: 'joint'; readonly after: readonly Part['is'][] }
  /** Half of the scale before it: một triệu rưỡi. */
  | { readonly is: 'half' };

export interface WordGrammar {
  readonly parts: ReadonlyMap<string, Part>;
  /** Tens on which a teen may stand: soixante-quinze, quatre-vingt-quinze. */
  readonly teensAfter: readonly number[];
}

/** Words of a number that is being read. */
interface Reading {
  readonly total: number;
  /** What stands before the next scale, under 1000. */
  readonly group: number;
  readonly last: Part | undefined;
  readonly scale: number;
}

const start: Reading = { total: 0, group: 0, last: undefined, scale: Number.POSITIVE_INFINITY };

type Small = Extract<Part, { readonly value: number }>;
const single: readonly (Part['is'] | undefined)[] = ['unit', 'tail', 'head'];
const ofTens: readonly (Part['is'] | undefined)[] = ['ten', 'tens-of'];

/** @returns the group with a unit behind it */
const withUnit = ({ group, last }: Reading, part: Small): number | undefined => {
  if (part.is === 'tail' && part.afterUnit && last?.is === 'unit' && group > 1 && group < 10)
    return group * 10 + part.value;
  const isFree = group % 10 === 0 && !single.includes(last?.is) && last?.is !== 'teen';
  if (part.is === 'head' && ofTens.includes(last?.is)) return undefined;
  if (part.is === 'tail' && !(ofTens.includes(last?.is) || last?.is === 'joint')) return undefined;
  return isFree ? group + part.value : undefined;
};

const withSmall = (now: Reading, part: Small, teensAfter: readonly number[]): number | undefined => {
  const { group, last } = now;
  if (last?.is === 'half') return undefined;
  if (part.is === 'tens-of') {
    const unit = group % 10;
    const isUnit = single.includes(last?.is) && part.of.includes(unit);
    return isUnit ? group - unit + unit * part.value : undefined;
  }
  if (part.is === 'teen') {
    return group % 100 === 0 || teensAfter.includes(group % 100) ? group + part.value : undefined;
  }
  if (part.is === 'ten') return group % 100 === 0 ? group + part.value : undefined;
  return withUnit(now, part);
};

const withHundred = ({ group, last }: Reading, alone: boolean): number | undefined => {
  if (group === 0) return alone && !single.includes(last?.is) ? 100 : undefined;
  return group < 100 ? group * 100 : undefined;
};

const withScale = (now: Reading, zeros: number, alone: boolean): Reading | undefined => {
  const last: Part = { is: 'scale', zeros, alone };
  if (now.group === 0 && now.total > 0 && zeros > now.scale) {
    return { total: now.total * 10 ** zeros, group: 0, last, scale: zeros };
  }
  if (zeros >= now.scale || (now.group === 0 && !(alone && now.total === 0))) return undefined;
  return { total: now.total + Math.max(now.group, 1) * 10 ** zeros, group: 0, last, scale: zeros };
};

const halfOf = (now: Reading): Reading | undefined => {
  const { last } = now;
  if (last?.is === 'scale') return { ...now, total: now.total + 10 ** last.zeros / 2, last: { is: 'half' } };
  if (last?.is === 'hundred') return { ...now, group: now.group + 50, last: { is: 'half' } };
  return undefined;
};

/** @returns what is read with one more word, undefined where the word does not go on with the number */
const next = (now: Reading, part: Part, { teensAfter }: WordGrammar): Reading | undefined => {
  switch (part.is) {
    case 'joint':
      return now.last && part.after.includes(now.last.is) ? { ...now, last: part } : undefined;
    case 'half':
      return halfOf(now);
    case 'scale':
      return withScale(now, part.zeros, part.alone);
    case 'hundred': {
      const group = withHundred(now, part.alone);
      return group === undefined ? undefined : { ...now, group, last: part };
    }
    default: {
      const group = withSmall(now, part, teensAfter);
      return group === undefined ? undefined : { ...now, group, last: part };
    }
  }
};

export interface SaidNumber {
  readonly value: number;
  /** Words that it takes. */
  readonly words: number;
}

/** Reads the longest number that the words begin with. @returns undefined where they begin with none */
export const readSaid = (words: readonly string[], grammar: WordGrammar): SaidNumber | undefined => {
  let now = start;
  let best: SaidNumber | undefined;
  for (const [at, word] of words.entries()) {
    const part = grammar.parts.get(word);
    const then = part && next(now, part, grammar);
    if (!then) break;
    const before = now.last?.is;
    now = then;
    const goesOn = part.is === 'joint' || (part.is === 'head' && (before === 'hundred' || before === 'scale'));
    if (!goesOn) best = { value: now.total + now.group, words: at + 1 };
  }
  return best;
};
