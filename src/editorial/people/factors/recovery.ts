import { randomBytes, randomUUID } from 'node:crypto';
import type { Payload, PayloadRequest, Where } from 'payload';
import { fingerprint } from '../sessions/fingerprint.ts';
import { toBase32 } from './base32.ts';

/** So many codes are given at once, of so many bytes each: nobody guesses eighty bits. */
const many = 10;
const bytes = 10;

const collection = 'recovery-codes';

const own = (person: string): Where => ({ person: { equals: person } });

/** A code as people read it, in groups; they may type it without them, and in small letters. */
const written = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code;

const plain = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '');

const digestOf = (payload: Payload, person: string, code: string): string =>
  fingerprint(payload.secret, 'recovery code', [person, code]);

/** Gives somebody new codes in the place of all that they had. @returns them, to be shown once */
export const giveCodes = async (payload: Payload, person: string): Promise<string[]> => {
  await payload.db.deleteMany({ collection, where: own(person) });
  const codes = Array.from({ length: many }, () => toBase32(randomBytes(bytes)));
  for (const code of codes) {
    const id = randomUUID();
    const data = { id, person, digest: digestOf(payload, person, code) };
    await payload.db.create({ collection, customID: id, data, returning: false });
  }
  return codes.map(written);
};

/** Uses a code up. To be called by one at a time for each person. @returns whether it was one of theirs */
export const spendCode = async (payload: Payload, person: string, typed: string): Promise<boolean> => {
  const where: Where = { and: [own(person), { digest: { equals: digestOf(payload, person, plain(typed)) } }] };
  const { totalDocs } = await payload.db.count({ collection, where });
  if (totalDocs > 0) await payload.db.deleteMany({ collection, where });
  return totalDocs > 0;
};

export const codesLeft = async (payload: Payload, person: string): Promise<number> =>
  (await payload.db.count({ collection, where: own(person) })).totalDocs;

/** @param req of a change that is not committed yet */
export const dropCodes = (payload: Payload, person: string, req?: PayloadRequest): Promise<void> =>
  payload.db.deleteMany({ collection, where: own(person), ...(req && { req }) });
