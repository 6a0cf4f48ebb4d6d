import { type Endpoint, extractJWT, type PayloadRequest } from 'payload';
import { z } from 'zod';
import { decide } from '#access/decide.ts';
import type { Viewer } from '#access/viewer.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { answering } from '../../endpoints/after-error.ts';
import { readJson } from '../../endpoints/read-json.ts';
import { idIn } from '../../endpoints/signed-in.ts';
import type { RelyingParty } from '../factors/passkeys/relying-party.ts';
import type { FactorRule } from '../factors/required.ts';
import { ownActivity } from './own-activity.ts';
import { expiredCookie, prolongedAnswer } from './session-answer.ts';
import { endSessions, prolong, sessionOf, sessionsOf } from './session-rows.ts';
import { currentSession } from './session-strategy.ts';
import { askSecond, signIn, signInSecond } from './sign-in.ts';
import { askPasskey, signInPasskey } from './sign-in-passkey.ts';
import { forgetTries } from './tries.ts';

/** Whoever is signed in, with a password of somebody else’s too: they may leave, and look at where they are signed in. */
const present = (req: PayloadRequest): { viewer: Viewer; session: string } => {
  const viewer = viewerOf(req.user);
  const session = currentSession(req)?.id;
  if (!viewer || viewer.disabled || session === undefined) throw new Failure('sign-in-required');
  return { viewer, session };
};

const endedLine = (req: PayloadRequest, person: string, action: 'log-out' | 'end-session') =>
  writeAudit(req, { action, collection: 'users', documentId: person });

/**
 * `POST /api/users/logout`: ends the session in which it is asked, with `?allSessions=true` all of this person. The browser forgets
 * the pictures that it kept (`Clear-Site-Data`, W3C); names of an upload that waits stay, so that it can go on.
 */
const signOut = async (req: PayloadRequest): Promise<Response> => {
  const { viewer, session } = present(req);
  const isAll = req.searchParams.get('allSessions') === 'true';
  await endedLine(req, viewer.id, 'log-out');
  await endSessions(req.payload, viewer.id, isAll ? 'all' : { id: session });
  const message = req.t('authentication:logoutSuccessful');
  const headers = { 'Set-Cookie': expiredCookie(req.payload), 'Clear-Site-Data': '"cache"' };
  return Response.json({ message }, { headers });
};

/** `POST /api/users/refresh-token`: lets the session last on. */
const refresh = async (req: PayloadRequest): Promise<Response> => {
  present(req);
  const token = extractJWT({ headers: req.headers, payload: req.payload });
  const session = token ? await sessionOf(req.payload, token) : null;
  if (!token || !session) throw new Failure('sign-in-required');
  return prolongedAnswer(req, token, await prolong(req.payload, session));
};

/** `POST /api/users/unlock` with `{ email }`: an administrator lets an account be tried again. */
const unlock = async (req: PayloadRequest): Promise<Response> => {
  const decision = decide(viewerOf(req.user), 'unlock', { kind: 'user' });
  if ('refuse' in decision) throw new Failure(decision.refuse);
  const { email } = await readJson(req, z.object({ email: z.string().min(1).max(400) }));
  await forgetTries(req.payload, email);
  return Response.json({ message: req.t('general:success') });
};

/** `GET /api/account/sessions`: where this person is signed in. */
const list = async (req: PayloadRequest): Promise<Response> => {
  const { viewer, session } = present(req);
  const all = await sessionsOf(req.payload, viewer.id);
  const sessions = all.map(({ id, at, seenAt, until, network, agent }) => ({
    ...{ id, isCurrent: id === session, at, seenAt, until },
    ...{ network: network ?? '', agent: agent ?? '' },
  }));
  return Response.json({ sessions });
};

/** `DELETE /api/account/sessions/{id}`: ends one of one’s own. */
const end = async (req: PayloadRequest): Promise<Response> => {
  const { viewer } = present(req);
  const ended = await endSessions(req.payload, viewer.id, { id: idIn(req) });
  if (ended === 0) throw new Failure('not-found');
  await endedLine(req, viewer.id, 'end-session');
  return Response.json({ ended });
};

/** `POST /api/account/sessions/end-others`: ends all of one’s own but the one in which it is asked. */
const endOthers = async (req: PayloadRequest): Promise<Response> => {
  const { viewer, session } = present(req);
  const ended = await endSessions(req.payload, viewer.id, { allBut: session });
  if (ended > 0) await endedLine(req, viewer.id, 'end-session');
  return Response.json({ ended });
};

/** `GET /api/account/activity`: what this person did of late, and what was tried or done with their account. */
const activity = async (req: PayloadRequest): Promise<Response> => {
  const { viewer } = present(req);
  return Response.json({ lines: await ownActivity(req, viewer) });
};

/** In the place of Payload’s own addresses, which write a whole person back as they were when they began to sign in. */
export const signingEndpoints = (rule: FactorRule, party: RelyingParty): readonly Endpoint[] => [
  { method: 'post', path: '/login', handler: answering(signIn(rule)) },
  { method: 'post', path: '/login/second', handler: answering(signInSecond(rule, party)) },
  { method: 'post', path: '/login/second-challenge', handler: answering(askSecond(party)) },
  { method: 'post', path: '/login/passkey', handler: answering(signInPasskey(rule, party)) },
  { method: 'post', path: '/login/passkey-challenge', handler: answering(askPasskey(party)) },
  { method: 'post', path: '/logout', handler: answering(signOut) },
  { method: 'post', path: '/refresh-token', handler: answering(refresh) },
  { method: 'post', path: '/unlock', handler: answering(unlock) },
];

/** Addresses of a person’s own account. */
export const accountEndpoints: readonly Endpoint[] = [
  { method: 'get', path: '/account/sessions', handler: answering(list) },
  { method: 'delete', path: '/account/sessions/:id', handler: answering(end) },
  { method: 'post', path: '/account/sessions/end-others', handler: answering(endOthers) },
  { method: 'get', path: '/account/activity', handler: answering(activity) },
];
