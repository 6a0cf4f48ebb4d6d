import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { decide } from '#access/decide.ts';
import { rankOf } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { refuseStoredNames } from '../translation/terms/refuse-wrong-names.ts';
import { changeMarking, markingsOf } from './marking-store.ts';
import type { OwnGround } from './own-grounds.ts';
import type { ReleaseRules } from './release-images.ts';

const relation = z
  .union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .catch(null);
const album = z.looseObject({ createdBy: relation, releasedBy: relation });

/**
 * Makes the words of an album public in the name of a second person. Its pictures are released by themselves: those that are
 * public are seen in it, of the others nothing is told.
 *
 * @returns whether it was released now; false: it had been
 * @throws Failure `not-found` where it is missing or hidden, `forbidden`, `album-release-own`, `publish-reference-hidden`
 */
export const releaseAlbum = async (
  req: PayloadRequest,
  viewer: Viewer,
  id: string,
  { selfPublish }: ReleaseRules,
): Promise<boolean> => {
  const everywhere = decide(viewer, 'release', { kind: 'album' });
  if ('refuse' in everywhere) throw new Failure(everywhere.refuse);
  const found: unknown = await req.payload.db.findOne({ collection: 'albums', where: { id: { equals: id } }, req });
  const marking = (await markingsOf(req, 'albums', [id])).get(id);
  if (!found || !marking) throw new Failure('not-found');
  const decision = decide(viewer, 'release', { kind: 'album', marking });
  if ('refuse' in decision) throw new Failure(decision.refuse);
  const { createdBy, releasedBy } = album.parse(found);
  if (marking.level === 'public' && releasedBy) return false;
  if (rankOf(marking.level) > rankOf('internal') || marking.compartments.length > 0)
    throw new Failure('publish-reference-hidden', { level: marking.level });
  if (createdBy === viewer.id && !selfPublish) throw new Failure('album-release-own');
  await refuseStoredNames(req, 'albums', [id]);
  // First, so that nothing opens without it where the database has no transactions
  await writeAudit(req, { action: 'release', collection: 'albums', documentId: id });
  const data = { releasedBy: viewer.id, updatedAt: new Date().toISOString() };
  await req.payload.db.updateOne({ collection: 'albums', id, data, req, returning: false });
  const basis = 'release' satisfies OwnGround;
  await changeMarking(req, marking, { level: 'public', compartments: [] }, { by: viewer.id, basis });
  return true;
};
