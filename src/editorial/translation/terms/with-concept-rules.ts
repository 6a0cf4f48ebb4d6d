import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook, CollectionConfig } from 'payload';
import { z } from 'zod';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { isSame } from '../../workflow/content-changes.ts';
import { noteChange } from '../../workflow/note-change.ts';
import { noteDeletion } from '../../workflow/note-deletion.ts';
import { oneAtATime } from '../../workflow/one-at-a-time.ts';
import { refuseBlindChange } from '../../workflow/revision-rule.ts';
import { checkEntries } from './check-entries.ts';
import { conceptData, nameOfConcept, readConcept } from './stored-concept.ts';

const expectedKey = 'expected:concepts';
const withRevision = z.looseObject({ data: z.looseObject({ revision: z.number().nullish() }) });

const beforeOperation: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  // Restoring is an operation of ours: an old version is saved again, by the rules of every save
  if (operation === 'restoreVersion') throw new Failure('forbidden');
  if (operation !== 'create' && operation !== 'update') return args;
  const read = withRevision.safeParse(args);
  req.context[expectedKey] = read.success ? (read.data.data.revision ?? null) : null;
  return args;
};

const revisionOf = (doc: unknown): number =>
  doc !== null && typeof doc === 'object' && 'revision' in doc ? Number(doc.revision ?? 0) : 0;

const content = ['kind', 'definition', 'forms'] as const;

const contentOf = (doc: unknown) => {
  const concept = readConcept(doc);
  return concept && conceptData(concept);
};

const beforeChange: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const before: unknown = operation === 'update' ? originalDoc : null;
  const expected = (req.context[expectedKey] as number | null | undefined) ?? null;
  const revision = revisionOf(before);
  if (before && expected !== null && expected !== revision)
    throw new Failure('revision-conflict', { revision, by: '–', at: String(originalDoc.updatedAt ?? '') });
  const concept = readConcept({ ...data, id: String(data.id ?? originalDoc?.id ?? '') });
  if (!concept || concept.forms.length === 0) throw new Failure('field-invalid', { field: 'forms' });
  const rows: unknown = data.forms;
  if (Array.isArray(rows) && rows.length !== concept.forms.length)
    throw new Failure('field-invalid', { field: 'term' });
  if (req.context.namesChecked !== true) await checkEntries(req.payload, [concept]);
  const [was, is] = [contentOf(before), contentOf(concept)];
  refuseBlindChange(viewerOf(req.user), expected, before && !isSame(was, is) ? content : []);
  return { ...data, name: nameOfConcept(concept), revision: revision + 1 };
};

/** Rules of the registry of names: one approved form of a language at a time, none that another entry forbids, nothing lost between two people. */
export const withConceptRules = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [...(collection.hooks?.beforeOperation ?? []), oneAtATime, beforeOperation],
    beforeChange: [beforeChange, ...(collection.hooks?.beforeChange ?? []), noteChange],
    beforeDelete: [...(collection.hooks?.beforeDelete ?? []), noteDeletion],
  },
});
