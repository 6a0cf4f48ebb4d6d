import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload';
import { forgetFactors } from './factors/forget-factors.ts';
import { type Account, accountById } from './sessions/account.ts';
import { sessionCookie } from './sessions/session-answer.ts';
import { endSessions, holds, openSession, sessionsOf } from './sessions/session-rows.ts';
import { currentSession } from './sessions/session-strategy.ts';
import { originOf } from './sessions/sign-in.ts';
import { forgetTries } from './sessions/tries.ts';

const newPassword = 'whose new password';

/** To be called before a password is written. @param own whether by the person whose it is */
export const notePassword = (req: PayloadRequest, own: boolean): void => {
  req.context[newPassword] = own ? 'own' : 'given';
};

/**
 * Ends every session of somebody whose password, roles or address were changed, whose clearance was cut, or who was shut
 * out. They have ended by their stamps already; what is deleted here cannot come back when all is changed back. What the
 * hook is given lacks whatever the changer may not read, so that the database is asked. The browser in which somebody chose
 * their own new password gets a session of its own again.
 */
export const endWithChange: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  const password = req.context[newPassword];
  delete req.context[newPassword];
  if (operation === 'create') return doc;
  const person = await accountById(req.payload, String(doc.id), req);
  if (!person) return doc;
  await endWhatHoldsNot(req, person);
  if (password === 'own') await beginAnew(req, person);
  return doc;
};

const endWhatHoldsNot = async (req: PayloadRequest, person: Account): Promise<void> => {
  for (const session of await sessionsOf(req.payload, person.id, req))
    if (!holds(req.payload, session, person)) await endSessions(req.payload, person.id, { id: session.id }, req);
};

const beginAnew = async (req: PayloadRequest, person: Account): Promise<void> => {
  const factor = currentSession(req)?.factor ?? null;
  const { token } = await openSession(req.payload, person, originOf(req), factor, req);
  req.responseHeaders = new Headers(req.responseHeaders);
  req.responseHeaders.append('Set-Cookie', sessionCookie(req.payload, token));
};

/** Nobody is signed in as somebody who is gone. */
export const endWithDeletion: CollectionAfterDeleteHook = async ({ doc, id, req }) => {
  await endSessions(req.payload, String(id), 'all', req);
  await forgetFactors(req.payload, String(id), req);
  if (typeof doc?.email === 'string') await forgetTries(req.payload, doc.email, req);
};
