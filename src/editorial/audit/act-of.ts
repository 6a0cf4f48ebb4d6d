import type { PayloadRequest, Where } from 'payload';
import { covers } from '#access/decide.ts';
import { type AuditedAction, type AuditedCollection, auditedCollections } from '#collections/audit.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { readMarking } from '../workflow/marking-store.ts';
import type { Act } from './audit-line.ts';

/** Last words of an address that are acts by themselves. */
const verbs: Readonly<Record<string, AuditedAction>> = {
  login: 'log-in',
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
  if (method === 'POST' && Object.hasOwn(verbs, last)) return verbs[last] ?? 'create';
  if (method === 'POST' && words.includes('versions')) return 'restore';
  return methods[method] ?? 'read';
};

const collectionOf = (value: unknown): AuditedCollection | null =>
  auditedCollections.find((name) => name === value) ?? null;

/** An id as somebody asked for it; what cannot be one is not kept, for it could be anything. */
const idOf = (value: unknown): string | null =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : null;

/** Whom somebody wanted to be: the account, never what was typed, which may be a password. */
const accountOf = async (req: PayloadRequest): Promise<string | null> => {
  const email: unknown = req.data?.email;
  if (typeof email !== 'string') return null;
  const where: Where = { email: { equals: email.trim().toLowerCase() } };
  const found: unknown = await req.payload.db.findOne({ collection: 'users', where });
  return found !== null && typeof found === 'object' && 'id' in found ? String(found.id) : null;
};

/** What a request wanted to do, read from its address alone. */
export const actOf = async (req: PayloadRequest): Promise<Act> => {
  const action = actionOf(req);
  const collection = collectionOf(req.routeParams?.collection);
  const asked = idOf(req.routeParams?.id);
  if (action === 'log-in') return { action, collection: 'users', documentId: await accountOf(req) };
  if (collection !== 'markings') return { action, collection, documentId: action === 'restore' ? null : asked };
  // A marking has no name of its own: for whoever may know of it the line speaks of the document that it marks
  const marking = await readMarking(req, asked);
  const viewer = viewerOf(req.user);
  if (!marking || !viewer || !covers(viewer, marking)) return { action, collection, documentId: asked };
  return { action, collection: marking.subjectType, documentId: marking.subjectId };
};
