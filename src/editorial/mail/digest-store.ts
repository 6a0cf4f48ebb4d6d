import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { type DigestState, digestStates } from '#collections/digests.ts';

const collection = 'digests';

const stored = z.looseObject({ id: z.string(), person: z.string(), state: z.enum(digestStates), tries: z.number() });

/** What became of the mail of a day to a person. */
export type Digest = z.infer<typeof stored>;

type Db = Pick<Payload, 'db'>;

const nameOf = (day: string, person: string): string => `${day}/${person}`;

/** What became of the mails of a day. @param day in the city */
export const digestsOf = async ({ db }: Db, day: string): Promise<Digest[]> => {
  const where: Where = { day: { equals: day } };
  return z.array(stored).parse((await db.find({ collection, where, limit: 0, pagination: false })).docs);
};

export const digestOf = async ({ db }: Db, day: string, person: string): Promise<Digest | null> => {
  const found: unknown = await db.findOne({ collection, where: { id: { equals: nameOf(day, person) } } });
  return found ? stored.parse(found) : null;
};

/** Whether today’s mail to somebody could not be handed over yet. */
export const failedOn = async (payload: Db, day: string, person: string): Promise<boolean> =>
  (await digestOf(payload, day, person))?.state === 'failed';

/** Writes what became of it. Whoever writes has the claim on the mail, so that nobody else does. */
export const putDigest = async (
  { db }: Db,
  day: string,
  person: string,
  { state, tries }: { readonly state: DigestState; readonly tries: number },
): Promise<void> => {
  const id = nameOf(day, person);
  const data = { state, tries, at: new Date().toISOString() };
  const isThere = (await db.updateOne({ collection, where: { id: { equals: id } }, data })) !== null;
  if (!isThere) await db.create({ collection, customID: id, data: { ...data, id, day, person }, returning: false });
};

/** Forgets days that are long over. @param day the first one that is kept */
export const forgetDigests = ({ db }: Db, day: string): Promise<void> =>
  db.deleteMany({ collection, where: { day: { less_than: day } } });
