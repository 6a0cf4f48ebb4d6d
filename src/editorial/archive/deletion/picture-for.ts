import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { decide } from '#access/decide.ts';
import type { Action } from '#access/rules.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { markingsOf, type StoredMarking } from '../../workflow/marking-store.ts';

const named = z.looseObject({ sha256: z.string().nullish(), bytes: z.number().nullish() }).nullish();
const relation = z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]).nullish();
const stored = z.looseObject({ id: z.string(), master: named, origin: named, mergedInto: relation });

/** What a deletion has to know of a picture. */
export interface DeletedPicture {
  readonly id: string;
  readonly marking: StoredMarking;
  readonly master: { readonly sha256: string | null; readonly bytes: number | null };
  /** Of what was known of it from before it came here. */
  readonly origin: string | null;
  readonly mergedInto: string | null;
}

/** The picture as the database has it, whoever asks; null where there is none. */
export const pictureAs = async (req: PayloadRequest, id: string): Promise<DeletedPicture | null> => {
  const found: unknown = await req.payload.db.findOne({ collection: 'images', where: { id: { equals: id } }, req });
  const marking = found ? (await markingsOf(req, 'images', [id])).get(id) : null;
  if (!marking) return null;
  const { master, origin, mergedInto } = stored.parse(found);
  return {
    ...{ id, marking, mergedInto: mergedInto ?? null, origin: origin?.sha256 ?? null },
    master: { sha256: master?.sha256 ?? null, bytes: master?.bytes ?? null },
  };
};

/**
 * A picture for somebody who wants to do one of several things with it.
 * @throws Failure of their right, whatever there is; `not-found` for what is missing or above their clearance
 */
export const pictureFor = async (
  req: PayloadRequest,
  viewer: Viewer,
  actions: readonly Action[],
  id: string,
): Promise<DeletedPicture> => {
  const refusals = actions.map((action) => decide(viewer, action, { kind: 'image' }));
  const [first] = refusals;
  if (first && 'refuse' in first && refusals.every((one) => 'refuse' in one)) throw new Failure(first.refuse);
  const picture = await pictureAs(req, id);
  if (!picture || 'refuse' in decide(viewer, 'read', { kind: 'image', marking: picture.marking }))
    throw new Failure('not-found');
  return picture;
};

/** Name of whoever asks, as lines of what was done keep it. */
export const nameOf = ({ user }: PayloadRequest): string | null =>
  user && 'name' in user && typeof user.name === 'string' ? user.name : null;
