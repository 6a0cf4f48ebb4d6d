import { randomUUID } from 'node:crypto';
import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { anyId } from '../../desk/section.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const instant = z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString());

const stored = z.object({
  id: anyId,
  picture: z.string(),
  setBy: z.string(),
  setName: text,
  setAt: instant,
  reason: z.string(),
  liftedBy: text,
  liftedName: text,
  liftedAt: instant.nullish().transform((value) => value ?? null),
  liftedWhy: text,
});
/** A legal hold as it is kept; in force while it has not been lifted. */
export type Hold = z.infer<typeof stored>;

type Asked = Pick<PayloadRequest, 'payload'> & Partial<Pick<PayloadRequest, 'transactionID'>>;
const inside = (req: Asked) => ('transactionID' in req ? { req: req as PayloadRequest } : {});

const collection = 'picture-holds';

/** All holds that there were on a picture, the newest first. */
export const holdsOf = async (req: Asked, picture: string): Promise<Hold[]> => {
  const where: Where = { picture: { equals: picture } };
  const asked = { collection, where, sort: '-setAt', limit: 0, pagination: false } as const;
  const { docs } = await req.payload.db.find({ ...asked, ...inside(req) });
  return docs.map((doc) => stored.parse(doc));
};

/** The hold that is in force; null where there is none. */
export const holdOn = async (req: Asked, picture: string): Promise<Hold | null> =>
  (await holdsOf(req, picture)).find(({ liftedAt }) => liftedAt === null) ?? null;

export const makeHold = async (
  req: PayloadRequest,
  data: Pick<Hold, 'picture' | 'setBy' | 'setName' | 'setAt' | 'reason'>,
): Promise<void> => {
  const id = randomUUID();
  await req.payload.db.create({ collection, customID: id, data: { ...data, id }, req, returning: false });
};

export const endHold = async (
  req: PayloadRequest,
  id: string,
  data: Pick<Hold, 'liftedBy' | 'liftedName' | 'liftedAt' | 'liftedWhy'>,
): Promise<void> => {
  await req.payload.db.updateOne({ collection, id, data, req, returning: false });
};
