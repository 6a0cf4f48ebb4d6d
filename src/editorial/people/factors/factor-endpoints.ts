import { randomBytes } from 'node:crypto';
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { answering } from '../../endpoints/after-error.ts';
import { readJson } from '../../endpoints/read-json.ts';
import { idIn } from '../../endpoints/signed-in.ts';
import { whoTakes } from '../../endpoints/who-takes.ts';
import { accountById } from '../sessions/account.ts';
import { endSessions, noteProof } from '../sessions/session-rows.ts';
import { toBase32 } from './base32.ts';
import { addFactor, changeFactor, confirmedOf, dropFactors, factorsOf } from './factor-rows.ts';
import { checkRoom, note, present, told, welcome } from './own-factors.ts';
import { passkeyEndpoints } from './passkeys/passkey-endpoints.ts';
import { shownPasskey } from './passkeys/passkey-shapes.ts';
import type { RelyingParty } from './passkeys/relying-party.ts';
import { alone, boundTo, stepOfFactor } from './prove.ts';
import { codesLeft, dropCodes, giveCodes } from './recovery.ts';
import { sealSecret } from './sealed-secret.ts';
import { proveAgain, requireRecentFactor } from './step-up.ts';
import { totpAddress } from './totp.ts';

/** Bytes of the secret of an authenticator (RFC 4226, section 4, R6). */
const secretBytes = 20;
const issuer = 'Bến Thành';

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
  await checkRoom(req, viewer.id);
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
    await note(req, viewer.id, 'add-factor');
    await changeFactor(req.payload, factor.id, { last: step, confirmedAt: now.toISOString() });
  });
  return welcome(req, { viewer, session }, 'totp', isFirst);
};

/** `DELETE /api/account/factors/{id}`: it proves nothing any more. */
const remove = async (req: PayloadRequest): Promise<Response> => {
  const { viewer, session } = present(req);
  const id = idIn(req);
  const all = await confirmedOf(req.payload, viewer.id);
  if (!all.some((factor) => factor.id === id)) throw new Failure('not-found');
  requireRecentFactor(req);
  await note(req, viewer.id, 'remove-factor');
  await dropFactors(req.payload, viewer.id, { id });
  const isLast = all.length === 1;
  if (isLast) await Promise.all([dropCodes(req.payload, viewer.id), noteProof(req.payload, session.id, null)]);
  await endSessions(req.payload, viewer.id, { allBut: session.id });
  return Response.json({ left: all.length - 1 }, told);
};

/** `POST /api/account/recovery-codes`: new ones in the place of the old. */
const renewCodes = async (req: PayloadRequest): Promise<Response> => {
  const { viewer } = present(req);
  if ((await confirmedOf(req.payload, viewer.id)).length === 0) throw new Failure('not-found');
  requireRecentFactor(req);
  await note(req, viewer.id, 'recovery-codes');
  const codes = await giveCodes(req.payload, viewer.id);
  return Response.json({ codes }, told);
};

const proof = z.union([
  z.object({ proof: z.string().min(1).max(400) }),
  z.object({ ticket: z.string().min(1).max(100), shown: shownPasskey }),
]);

/** `POST /api/account/prove` with `{ proof }`, a code or for whoever has no second factor the password, or with `{ ticket, shown }`. */
const prove =
  (party: RelyingParty) =>
  async (req: PayloadRequest): Promise<Response> => {
    const { viewer } = present(req);
    const by = await readJson(req, proof);
    await proveAgain(req, viewer.id, 'proof' in by ? by : { ...by, party });
    return Response.json({ proven: true }, told);
  };

/** `POST /api/account/takes`: whether the person may take a file along at this moment, which the page asks before it follows a link. */
const takes = async (req: PayloadRequest): Promise<Response> => {
  whoTakes(req);
  return Response.json({ may: true }, told);
};

/** Addresses of what a person proves themselves by. */
export const factorEndpoints = (party: RelyingParty): readonly Endpoint[] => [
  { method: 'get', path: '/account/factors', handler: answering(list) },
  { method: 'post', path: '/account/factors/totp', handler: answering(beginTotp) },
  { method: 'post', path: '/account/factors/:id/confirm', handler: answering(confirmTotp) },
  { method: 'delete', path: '/account/factors/:id', handler: answering(remove) },
  { method: 'post', path: '/account/recovery-codes', handler: answering(renewCodes) },
  { method: 'post', path: '/account/prove', handler: answering(prove(party)) },
  { method: 'post', path: '/account/takes', handler: answering(takes) },
  ...passkeyEndpoints(party),
];
