import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionConfig } from 'payload';
import { z } from 'zod';
import { levels, type Marking, rankOf, sealOf, stateSecrets } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import { resealLines } from '../audit/reseal-lines.ts';

export interface MarkingRules {
  readonly profile: 'connected' | 'isolated';
  readonly compartments: readonly string[];
}

const marking = z.object({ level: z.enum(levels), compartments: z.array(z.string()).nullish() });

/** What an installation may hold: on a machine joined to the Internet no state secret, anywhere no unknown compartment. */
export const checkMarking = ({ level, compartments }: Marking, rules: MarkingRules): void => {
  if (rules.profile === 'connected' && stateSecrets.includes(level)) throw new Failure('level-not-allowed', { level });
  if (compartments.some((name) => !rules.compartments.includes(name)))
    throw new Failure('field-invalid', { field: 'compartments' });
};

/** From `restricted` up a level never falls here: that takes two cleared people and an operation of its own. */
const checkDirection = (from: Marking, to: Marking): void => {
  const falls = rankOf(to.level) < rankOf(from.level);
  const opens = from.compartments.some((name) => !to.compartments.includes(name));
  const isHigh = rankOf(from.level) >= rankOf('restricted') || from.compartments.length > 0;
  if ((falls || opens) && isHigh) throw new Failure('level-lowering', { level: from.level });
};

/** What the audit says of a document is as confidential as the document is now. */
const followed: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  if (doc.seal !== previousDoc?.seal) await resealLines(req, doc, doc.seal);
  return doc;
};

/** Makes the collection of markings keep its own law, whoever writes to it, and its seals true. */
export const withMarkingRules = (collection: CollectionConfig, rules: MarkingRules): CollectionConfig => {
  const keepLaw: CollectionBeforeChangeHook = ({ data, originalDoc, operation }) => {
    const read = marking.parse(data);
    const next = { level: read.level, compartments: read.compartments ?? [] };
    checkMarking(next, rules);
    if (operation === 'update') {
      const before = marking.parse(originalDoc);
      checkDirection({ level: before.level, compartments: before.compartments ?? [] }, next);
    }
    return { ...data, seal: sealOf(next) };
  };
  const hooks = {
    ...collection.hooks,
    beforeChange: [keepLaw, ...(collection.hooks?.beforeChange ?? [])],
    afterChange: [...(collection.hooks?.afterChange ?? []), followed],
  };
  return { ...collection, hooks };
};
