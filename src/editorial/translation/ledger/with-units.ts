import type { Unit } from './unit.ts';

/** Puts units into a list, each in the place of the one of its id. */
export const withUnits = (units: readonly Unit[], changed: readonly Unit[]): Unit[] => {
  const byId = new Map(changed.map((unit) => [unit.id, unit]));
  const kept = units.map((unit) => byId.get(unit.id) ?? unit);
  const known = new Set(units.map(({ id }) => id));
  return [...kept, ...changed.filter(({ id }) => !known.has(id))];
};

/**
 * Units in the order of the document, those that stand nowhere at the end: where a passage stands among the others tells which
 * one it is when its words have changed.
 */
export const inOrder = (units: readonly Unit[], lines: readonly { readonly unit: Unit | null }[]): Unit[] => {
  const places = new Map(lines.map(({ unit }, place) => [unit?.id, place]));
  const placeOf = ({ id }: Unit) => places.get(id) ?? lines.length;
  return units.toSorted((a, b) => placeOf(a) - placeOf(b));
};
