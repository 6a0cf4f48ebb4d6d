import { randomUUID } from 'node:crypto';
import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { type FactorKind, factorKinds } from '#collections/factors.ts';

const moment = z.union([z.string(), z.date()]).transform((at) => new Date(at));

const row = z.object({
  id: z.string(),
  person: z.string(),
  kind: z.enum(factorKinds),
  name: z.string().nullish(),
  at: moment,
  confirmedAt: moment.nullish(),
  usedAt: moment.nullish(),
  sealed: z.string().nullish(),
  last: z.number(),
  credential: z.string().nullish(),
  publicKey: z.string().nullish(),
  transports: z.array(z.string()).nullish(),
});
export type FactorRow = z.infer<typeof row>;

const collection = 'factors';

const own = (person: string): Where => ({ person: { equals: person } });

/** All of a person, those that are not confirmed yet too, the oldest first. */
export const factorsOf = async (payload: Payload, person: string): Promise<FactorRow[]> => {
  const { docs } = await payload.db.find({ collection, where: own(person), limit: 0, pagination: false, sort: 'at' });
  return z.array(row).parse(docs);
};

/** Those by which a person can prove themselves. */
export const confirmedOf = async (payload: Payload, person: string): Promise<FactorRow[]> =>
  (await factorsOf(payload, person)).filter(({ confirmedAt }) => confirmedAt);

export interface NewFactor {
  readonly person: string;
  readonly kind: FactorKind;
  readonly name: string;
  readonly last: number;
  readonly confirmedAt?: string;
  readonly credential?: string;
  readonly publicKey?: string;
  readonly transports?: readonly string[];
  /** Given the id, to which what is sealed is bound. */
  readonly sealedFor?: (id: string) => string;
}

/** @returns the id */
export const addFactor = async (payload: Payload, { sealedFor, ...factor }: NewFactor): Promise<string> => {
  const id = randomUUID();
  const data = { ...factor, id, at: new Date().toISOString(), ...(sealedFor && { sealed: sealedFor(id) }) };
  await payload.db.create({ collection, customID: id, data, returning: false });
  return id;
};

export const changeFactor = async (
  payload: Payload,
  id: string,
  data: { readonly last?: number; readonly confirmedAt?: string; readonly usedAt?: string },
): Promise<void> => {
  await payload.db.updateOne({ collection, id, data, returning: false });
};

/**
 * @param which one of theirs, those that were begun and not confirmed, or all
 * @param req of a change that is not committed yet
 */
export const dropFactors = async (
  payload: Payload,
  person: string,
  which: { readonly id: string } | 'unconfirmed' | 'all',
  req?: PayloadRequest,
): Promise<void> => {
  const begun: Where = { confirmedAt: { exists: false } };
  const part: Where[] = which === 'all' ? [] : [which === 'unconfirmed' ? begun : { id: { equals: which.id } }];
  await payload.db.deleteMany({ collection, where: { and: [own(person), ...part] }, ...(req && { req }) });
};
