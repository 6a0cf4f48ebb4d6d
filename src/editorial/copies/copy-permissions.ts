import { randomUUID } from 'node:crypto';
import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { permissionStates } from '#collections/copy-permissions.ts';
import { studioLocales } from '#languages/locales.ts';
import { askedStore, type StoreUser } from '../database/asked-store.ts';
import { atOnce } from '../database/at-once.ts';
import { instant, text } from '../database/stored-values.ts';
import { anyId } from '../desk/section.ts';
import { markedCollections } from '../workflow/references.ts';

const stored = z.object({
  id: anyId,
  marking: z.string(),
  subjectType: z.enum(markedCollections),
  subjectId: z.string(),
  state: z.enum(permissionStates),
  locale: z.enum(studioLocales),
  seal: z.string(),
  copies: z.number(),
  made: z.number(),
  purpose: z.string(),
  recipient: z.string(),
  askedBy: z.string(),
  askedName: text,
  askedAt: instant,
  lapsesAt: instant,
  decidedBy: text,
  decidedName: text,
});
/** A permission to copy, as it is kept; instants in UTC. */
export type CopyPermission = z.infer<typeof stored>;

const collection = 'copy-permissions';
const store = askedStore(collection, stored);

/** Those that still count at this moment, whether answered or not, the newest first. */
export const openPermissions = async (req: StoreUser, where: Where): Promise<CopyPermission[]> => {
  const found = await store.find(req, { and: [{ state: { in: ['asked', 'granted'] } }, where] });
  const now = new Date();
  return found.filter(({ lapsesAt, made, copies }) => new Date(lapsesAt) > now && made < copies);
};

/** One of them by its id; null where it counts for nothing any more. */
export const openPermission = async (req: StoreUser, id: string): Promise<CopyPermission | null> =>
  (await openPermissions(req, { id: { equals: id } }))[0] ?? null;

export const newPermissionId = (): string => randomUUID();

/** What lines of the log say of a permission: which one of those for the same document. */
export const aboutPermission = (id: string): string => `permission=${id}`;

/** Notes that somebody wants to copy something, under an id that the log is told first. */
export const makePermission = (
  req: PayloadRequest,
  { id, ...asked }: Omit<CopyPermission, 'state' | 'made' | 'decidedBy' | 'decidedName'>,
): Promise<void> => store.make(req, id, { ...asked, made: 0 });

/** How a request moves on, and who decided that; left out: whoever permitted it stays named. */
export interface PermissionMove {
  readonly state: CopyPermission['state'];
  readonly lapsesAt?: string;
  readonly decidedBy?: string;
  readonly decidedName?: string | null;
  readonly decidedAt?: string;
  readonly decidedWhy?: string | null;
}

/**
 * Moves a request on from the state in which it was seen.
 * @returns false where somebody was faster
 */
export const movePermission = (req: PayloadRequest, seen: CopyPermission, data: PermissionMove): Promise<boolean> =>
  store.move(req, seen, { ...data });

/**
 * Uses one of the copies that a permission allows.
 * @returns which one it is, from 1 on; null where somebody else used it meanwhile
 */
export const takeOne = async (req: PayloadRequest, { id, made }: CopyPermission): Promise<number | null> => {
  const where: Where = { and: [{ id: { equals: id } }, { state: { equals: 'granted' } }, { made: { equals: made } }] };
  const change = { collection, where, data: { made: made + 1 }, req, ...atOnce(req.payload) } as const;
  return (await req.payload.db.updateOne(change)) === null ? null : made + 1;
};
