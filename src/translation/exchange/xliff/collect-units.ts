import { isDeepStrictEqual } from 'node:util';
import type { ReadUnit } from '../document.ts';
import { type ExchangeProblem, problem } from '../problem.ts';
import type { UnitReading } from './read-unit-2.ts';

/** The units of one document while it is read. */
export interface UnitCollection {
  add(reading: UnitReading, more?: readonly ExchangeProblem[]): void;
  units(): ReadUnit[];
  problems(): ExchangeProblem[];
}

/**
 * Keeps each id once. Two units of one id that say the same are one; where they differ nobody can tell which is meant, so neither
 * is given back.
 */
export const collectUnits = (): UnitCollection => {
  const byId = new Map<string, ReadUnit | null>();
  const problems: ExchangeProblem[] = [];
  return {
    add: ({ unit, problems: found }, more = []) => {
      problems.push(...found, ...more);
      if (unit.id === '') problems.push(problem('unit-without-id', unit.at));
      else if (byId.has(unit.id)) {
        problems.push(problem('unit-doubled', unit.at, unit.id));
        const first = byId.get(unit.id);
        if (!first || !isDeepStrictEqual(first.target, unit.target)) byId.set(unit.id, null);
      } else byId.set(unit.id, unit);
    },
    units: () => [...byId.values()].filter((unit) => unit !== null),
    problems: () => problems,
  };
};
