import type { CheckCode } from '#translation/checks/check-codes.ts';
import type { ContentPair } from './look-through.ts';
import type { TextPair } from './parallel-texts.ts';

/** A mistake that is put into a good translation. */
export interface Plant {
  readonly name: string;
  /** Whether it changes a fact: for those there is a goal. */
  readonly isFact: boolean;
  /** Checks of which one has to find it. */
  readonly checks: readonly CheckCode[];
  /** @returns the pair before and after, undefined where there is nothing to put it into */
  readonly into: (pair: TextPair, random: () => number) => Planted | undefined;
}

export interface Planted {
  readonly before: ContentPair;
  readonly after: ContentPair;
}

export const factChecks: readonly CheckCode[] = [
  ...(['numbers', 'dates', 'times', 'amounts', 'percentages', 'units'] as const),
  ...(['telephone-numbers', 'document-numbers', 'addresses', 'number-words'] as const),
];

/** A pair whose target says something else. */
export const instead = ({ source, target }: Pick<TextPair, 'source' | 'target'>, changed: string): Planted => ({
  before: { source: [{ text: source }], target: [{ text: target }] },
  after: { source: [{ text: source }], target: [{ text: changed }] },
});

export const replaceAt = (text: string, start: number, end: number, by: string): string =>
  text.slice(0, start) + by + text.slice(end);
