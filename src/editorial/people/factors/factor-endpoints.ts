import { randomBytes } from 'node:crypto';
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import type { Viewer } from '#access/viewer.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { answering } from '../../endpoints/after-error.ts';
import { readJson } from '../../endpoints/read-json.ts';
import { idIn } from '../../endpoints/signed-in.ts';
import { accountById } from '../sessions/account.ts';
import { endSessions, noteProof } from '../sessions/session-rows.ts';
import { type Current, currentSession } from '../sessions/session-strategy.ts';
import { toBase32 } from './base32.ts';
import { addFactor, changeFactor, confirmedOf, dropFactors, factorsOf } from './factor-rows.ts';
import { alone, boundTo, stepOfFactor } from './prove.ts';
import { codesLeft, dropCodes, giveCodes } from './recovery.ts';
import { sealSecret } from './sealed-secret.ts';
import { proveAgain, requireRecentFactor } from './step-up.ts';
import { totpAddress } from './totp.ts';

/** Bytes of the secret of an authenticator (RFC 4226, section 4, R6). */
const secretBytes = 20;
/** Most that one person has. */
const most = 10;
const issuer = 'Bến Thành';

interface Present {
  readonly viewer: Viewer;
  readonly session: Current;
}

/** Whoever is signed in with a password of their own: who has yet to set up a second factor comes here for that. */
const present = (req: PayloadRequest): Present => {
  const viewer = viewerOf(req.user);
  const session = currentSession(req);
  if (!viewer || viewer.disabled || !session) throw new Failure('sign-in-required');
  if (viewer.mustChangePassword) throw new Failure('password-must-change');
  return { viewer, session };
};

const note = (
  req: PayloadRequest,
  person: string,
  action: 'add-factor' | 'remove-factor' | 'recovery-codes' | 'step-up',
) => writeAudit(req, { action, collection: 'users', documentId: person });

const told = { headers: { 'Cache-Control': 'no-store' } };

/** `GET /api/account/factors`: what this person can prove themselves by. Nothing of a secret is in it. */
const list = async (req: PayloadRequest): Promise<Response> => {
  const { viewer, session } = present(req);
  const [all, codes] = await Promise.all([confirmedOf(req.payload, viewer.id), codesLeft(req.payload, viewer.id)]);
  const factors = all.map(({ id, kind, name, at, usedAt }) => ({
    id,
    kind,
    name: name ?? '',
    at,
    usedAt: usedAt ?? null,
  }));
  return Response.json({ factors, codes, provenAt: session.provenAt, mustEnrol: viewer.mustEnrol === true }, told);
};

/** `POST /api/account/factors/totp`: begins with an authenticator. `{ id, secret, address }`, told this once. */
const beginTotp = async (req: PayloadRequest): Promise<Response> => {
  const { viewer } = present(req);
  requireRecentFactor(req);
  await dropFactors(req.payload, viewer.id, 'unconfirmed');
  if ((await factorsOf(req.payload, viewer.id)).length >= most)
    throw new Failure('field-invalid', { field: 'factors' });
  const account = await accountById(req.payload, viewer.id);
  const secret = randomBytes(secretBytes);
  const sealedFor = (id: string) => sealSecret(req.payload.secret, secret, boundTo(id, viewer.id));
  const id = await addFactor(req.payload, { person: viewer.id, kind: 'totp', name: '', last: 0, sealedFor });
  const address = totpAddress(secret, issuer, account?.email ?? '');
  return Response.json({ id, secret: toBase32(secret), address }, told);
};

/** `POST /api/account/factors/{id}/confirm` with `{ code }`: from now on it is asked for. `{ codes }`, for whoever had none. */
const confirmTotp = async (req: PayloadRequest): Promise<Response> => {
  const { viewer, session } = present(req);
  const { code } = await readJson(req, z.object({ code: z.string().min(1).max(100) }));
  const isFirst = (await confirmedOf(req.payload, viewer.id)).length === 0;
  await alone(req.payload, viewer.id, async () => {
    const factor = (await factorsOf(req.payload, viewer.id)).find(
      ({ id, confirmedAt }) => id === idIn(req) && !confirmedAt,
    );
    if (factor?.kind !== 'totp') throw new Failure('not-found');
    const now = new Date();
    const step = stepOfFactor(req.payload, factor, code.trim(), now);
    if (step === null) throw new Failure('second-factor-failed');
    await changeFactor(req.payload, factor.id, { last: step, confirmedAt: now.toISOString() });
  });
  return welcome(req, viewer.id, session, isFirst);
};

/** Every session but this one began without what is asked for from now on. */
const welcome = async (req: PayloadRequest, person: string, session: Current, isFirst: boolean): Promise<Response> => {
  await noteProof(req.payload, session.id, 'totp');
  await endSessions(req.payload, person, { allBut: session.id });
  await note(req, person, 'add-factor');
  return Response.json({ codes: isFirst ? await giveCodes(req.payload, person) : [] }, told);
};

/** `DELETE /api/account/factors/{id}`: it proves nothing any more. */
const remove = async (req: PayloadRequest): Promise<Response> => {
  const { viewer, session } = present(req);
  const id = idIn(req);
  const all = await confirmedOf(req.payload, viewer.id);
  if (!all.some((factor) => factor.id === id)) throw new Failure('not-found');
  requireRecentFactor(req);
  await dropFactors(req.payload, viewer.id, { id });
  const isLast = all.length === 1;
  if (isLast) await Promise.all([dropCodes(req.payload, viewer.id), noteProof(req.payload, session.id, null)]);
  await endSessions(req.payload, viewer.id, { allBut: session.id });
  await note(req, viewer.id, 'remove-factor');
  return Response.json({ left: all.length - 1 }, told);
};

/** `POST /api/account/recovery-codes`: new ones in the place of the old. */
const renewCodes = async (req: PayloadRequest): Promise<Response> => {
  const { viewer } = present(req);
  if ((await confirmedOf(req.payload, viewer.id)).length === 0) throw new Failure('not-found');
  requireRecentFactor(req);
  const codes = await giveCodes(req.payload, viewer.id);
  await note(req, viewer.id, 'recovery-codes');
  return Response.json({ codes }, told);
};

/** `POST /api/account/prove` with `{ proof }`: a code, or for whoever has no second factor the password. */
const prove = async (req: PayloadRequest): Promise<Response> => {
  const { viewer } = present(req);
  const { proof } = await readJson(req, z.object({ proof: z.string().min(1).max(400) }));
  await proveAgain(req, viewer.id, proof);
  await note(req, viewer.id, 'step-up');
  return Response.json({ proven: true }, told);
};

/** Addresses of what a person proves themselves by. */
export const factorEndpoints: readonly Endpoint[] = [
  { method: 'get', path: '/account/factors', handler: answering(list) },
  { method: 'post', path: '/account/factors/totp', handler: answering(beginTotp) },
  { method: 'post', path: '/account/factors/:id/confirm', handler: answering(confirmTotp) },
  { method: 'delete', path: '/account/factors/:id', handler: answering(remove) },
  { method: 'post', path: '/account/recovery-codes', handler: answering(renewCodes) },
  { method: 'post', path: '/account/prove', handler: answering(prove) },
];
