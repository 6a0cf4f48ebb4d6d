import { randomUUID } from 'node:crypto';
import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { deletionStates } from '#collections/picture-deletions.ts';
import { anyId } from '../../desk/section.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const instant = z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString());
const instantOrNone = instant.nullish().transform((value) => value ?? null);

const stored = z.object({
  id: anyId,
  picture: z.string(),
  state: z.enum(deletionStates),
  askedBy: z.string(),
  askedName: text,
  askedAt: instant,
  reason: z.string(),
  dueAt: instant,
  decidedBy: text,
  decidedName: text,
  decidedAt: instantOrNone,
  decidedWhy: text,
  sha256: text,
  bytes: z
    .number()
    .nullish()
    .transform((value) => value ?? null),
  origin: text,
  seal: text,
  marking: text,
  leftAt: instantOrNone,
  doneAt: instantOrNone,
});
/** The deletion of a picture as it is kept; instants in UTC. */
export type Deletion = z.infer<typeof stored>;

type Asked = Pick<PayloadRequest, 'payload'> & Partial<Pick<PayloadRequest, 'transactionID'>>;
const inside = (req: Asked) => ('transactionID' in req ? { req: req as PayloadRequest } : {});

const collection = 'picture-deletions';

/** Deletions of which a condition is true, the newest question first. @param limit 0: all */
export const findDeletions = async (req: Asked, where: Where, limit = 0): Promise<Deletion[]> => {
  const asked = { collection, where, sort: '-askedAt', limit, pagination: false } as const;
  const { docs } = await req.payload.db.find({ ...asked, ...inside(req) });
  return docs.map((doc) => stored.parse(doc));
};

/** What is asked of a picture and not decided; null where nothing is. */
export const openDeletion = async (req: Asked, picture: string): Promise<Deletion | null> => {
  const where: Where = { and: [{ picture: { equals: picture } }, { state: { equals: 'asked' } }] };
  return (await findDeletions(req, where, 1))[0] ?? null;
};

/** Notes that somebody wants a picture deleted. @returns the id of the request */
export const makeDeletion = async (
  req: PayloadRequest,
  data: Pick<Deletion, 'picture' | 'askedBy' | 'askedName' | 'askedAt' | 'reason' | 'dueAt'>,
): Promise<string> => {
  const id = randomUUID();
  const row = { ...data, id, state: 'asked' };
  await req.payload.db.create({ collection, customID: id, data: row, req, returning: false });
  return id;
};

export const changeDeletion = async (
  req: Asked,
  id: string,
  data: Partial<Omit<Deletion, 'id' | 'picture'>>,
): Promise<void> => {
  await req.payload.db.updateOne({ collection, id, data, returning: false, ...inside(req) });
};
