import { setTimeout as sleep } from 'node:timers/promises';
import { hotp, stepAt } from '#editorial/people/factors/totp.ts';
import type { Caller } from '../../support/studio-caller.ts';
import type { Person } from '../../support/studio-people.ts';

/** An app of authenticators: what it shows in this step, or in one before or after it. */
export interface Authenticator {
  readonly id: string;
  readonly secret: string;
  /** Recovery codes that came with it. */
  readonly codes: readonly string[];
  code(by?: number): string;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes of a text in base 32: an app is a program of its own and does not read with ours. */
const bytesOf = (text: string): Buffer => {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};

/** The code of a secret as people read it, in this step or in one before or after it. */
export const codeFor = (secret: string, by = 0): string => hotp(bytesOf(secret), stepAt(new Date()) + by);

/** Codes are those of half a minute: what is done with one must not fall into two of them. */
const awayFromTheEdge = async (): Promise<void> => {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 4000) await sleep(left);
};

/** Sets one up as a person does. The code of the step before is used up for it, so that the present one is still good. */
export const setUp = async (person: Caller): Promise<Authenticator> => {
  await awayFromTheEdge();
  const begun = await person.post('/api/account/factors/totp');
  const { id, secret } = begun.body;
  const confirmed = await person.post(`/api/account/factors/${id}/confirm`, { code: codeFor(secret, -1) });
  if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed.body));
  return { id, secret, codes: confirmed.body.codes, code: (by) => codeFor(secret, by) };
};

/** The first step of signing in, for whoever has a second one. @returns the ticket */
export const firstStep = async (nobody: Caller, { email, password }: Person): Promise<string> => {
  const answer = await nobody.post('/api/users/login', { email, password });
  return answer.body.ticket as string;
};
