import { randomUUID } from 'node:crypto';
import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook, CollectionConfig } from 'payload';
import { z } from 'zod';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { isRealDay } from '../input/real-date.ts';
import { clearAway } from './clear-away.ts';
import { changedAmong } from './content-changes.ts';
import { noteDeletion } from './note-deletion.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { refuseBlindChange } from './revision-rule.ts';

const key = 'expected:consents';
const withRevision = z.looseObject({ data: z.looseObject({ revision: z.number().nullish() }) });

const beforeOperation: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args;
  req.context[key] = withRevision.safeParse(args).data?.data.revision ?? null;
  return args;
};

const machinery = new Set(['id', 'createdAt', 'updatedAt', 'revision']);

const beforeChange: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  const signedOn: unknown = data.signedOn;
  if (typeof signedOn === 'string' && signedOn !== '' && !isRealDay(signedOn))
    throw new Failure('field-invalid', { field: 'signedOn' });
  if (operation === 'create') return { ...data, id: randomUUID(), revision: 1 };
  const expected = (req.context[key] as number | null | undefined) ?? null;
  const revision = Number(originalDoc.revision ?? 0);
  if (expected !== null && expected !== revision)
    throw new Failure('revision-conflict', { revision, by: '–', at: String(originalDoc.updatedAt) });
  const names = Object.keys(data).filter((name) => !machinery.has(name));
  refuseBlindChange(viewerOf(req.user), expected, changedAmong(names, originalDoc, data));
  return { ...data, revision: revision + 1 };
};

/** Consents are changed one at a time, from the revision that the person saw, and deleted with a line that says who did. */
export const withConsentRules = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [...(collection.hooks?.beforeOperation ?? []), oneAtATime, beforeOperation],
    beforeChange: [beforeChange, ...(collection.hooks?.beforeChange ?? [])],
    beforeDelete: [...(collection.hooks?.beforeDelete ?? []), noteDeletion],
    afterDelete: [...(collection.hooks?.afterDelete ?? []), clearAway],
  },
});
