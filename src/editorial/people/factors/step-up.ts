import type { PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import { accountById } from '../sessions/account.ts';
import { isPasswordOf } from '../sessions/compare-password.ts';
import { networkOf } from '../sessions/network-of.ts';
import { type Factor, noteProof } from '../sessions/session-rows.ts';
import { currentSession } from '../sessions/session-strategy.ts';
import { enterTry } from '../sessions/tries.ts';
import { confirmedOf } from './factor-rows.ts';
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

const byPassword = async (req: PayloadRequest, person: string, password: string): Promise<Factor | undefined> => {
  const account = await accountById(req.payload, person);
  return (await isPasswordOf(account, password)) ? null : undefined;
};

const byCode = async (req: PayloadRequest, person: string, code: string): Promise<Factor | undefined> => {
  const proof = await takeCode(req.payload, person, code);
  return proof === null || proof === 'password' ? undefined : proof;
};

/**
 * Proves once more who sits there: by a code for whoever has a second factor, else by the password.
 * @param told a code, or the password
 * @throws Failure `second-factor-failed`
 */
export const proveAgain = async (req: PayloadRequest, person: string, told: string): Promise<void> => {
  const session = currentSession(req);
  if (!session) throw new Failure('sign-in-required');
  const attempt = await enterTry(req.payload, `proof of ${person}`, networkOf(req));
  const has = (await confirmedOf(req.payload, person)).length > 0;
  const prove = has ? byCode : byPassword;
  const factor = attempt.isFree ? await prove(req, person, told) : undefined;
  if (factor === undefined) throw new Failure('second-factor-failed');
  await attempt.forget();
  await noteProof(req.payload, session.id, factor);
};
