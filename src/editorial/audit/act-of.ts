import type { PayloadRequest } from 'payload';
import { covers } from '#access/decide.ts';
import { type AuditedAction, type AuditedCollection, auditedCollections } from '#collections/audit.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { readMarking } from '../workflow/marking-store.ts';
import { asAsked } from './as-asked.ts';
import type { Act } from './audit-line.ts';

/** Last words of an address that are acts by themselves. */
const verbs: Readonly<Record<string, AuditedAction>> = {
  login: 'log-in',
  second: 'log-in',
  passkey: 'log-in',
  passkeys: 'add-factor',
  prove: 'step-up',
  publish: 'publish',
  unpublish: 'unpublish',
  review: 'review',
  release: 'release',
  raise: 'raise',
  extend: 'extend',
  propose: 'ask-lowering',
  agree: 'lower',
  refuse: 'refuse-lowering',
  'take-back': 'withdraw-lowering',
  'ask-grant': 'ask-grant',
  'give-grant': 'grant',
  'refuse-grant': 'refuse-grant',
  'withdraw-grant': 'withdraw-grant',
  'end-grants': 'end-grants',
  'ask-copy': 'ask-copy',
  'withdraw-copy': 'withdraw-copy',
  'refuse-copy': 'refuse-copy',
  'grant-copy': 'grant-copy',
  'make-copy': 'copy',
  'move-copy': 'move-copy',
  'return-copy': 'return-copy',
  'destroy-copy': 'destroy-copy',
  'confirm-copy': 'confirm-copy',
  'keep-copy': 'keep-copy',
  'let-go': 'let-go',
  'keep-in': 'keep-in',
  duplicate: 'duplicate',
  upload: 'create',
  merge: 'merge',
  undo: 'part',
  ask: 'ask-deletion',
  withdraw: 'withdraw-deletion',
  confirm: 'delete',
  hold: 'hold',
  lift: 'lift-hold',
  take: 'export',
  'ask-removal': 'ask-removal',
  'agree-removal': 'remove-lines',
  'refuse-removal': 'refuse-removal',
  'withdraw-removal': 'withdraw-removal',
};

const methods: Readonly<Record<string, AuditedAction>> = {
  POST: 'create',
  PATCH: 'update',
  PUT: 'update',
  DELETE: 'delete',
};

const translationAct = (words: readonly string[]): AuditedAction => {
  if (words.includes('work')) return 'assign';
  if (words.includes('comments')) return 'comment';
  return words.at(-1) === 'review' ? 'review-translation' : 'translate';
};

const actionOf = ({ method = 'GET', pathname }: Pick<PayloadRequest, 'method' | 'pathname'>): AuditedAction => {
  const words = pathname.split('/');
  const last = words.at(-1) ?? '';
  if (method === 'POST' && words.includes('translation')) return translationAct(words);
  if (method === 'POST' && words.includes('factors')) return 'add-factor';
  if (method === 'POST' && Object.hasOwn(verbs, last)) return verbs[last] ?? 'create';
  if (method === 'POST' && words.includes('versions')) return 'restore';
  return methods[method] ?? 'read';
};

const collectionOf = (value: unknown): AuditedCollection | null =>
  auditedCollections.find((name) => name === value) ?? null;

/** An id as somebody asked for it; what cannot be one is not kept, for it could be anything. */
const idOf = (value: unknown): string | null =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : null;

/** What people do about their own account alone. */
const ofOneself: readonly AuditedAction[] = ['step-up', 'add-factor'];

/** What a request wanted to do, read from its address alone. */
export const actOf = async (req: PayloadRequest): Promise<Act> => {
  const action = actionOf(req);
  if (ofOneself.includes(action))
    return { action, collection: 'users', documentId: req.user ? String(req.user.id) : null };
  const collection = collectionOf(req.routeParams?.collection);
  const asked = idOf(req.routeParams?.id);
  if (action === 'log-in') return { action, collection: 'users', documentId: asAsked(req).account };
  if (collection !== 'markings') return { action, collection, documentId: action === 'restore' ? null : asked };
  // A marking has no name of its own: for whoever may know of it the line speaks of the document that it marks
  const marking = await readMarking(req, asked);
  const viewer = viewerOf(req.user);
  if (!marking || !viewer || !covers(viewer, marking)) return { action, collection, documentId: asked };
  return { action, collection: marking.subjectType, documentId: marking.subjectId };
};
