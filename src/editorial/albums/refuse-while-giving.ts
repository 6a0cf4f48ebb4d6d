import type { PayloadRequest, Where } from 'payload';
import { Failure } from '#errors/failure.ts';
import { readableAmong } from './album-door.ts';
import { idOf } from './check-album.ts';

/** As deep as a tree of albums may be. */
const deepest = 16;

/** Whether an album, or one above it that the person may know of, names a rights record. */
const isGiving = async (req: PayloadRequest, album: string): Promise<boolean> => {
  let at: string | null = album;
  for (let step = 0; step < deepest && at !== null; step += 1) {
    const where: Where = { id: { equals: at } };
    const found: Record<string, unknown> | null = await req.payload.db.findOne({ collection: 'albums', where, req });
    const isKnown = at === album || !req.user || (await readableAmong(req, 'albums', [at])).has(at);
    if (found && isKnown && idOf(found.rightsRecord) !== null) return true;
    at = found ? idOf(found.within) : null;
  }
  return false;
};

/**
 * With an album its pictures and the albums below it would lose the limits that they take from it, and nobody would see it.
 * @throws Failure `album-gives-rights`
 */
export const refuseWhileGiving = async (req: PayloadRequest, album: string): Promise<void> => {
  if (!(await isGiving(req, album))) return;
  const members = await req.payload.db.count({ collection: 'album-members', where: { album: { equals: album } }, req });
  const below = await req.payload.db.count({ collection: 'albums', where: { within: { equals: album } }, req });
  if (members.totalDocs + below.totalDocs > 0) throw new Failure('album-gives-rights');
};
