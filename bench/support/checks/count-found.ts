import type { Finding } from '#translation/checks/check.ts';
import { plainText } from '#translation/content.ts';
import { type ContentPair, lookThrough } from './look-through.ts';
import type { TextPair } from './parallel-texts.ts';
import { plainlyDiffer } from './plain-compare.ts';
import type { Plant, Planted } from './plant.ts';
import { randomFrom } from './random.ts';

export interface FoundCount {
  readonly plant: Plant;
  readonly planted: number;
  readonly found: number;
  /** What the baseline finds of it: it says nothing before, and something after. */
  readonly plainly: number;
}

const said = (findings: readonly Finding[], { checks }: Plant): string[] =>
  findings
    .filter(({ check }) => checks.includes(check))
    .map(({ says, start, values }) => JSON.stringify([says, start, values]));

/** A mistake is found by what was not told before it was made. */
const isFound = (plant: Plant, pair: TextPair, { before, after }: Planted): boolean => {
  const known = new Set(said(lookThrough(pair, before), plant));
  return said(lookThrough(pair, after), plant).some((one) => !known.has(one));
};

const differs = ({ source, target }: ContentPair): boolean => plainlyDiffer(plainText(source), plainText(target));

/** Most pairs that a mistake is planted into. */
const most = 1200;

export const countFound = (plant: Plant, pairs: readonly TextPair[]): FoundCount => {
  const random = randomFrom(plant.name.length * 7919);
  const order = pairs.map((pair) => ({ pair, at: random() })).sort((a, b) => a.at - b.at);
  let [planted, found, plainly] = [0, 0, 0];
  for (const { pair } of order) {
    if (planted === most) break;
    const made = plant.into(pair, random);
    if (!made) continue;
    planted += 1;
    if (isFound(plant, pair, made)) found += 1;
    if (!differs(made.before) && differs(made.after)) plainly += 1;
  }
  return { plant, planted, found, plainly };
};
