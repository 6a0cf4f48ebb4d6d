import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionConfig, PayloadRequest } from 'payload';
import { z } from 'zod';
import { joinOf, levels, type Marking, sealOf, stateSecrets } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import { sealAsMarked } from '../at-rest/seal-as-marked.ts';
import { resealLines } from '../audit/reseal-lines.ts';
import { sealStoreOf } from '../database/seals/seal-store-of.ts';
import { checkLowering } from './lowering/lowering-law.ts';
import { isMarkedCollection } from './references.ts';

export interface MarkingRules {
  readonly profile: 'connected' | 'isolated';
  readonly compartments: readonly string[];
}

const marking = z.object({
  id: z.string().nullish(),
  level: z.enum(levels),
  compartments: z.array(z.string()).nullish(),
  subjectType: z.string(),
  subjectId: z.string(),
});

/** What an installation may hold: on a machine joined to the Internet no state secret, anywhere no unknown compartment. */
export const checkMarking = ({ level, compartments }: Marking, rules: MarkingRules): void => {
  if (rules.profile === 'connected' && stateSecrets.includes(level)) throw new Failure('level-not-allowed', { level });
  if (compartments.some((name) => !rules.compartments.includes(name)))
    throw new Failure('field-invalid', { field: 'compartments' });
};

/** A marking speaks of one document for good: leading it to another one would lower that. */
const checkSubject = (before: z.infer<typeof marking>, after: z.infer<typeof marking>): void => {
  const field = (['subjectType', 'subjectId'] as const).find((name) => before[name] !== after[name]);
  if (field) throw new Failure('field-invalid', { field });
};

/** Writes a seal on what a marking speaks of: the document, and its versions. */
const sealSubject = async (req: PayloadRequest, doc: unknown, seal: string): Promise<void> => {
  const { id, subjectType, subjectId } = marking.parse(doc);
  if (id && isMarkedCollection(subjectType))
    await sealStoreOf(req.payload.db).write(req, subjectType, { id, subjectId }, seal);
};

/** What the audit says of a document is as confidential as the document is now, and the document bears its seal. */
const followed: CollectionAfterChangeHook = async ({ doc, operation, previousDoc, req }) => {
  if (doc.seal === previousDoc?.seal) return doc;
  await resealLines(req, doc, doc.seal);
  // A new marking is there before its document, which takes the seal from it
  if (operation === 'update') await sealSubject(req, doc, doc.seal);
  return doc;
};

const resealed: CollectionAfterChangeHook = ({ doc, previousDoc, operation, req }) => {
  if (operation === 'update' && doc.level !== previousDoc?.level)
    sealAsMarked(req.payload, { collection: doc.subjectType, id: String(doc.subjectId), level: doc.level });
  return doc;
};

/** Makes the collection of markings keep its own law, whoever writes to it, and its seals true. */
export const withMarkingRules = (collection: CollectionConfig, rules: MarkingRules): CollectionConfig => {
  const keepLaw: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
    const read = marking.parse({ ...originalDoc, ...data });
    const next = { level: read.level, compartments: read.compartments ?? [] };
    checkMarking(next, rules);
    if (operation === 'update') {
      const before = marking.parse(originalDoc);
      checkSubject(before, read);
      const from = { level: before.level, compartments: before.compartments ?? [] };
      await checkLowering(req, String(before.id), { from, to: next });
      // Until the marking is another one, the document bears what covers both: cut here, it is hidden and not shown
      if (sealOf(from) !== sealOf(next)) await sealSubject(req, before, sealOf(joinOf([from, next])));
    }
    return { ...data, seal: sealOf(next) };
  };
  const hooks = {
    ...collection.hooks,
    beforeChange: [keepLaw, ...(collection.hooks?.beforeChange ?? [])],
    afterChange: [...(collection.hooks?.afterChange ?? []), followed, resealed],
  };
  return { ...collection, hooks };
};
