/*
 * Ranks of members: texts that are ordered by their code units, so that between any two there is room for a third and moving
 * one member changes its rank alone. A rank has a head of eight digits, and where heads leave no room, a tail.
 * Chance is in every rank, so that two curators who put something into the same gap at once get two ranks.
 */

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = digits.length;
const headLength = 8;
/** Heads run from 1 to one below this. */
const heads = base ** headLength;
/** How far apart what is put at an end lies, at least; at most twice as far. Room for seven million at each end. */
const stride = base ** 4;

/** A source of chance: at least 0, below 1. */
export type Chance = () => number;

const shape = /^[0-9A-Za-z]{8,}$/;

/** Whether a text is a rank: digits, eight at least, and no 0 at the end of a tail, below which there would be no room. */
export const isRank = (text: string): boolean =>
  shape.test(text) && (text.length === headLength || !text.endsWith('0'));

const headOf = (rank: string): number =>
  [...rank.slice(0, headLength)].reduce((value, digit) => value * base + digits.indexOf(digit), 0);

const tailOf = (rank: string): string => rank.slice(headLength);

const textOf = (head: number): string => {
  let text = '';
  for (let rest = head; text.length < headLength; rest = Math.floor(rest / base)) text = digits[rest % base] + text;
  return text;
};

const digitAt = (text: string, index: number): number => digits.indexOf(text[index] ?? '0');

/** A tail strictly between two; null: no bound above. Neither ends in 0. */
const tailBetween = (low: string, high: string | null): string => {
  let shared = '';
  for (let index = 0; ; index++) {
    const [below, above] = [digitAt(low, index), high === null ? base : digitAt(high, index)];
    if (above - below > 1) return shared + digits[below + Math.floor((above - below) / 2)];
    shared += digits[below];
    if (above > below) return shared + tailBetween(low.slice(index + 1), null);
  }
};

/** Two digits more keep apart what is put into one gap at once. */
const spread = (tail: string, chance: Chance): string =>
  tail + digits[Math.floor(chance() * base)] + digits[1 + Math.floor(chance() * (base - 1))];

const within = (from: number, to: number, chance: Chance): number => from + Math.floor(chance() * (to - from));

/**
 * A rank between two of one album.
 *
 * @param after rank of what goes before; null: it is put at the beginning
 * @param before rank of what comes next, above `after`; null: it is put at the end
 */
export const rankBetween = (after: string | null, before: string | null, chance: Chance = Math.random): string => {
  const low = after === null ? 0 : headOf(after);
  const high = before === null ? heads : headOf(before);
  if (after === null && before === null) return textOf(within(heads / 2 - stride, heads / 2, chance));
  if (before === null && high - low > 2 * stride) return textOf(within(low + stride, low + 2 * stride, chance));
  if (after === null && high - low > 2 * stride) return textOf(within(high - 2 * stride + 1, high - stride, chance));
  if (high - low > 3) {
    const third = Math.floor((high - low) / 3);
    return textOf(within(low + third, high - third, chance));
  }
  if (high - low > 1) return textOf(low + 1);
  const ceiling = high === low && before !== null ? tailOf(before) : null;
  return textOf(low) + spread(tailBetween(after === null ? '' : tailOf(after), ceiling), chance);
};
