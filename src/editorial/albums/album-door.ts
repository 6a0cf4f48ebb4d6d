import type { PayloadRequest, Where } from 'payload';
import { decide } from '#access/decide.ts';
import type { Action } from '#access/rules.ts';
import type { Viewer } from '#access/viewer.ts';
import { accessOf } from '#collections/access-filter.ts';
import { Failure } from '#errors/failure.ts';
import { markingsOf } from '../workflow/marking-store.ts';

const collections = { album: 'albums', image: 'images' } as const;
const kinds = { albums: 'album', images: 'image' } as const;

const check = async (
  req: PayloadRequest,
  kind: keyof typeof collections,
  viewer: Viewer,
  action: Action,
  id: string,
): Promise<void> => {
  const everywhere = decide(viewer, action, { kind });
  if ('refuse' in everywhere) throw new Failure(everywhere.refuse);
  const marking = (await markingsOf(req, collections[kind], [id])).get(id);
  if (!marking) throw new Failure('not-found');
  const decision = decide(viewer, action, { kind, marking });
  if ('refuse' in decision) throw new Failure(decision.refuse);
};

/** @throws Failure `not-found` for what is missing or hidden */
export const checkMayRead = (req: PayloadRequest, kind: keyof typeof collections, viewer: Viewer, id: string) =>
  check(req, kind, viewer, 'read', id);

/**
 * Whether somebody may say what is in an album and in what order: those who may make one, not those who translate its words.
 * @throws Failure `forbidden`, `not-found`
 */
export const checkMayOrder = async (req: PayloadRequest, viewer: Viewer, id: string): Promise<void> => {
  const maker = decide(viewer, 'create', { kind: 'album' });
  if ('refuse' in maker) throw new Failure(maker.refuse);
  await check(req, 'album', viewer, 'update', id);
};

/** Which of some documents are there for whoever asks. */
export const readableAmong = async (
  req: PayloadRequest,
  collection: 'albums' | 'images',
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const visible = req.user ? await accessOf(kinds[collection]).read?.({ req }) : true;
  if (!visible || ids.length === 0) return new Set();
  const named: Where = { id: { in: [...new Set(ids)] } };
  const where: Where = visible === true ? named : { and: [named, visible] };
  const select = { createdAt: true } as const;
  const { docs } = await req.payload.db.find({ collection, where, limit: 0, pagination: false, select, req });
  return new Set(docs.map(({ id }) => String(id)));
};
