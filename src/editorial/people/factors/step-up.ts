import type { PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import { accountById } from '../sessions/account.ts';
import { isPasswordOf } from '../sessions/compare-password.ts';
import { networkOf } from '../sessions/network-of.ts';
import { type Factor, noteProof } from '../sessions/session-rows.ts';
import { currentSession } from '../sessions/session-strategy.ts';
import { enterTry } from '../sessions/tries.ts';
import { confirmedOf } from './factor-rows.ts';
import { note } from './own-factors.ts';
import type { ShownPasskey } from './passkeys/passkey-shapes.ts';
import type { RelyingParty } from './passkeys/relying-party.ts';
import { takePasskey } from './passkeys/show-passkey.ts';
import { takeChallenge } from './pending.ts';
import { takeCode } from './prove.ts';

/** So long a proof counts as recent, in milliseconds. */
const recent = 5 * 60 * 1000;

/**
 * To be called first by an act that a session alone must not suffice for. Whoever has a second factor has proven themselves by
 * it within the last five minutes, whoever has none by their password.
 * @throws Failure `step-up-required`: the studio asks, and repeats the act
 */
export const requireRecentFactor = (req: PayloadRequest): void => {
  const session = currentSession(req);
  if (!session) throw new Failure('sign-in-required');
  if (Date.now() - session.provenAt.getTime() > recent) throw new Failure('step-up-required');
};

/** What somebody proves themselves by: a code or password, or a passkey that signed what this session was asked. */
export type Told =
  | { readonly proof: string }
  | { readonly ticket: string; readonly shown: ShownPasskey; readonly party: RelyingParty };

/** What a ticket for a proof is good for: this session and no other. */
export const proofPurpose = (session: string): string => `proof in ${session}`;

const byPasskey = async (
  { payload }: PayloadRequest,
  session: string,
  person: string,
  { ticket, shown, party }: Extract<Told, { ticket: string }>,
): Promise<Factor> => {
  const challenge = await takeChallenge(payload, ticket, proofPurpose(session));
  if (challenge === null) throw new Failure('passkey-failed');
  await takePasskey(payload, party, { person, challenge }, shown);
  return 'passkey';
};

const byPassword = async (req: PayloadRequest, person: string, password: string): Promise<Factor | undefined> => {
  const account = await accountById(req.payload, person);
  return (await isPasswordOf(account, password)) ? null : undefined;
};

const byCode = async (req: PayloadRequest, person: string, code: string): Promise<Factor | undefined> => {
  const proof = await takeCode(req.payload, person, code);
  return proof === null || proof === 'password' ? undefined : proof;
};

const provenBy = async (req: PayloadRequest, session: string, person: string, told: Told) => {
  if ('ticket' in told) return byPasskey(req, session, person, told);
  const has = (await confirmedOf(req.payload, person)).length > 0;
  return has ? byCode(req, person, told.proof) : byPassword(req, person, told.proof);
};

/**
 * Proves once more who sits there: by a code or passkey for whoever has a second factor, else by the password. Where the line of it
 * cannot be written, nothing counts as proved.
 * @throws Failure `second-factor-failed`, `passkey-failed`
 */
export const proveAgain = async (req: PayloadRequest, person: string, told: Told): Promise<void> => {
  const session = currentSession(req);
  if (!session) throw new Failure('sign-in-required');
  const attempt = await enterTry(req.payload, `proof of ${person}`, networkOf(req));
  const factor = attempt.isFree ? await provenBy(req, session.id, person, told) : undefined;
  if (factor === undefined) throw new Failure('second-factor-failed');
  await attempt.forget();
  await note(req, person, 'step-up');
  await noteProof(req.payload, session.id, factor);
};
