import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import { takeClaim } from '../../archive/claim.ts';
import { changeFactor, confirmedOf, type FactorRow } from './factor-rows.ts';
import { spendCode } from './recovery.ts';
import { openSecret } from './sealed-secret.ts';
import { stepOf } from './totp.ts';

/** What somebody has proven themselves by. `password` counts for whoever has nothing better. */
export type Proof = 'password' | 'totp' | 'passkey' | 'recovery';

/** What the secret of an authenticator is sealed to. */
export const boundTo = (id: string, person: string): string => `${id}|${person}`;

/** The step whose code this is; null where it is none, or was taken before. */
export const stepOfFactor = (payload: Payload, factor: FactorRow, code: string, now: Date): number | null => {
  const secret = openSecret(payload.secret, factor.sealed ?? '', boundTo(factor.id, factor.person));
  return secret && stepOf(secret, code, now, factor.last);
};

const tryCode = async (payload: Payload, person: string, code: string, now: Date): Promise<Proof | null> => {
  for (const factor of await confirmedOf(payload, person)) {
    const step = factor.kind === 'totp' ? stepOfFactor(payload, factor, code, now) : null;
    if (step === null) continue;
    await changeFactor(payload, factor.id, { last: step, usedAt: now.toISOString() });
    return 'totp';
  }
  return (await spendCode(payload, person, code)) ? 'recovery' : null;
};

/** Does something with what a person proves themselves by while nobody else does, in whatever process. */
export const alone = async <T>(payload: Payload, person: string, act: () => Promise<T>): Promise<T> => {
  const name = createHash('sha256').update(`second factor of ${person}`).digest('hex');
  const claim = await takeClaim(payload, name);
  try {
    return await act();
  } finally {
    await claim.giveBack();
  }
};

/**
 * Takes a code of an authenticator or a recovery code, each once: of two that come at the same time one is refused.
 * @returns by what it proves, or null
 */
export const takeCode = (payload: Payload, person: string, code: string, now = new Date()): Promise<Proof | null> =>
  alone(payload, person, () => tryCode(payload, person, code.trim(), now));
