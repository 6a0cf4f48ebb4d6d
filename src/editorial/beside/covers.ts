import { decide, type Refusal } from '#access/decide.ts';
import { readSeal } from '#access/level.ts';
import type { Kind } from '#access/rules.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';

/** Whose seals a person's clearance covers; nothing else is looked at for any part of an answer. */
export type Covers = (seal: string) => boolean;

/** Which things of a kind somebody may read, by their seals, as the one decision says it; or why none. */
export const coversOf = (viewer: Viewer, kind: Kind): Covers | Refusal => {
  const decision = decide(viewer, 'read', { kind });
  if ('refuse' in decision) return decision.refuse;
  if ('allow' in decision) return () => true;
  if (!decision.constraint.marked) return 'forbidden';
  const { levels, compartments } = decision.constraint.marked;
  return (seal) => {
    const marking = readSeal(seal);
    return (
      marking !== null &&
      levels.includes(marking.level) &&
      marking.compartments.every((name) => compartments.includes(name))
    );
  };
};

/** What a person’s clearance covers of a kind, as `coversOf` says it. @throws Failure that the decision refuses with */
export const coverOf = (viewer: Viewer, kind: Kind): Covers => {
  const covers = coversOf(viewer, kind);
  if (typeof covers === 'string') throw new Failure(covers);
  return covers;
};
