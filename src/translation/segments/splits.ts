import type { Alignable } from './segment.ts';
import { likeness, sharedBy, sharing, together, type WordBag, wordBag } from './word-bag.ts';

export interface Split {
  /** Index of the segment that became several. */
  readonly whole: number;
  /** Indexes of what it became, one after another. */
  readonly parts: readonly number[];
  /** The part that says most of it. */
  readonly best: number;
}

/** So much of the whole has to be found in its parts together, and so much of each part in the whole. */
const least = { together: 0.8, each: 0.75 };
const mostParts = 4;

interface Candidate extends Split {
  readonly score: number;
}

/**
 * Segments whose words stand in several ones that follow each other now. Joins are found with the sides exchanged.
 * @param settled indexes of either side that are not looked at any more
 */
export function findSplits(
  wholes: readonly Alignable[],
  parts: readonly Alignable[],
  settled: { readonly wholes: ReadonlySet<number>; readonly parts: ReadonlySet<number> },
): Split[] {
  // Most often every segment has been found by its words; then nothing has to be read word by word
  if (settled.wholes.size >= wholes.length) return [];
  const bags = parts.map((part, index) => (settled.parts.has(index) ? null : wordBag(part.content)));
  const sharedWith = sharing(bags);
  const candidates = wholes.flatMap((whole, index) => {
    if (settled.wholes.has(index)) return [];
    const bag = wordBag(whole.content);
    const shared = sharedWith(bag);
    const belongs = new Map<number, WordBag>();
    for (const [at, common] of shared.entries()) {
      const part = bags[at];
      if (part && common > 0 && common / part.size >= least.each && parts[at]?.field === whole.field)
        belongs.set(at, part);
    }
    return [...belongs.keys()].flatMap((from) => windows(bag, index, belongs, from));
  });
  candidates.sort((a, b) => b.score - a.score);
  return withoutClashes(candidates);
}

function windows(bag: WordBag, whole: number, belongs: ReadonlyMap<number, WordBag>, from: number): Candidate[] {
  const found: Candidate[] = [];
  const inside: WordBag[] = [];
  for (let at = from; at < from + mostParts; at++) {
    const part = belongs.get(at);
    if (!part) break;
    inside.push(part);
    if (inside.length < 2) continue;
    const all = together(inside);
    const score = likeness(bag, all, sharedBy(bag, all));
    if (score < least.together) continue;
    const most = Math.max(...inside.map(({ size }) => size));
    const best = from + inside.findIndex(({ size }) => size === most);
    found.push({ whole, parts: inside.map((_, step) => from + step), best, score });
  }
  return found;
}

function withoutClashes(candidates: readonly Candidate[]): Split[] {
  const [wholes, taken] = [new Set<number>(), new Set<number>()];
  return candidates.flatMap(({ whole, parts, best }) => {
    if (wholes.has(whole) || parts.some((part) => taken.has(part))) return [];
    wholes.add(whole);
    for (const part of parts) taken.add(part);
    return [{ whole, parts, best }];
  });
}
