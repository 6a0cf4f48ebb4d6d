import { fingerprintOf } from '#translation/drift/fingerprint.ts';
import type { Segment } from '#translation/segments/segment.ts';
import type { Unit } from '../ledger/unit.ts';

/** One line of the workbench: a segment of the source, the text against it, and what is remembered of both. */
export interface Line {
  /** Id of the unit where there is one, else `alias`. */
  readonly key: string;
  /** Told from the words, so that a line of which nothing is remembered yet is found again. */
  readonly alias: string;
  readonly unit: Unit | null;
  readonly source: Segment | null;
  readonly target: Segment | null;
}

/** Fingerprint of a segment; empty where there is none. */
export const printOf = (segment: Pick<Segment, 'content'> | null): string =>
  segment === null ? '' : fingerprintOf(segment.content);

/** A line before it has a name. */
export type Unnamed = Omit<Line, 'key' | 'alias'>;

/** Gives each line its names. Equal words get numbers behind them. */
export const named = (lines: readonly Unnamed[]): Line[] => {
  const met = new Map<string, number>();
  return lines.map((line) => {
    const words = line.source ? `s.${printOf(line.source)}` : `t.${printOf(line.target)}`;
    const count = met.get(words) ?? 0;
    met.set(words, count + 1);
    const alias = `${words}.${count}`;
    return { ...line, key: line.unit?.id ?? alias, alias };
  });
};

/** The line that somebody names, by its unit or, where they saw it before there was one, by its words. */
export const findLine = <L extends Line>(lines: readonly L[], name: string): L | null =>
  lines.find(({ key }) => key === name) ?? lines.find(({ alias }) => alias === name) ?? null;
