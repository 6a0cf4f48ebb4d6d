import { randomUUID } from 'node:crypto';
import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { type Change, changeSchema } from './change.ts';

export const editStates = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const;
export type EditState = (typeof editStates)[number];

const moment = z
  .union([z.string(), z.date()])
  .transform((value) => new Date(value))
  .nullish();
const count = z
  .number()
  .nullish()
  .transform((value) => value ?? 0);

const stored = z.looseObject({
  id: z.string(),
  owner: z.string(),
  state: z.enum(editStates),
  change: changeSchema.nullish().catch(null),
  pictures: z.array(z.string()).nullish(),
  total: count,
  position: count,
  changed: count,
  left: count,
  undoes: z.string().nullish(),
  undone: z.boolean().nullish(),
  code: z.string().nullish(),
  beatAt: moment,
  endedAt: moment,
  createdAt: moment,
});
export type Edit = z.infer<typeof stored>;

const item = z.looseObject({
  id: z.string(),
  picture: z.string(),
  state: z.enum(['doing', 'changed', 'same', 'left']),
  before: z.unknown().optional(),
  seen: z.number().nullish(),
  made: z.number().nullish(),
  code: z.string().nullish(),
});
export type EditItem = z.infer<typeof item>;

type Db = Pick<Payload, 'db'>;
const [edits, items] = ['picture-edits', 'picture-edit-items'] as const;

export interface NewEdit {
  readonly owner: string;
  readonly change: Change | null;
  readonly pictures: readonly string[];
  readonly undoes?: string;
}

export const makeEdit = async ({ db }: Db, { owner, change, pictures, undoes }: NewEdit): Promise<string> => {
  const id = randomUUID();
  const now = new Date().toISOString();
  const counts = { total: pictures.length, position: 0, changed: 0, left: 0 };
  const data = { ...{ id, owner, change, pictures, undoes: undoes ?? null }, state: 'waiting', ...counts };
  await db.create({
    collection: edits,
    customID: id,
    data: { ...data, createdAt: now, updatedAt: now, beatAt: now },
    returning: false,
  });
  return id;
};

export const readEdit = async ({ db }: Db, id: string, owner?: string): Promise<Edit | null> => {
  const where: Where = { and: [{ id: { equals: id } }, ...(owner ? [{ owner: { equals: owner } }] : [])] };
  const read = stored.safeParse(await db.findOne({ collection: edits, where }));
  return read.success ? read.data : null;
};

/** Edits that fit, the youngest first, without the ids of their pictures. */
export const listEdits = async ({ db }: Db, where: Where, limit = 0): Promise<Edit[]> => {
  const { docs } = await db.find({ collection: edits, where, limit, pagination: false, sort: '-createdAt' });
  return docs.flatMap((doc) => stored.safeParse({ ...doc, pictures: null }).data ?? []);
};

export const changeEdit = async (
  { db }: Db,
  id: string,
  data: Partial<Record<'state' | 'position' | 'changed' | 'left' | 'undone' | 'code' | 'beatAt' | 'endedAt', unknown>>,
): Promise<void> => {
  await db.updateOne({
    collection: edits,
    id,
    data: { ...data, updatedAt: new Date().toISOString() },
    returning: false,
  });
};

export const findItem = async ({ db }: Db, edit: string, picture: string): Promise<EditItem | null> => {
  const where: Where = { and: [{ edit: { equals: edit } }, { picture: { equals: picture } }] };
  const read = item.safeParse(await db.findOne({ collection: items, where }));
  return read.success ? read.data : null;
};

export const listItems = async ({ db }: Db, edit: string, states: string[], limit = 0): Promise<EditItem[]> => {
  const where: Where = { and: [{ edit: { equals: edit } }, { state: { in: states } }] };
  const { docs } = await db.find({ collection: items, where, limit, pagination: false });
  return z.array(item).parse(docs);
};

export const makeItem = async (
  { db }: Db,
  data: { edit: string; picture: string; state: EditItem['state']; before?: unknown; seen?: number; code?: string },
): Promise<string> => {
  const id = randomUUID();
  await db.create({ collection: items, customID: id, data: { id, ...data }, returning: false });
  return id;
};

export const endItem = async (
  { db }: Db,
  id: string,
  data: { state: EditItem['state']; made?: number; code?: string },
): Promise<void> => {
  await db.updateOne({ collection: items, id, data, returning: false });
};

/** Forgets edits that ended before a moment, with everything that they remember. */
export const forgetEdits = async (payload: Db, before: Date): Promise<void> => {
  for (const { id } of await listEdits(payload, { endedAt: { less_than: before.toISOString() } })) {
    await payload.db.deleteMany({ collection: items, where: { edit: { equals: id } } });
    await payload.db.deleteMany({ collection: edits, where: { id: { equals: id } } });
  }
};
