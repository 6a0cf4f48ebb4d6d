import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { answering } from '../../../endpoints/after-error.ts';
import { readJson } from '../../../endpoints/read-json.ts';
import { accountById } from '../../sessions/account.ts';
import { confirmedOf } from '../factor-rows.ts';
import { checkRoom, present, told, welcome } from '../own-factors.ts';
import { beginStep, pendingStep, takeChallenge } from '../pending.ts';
import { proofPurpose, requireRecentFactor } from '../step-up.ts';
import { askToMake, keepPasskey } from './make-passkey.ts';
import { madePasskey } from './passkey-shapes.ts';
import type { RelyingParty } from './relying-party.ts';
import { askToShow } from './show-passkey.ts';

/** What a ticket for a new passkey is good for: this session and no other. */
const makingPurpose = (session: string): string => `passkey in ${session}`;

/** `POST /api/account/passkeys/challenge`: `{ ticket, options }`, what a browser has to make. */
const askNew =
  (party: RelyingParty) =>
  async (req: PayloadRequest): Promise<Response> => {
    const { viewer, session } = present(req);
    requireRecentFactor(req);
    await checkRoom(req, viewer.id);
    const account = await accountById(req.payload, viewer.id);
    if (!account) throw new Failure('sign-in-required');
    const options = await askToMake(req.payload, party, account);
    const ticket = await beginStep(req.payload, account, makingPurpose(session.id), options.challenge);
    return Response.json({ ticket, options }, told);
  };

/** Its person gives it a name, by which they tell it from others. */
const newPasskey = z.object({
  ticket: z.string().min(1).max(100),
  name: z.string().trim().max(60),
  made: madePasskey,
});

/** `POST /api/account/passkeys` with `{ ticket, name, made }`: from now on it signs in. `{ codes }`, for whoever had no second factor. */
const keepNew =
  (party: RelyingParty) =>
  async (req: PayloadRequest): Promise<Response> => {
    const { viewer, session } = present(req);
    const { ticket, name, made } = await readJson(req, newPasskey);
    const purpose = makingPurpose(session.id);
    const pending = await pendingStep(req.payload, ticket, purpose);
    const challenge = pending && (await takeChallenge(req.payload, ticket, purpose));
    if (!challenge || pending.person.id !== viewer.id) throw new Failure('step-over');
    await pending.end();
    const isFirst = (await confirmedOf(req.payload, viewer.id)).length === 0;
    await keepPasskey(req, party, { person: viewer.id, challenge, name }, made);
    return welcome(req, { viewer, session }, 'passkey', isFirst);
  };

/** `POST /api/account/prove-challenge`: `{ ticket, options }`, what a passkey of one’s own has to sign before something that weighs. */
const askProof =
  (party: RelyingParty) =>
  async (req: PayloadRequest): Promise<Response> => {
    const { viewer, session } = present(req);
    const account = await accountById(req.payload, viewer.id);
    if (!account) throw new Failure('sign-in-required');
    const options = await askToShow(req.payload, party, viewer.id);
    const ticket = await beginStep(req.payload, account, proofPurpose(session.id), options.challenge);
    return Response.json({ ticket, options }, told);
  };

/** Addresses of passkeys. */
export const passkeyEndpoints = (party: RelyingParty): readonly Endpoint[] => [
  { method: 'post', path: '/account/passkeys/challenge', handler: answering(askNew(party)) },
  { method: 'post', path: '/account/passkeys', handler: answering(keepNew(party)) },
  { method: 'post', path: '/account/prove-challenge', handler: answering(askProof(party)) },
];
