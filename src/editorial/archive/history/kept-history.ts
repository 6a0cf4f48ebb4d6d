import { randomUUID } from 'node:crypto';
import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { type HistoryKind, historyKinds } from '#collections/picture-history.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const stored = z.object({
  picture: z.string(),
  at: z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString()),
  kind: z.enum(historyKinds),
  actor: text,
  who: text,
  revision: z
    .number()
    .nullish()
    .transform((value) => value ?? null),
  facts: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((value) => value ?? {}),
});
/** One line of what is kept; instants in UTC. */
export type HistoryLine = z.infer<typeof stored>;

const collection = 'picture-history';

/** Saves are forgotten with the versions that they made: of a hundred versions, twice as many lines are enough. */
const savesKept = 200;
/** A picture that is made again every month for a century stays below this. */
const derivationsKept = 1500;

interface Note {
  readonly picture: string;
  readonly kind: HistoryKind;
  readonly actor?: string | null;
  readonly who?: string | null;
  readonly revision?: number;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Keeps a line, in the transaction of the request where there is one. */
export const noteHistory = async (
  { db }: Pick<Payload, 'db'>,
  { picture, kind, actor = null, who = null, revision, facts = {} }: Note,
  req?: PayloadRequest,
): Promise<void> => {
  const id = randomUUID();
  const data = { id, picture, kind, actor, who, revision: revision ?? null, facts, at: new Date().toISOString() };
  await db.create({ collection, customID: id, data, returning: false, ...(req ? { req } : {}) });
};

/** Forgets saves of which the versions are long gone. */
export const forgetOldSaves = async (req: PayloadRequest, picture: string, revision: number): Promise<void> => {
  if (revision <= savesKept) return;
  const old: Where[] = [{ kind: { equals: 'save' } }, { revision: { less_than: revision - savesKept } }];
  await req.payload.db.deleteMany({ collection, where: { and: [{ picture: { equals: picture } }, ...old] }, req });
};

/** Of one moment what came first: a picture is there before anything is made of it. */
const inOrder = (one: HistoryLine, other: HistoryLine): number =>
  one.at.localeCompare(other.at) || historyKinds.indexOf(one.kind) - historyKinds.indexOf(other.kind);

/** Lines of some pictures, the oldest first. */
export const historyLines = async (req: PayloadRequest, pictures: readonly string[]): Promise<HistoryLine[]> => {
  const limit = pictures.length * (savesKept + derivationsKept);
  const where: Where = { picture: { in: [...pictures] } };
  const { docs } = await req.payload.db.find({ collection, where, sort: '-at', limit, pagination: false, req });
  return docs.map((doc) => stored.parse(doc)).sort(inOrder);
};

export const forgetHistory = async (req: PayloadRequest, picture: string): Promise<void> => {
  await req.payload.db.deleteMany({ collection, where: { picture: { equals: picture } }, req });
};
