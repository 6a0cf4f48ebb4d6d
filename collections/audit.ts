import type { CollectionConfig, Field } from 'payload';
import { decide } from '#access/decide.ts';
import { accessOf } from './access-filter.ts';
import { randomId } from './fields/random-id.ts';
import { viewerOf } from './viewer-of.ts';

/** What people do and are refused. */
export const auditedActions = [
  'log-in',
  'log-out',
  'end-session',
  'step-up',
  'add-factor',
  'remove-factor',
  'recovery-codes',
  'read',
  'create',
  'update',
  'duplicate',
  'restore',
  'delete',
  'review',
  'review-request',
  'review-return',
  'review-approve',
  'review-withdraw',
  'translate',
  'review-translation',
  'publish',
  'correct',
  'unpublish',
  'launch',
  'cancel-launch',
  'recall',
  'release',
  'raise',
  'extend',
  'ask-lowering',
  'withdraw-lowering',
  'refuse-lowering',
  'lower',
  'ask-grant',
  'withdraw-grant',
  'refuse-grant',
  'grant',
  'end-grants',
  'ask-copy',
  'withdraw-copy',
  'refuse-copy',
  'grant-copy',
  'copy',
  'move-copy',
  'return-copy',
  'destroy-copy',
  'confirm-copy',
  'keep-copy',
  'let-go',
  'keep-in',
  'merge',
  'part',
  'ask-deletion',
  'withdraw-deletion',
  'hold',
  'lift-hold',
  'assign',
  'comment',
  'export',
  'ask-removal',
  'withdraw-removal',
  'refuse-removal',
  'remove-lines',
] as const;
export type AuditedAction = (typeof auditedActions)[number];

/** Collections that a line can speak of. */
export const auditedCollections = [
  'articles',
  'events',
  'images',
  'albums',
  'places',
  'topics',
  'agencies',
  'concepts',
  'rights',
  'consents',
  'users',
  'markings',
  'reviews',
  'copies',
  'audit',
] as const;
export type AuditedCollection = (typeof auditedCollections)[number];

const choice = (name: string, values: readonly string[], required = false): Field => ({
  name,
  type: 'select',
  options: values.map((value) => ({ value, label: value })),
  required,
});

/**
 * Who did what to which document, and what was refused to whom. Holds no word of any document, and is read under the
 * document's own marking: the seal is the document's, and follows it when it is marked higher.
 * @param codes of refusals that leave a line
 */
export const audit = (codes: readonly string[]): CollectionConfig => ({
  slug: 'audit',
  access: accessOf('audit'),
  admin: {
    hidden: ({ user }) => 'refuse' in decide(viewerOf(user), 'read', { kind: 'audit' }),
    defaultColumns: ['at', 'who', 'action', 'collection', 'documentId', 'outcome', 'code', 'times'],
  },
  versions: false,
  lockDocuments: false,
  disableBulkEdit: true,
  disableDuplicate: true,
  timestamps: false,
  defaultSort: '-at',
  fields: [
    randomId(),
    { name: 'at', type: 'date', index: true, required: true },
    { name: 'who', type: 'text' },
    { name: 'actor', type: 'text', index: true },
    choice('action', auditedActions, true),
    choice('collection', auditedCollections),
    { name: 'documentId', type: 'text', index: true },
    choice('outcome', ['done', 'refused']),
    choice('code', codes),
    // A tally, for whoever reads: the same refusal again within the hour adds to these two, and a line of its own proves it afterwards
    { name: 'times', type: 'number', defaultValue: 1 },
    { name: 'lastAt', type: 'date' },
    { name: 'again', type: 'text', admin: { hidden: true } },
    // By which the log notices a line that is gone before it was taken in (src/audit-log/line.ts)
    { name: 'station', type: 'text', admin: { hidden: true } },
    { name: 'count', type: 'number', admin: { hidden: true } },
    { name: 'voided', type: 'text', admin: { hidden: true } },
    // What the document does not say: of acts at the log itself which part of it, of copies which one
    { name: 'about', type: 'text', admin: { hidden: true } },
    { name: 'seal', type: 'text', index: true, admin: { hidden: true } },
  ],
});
