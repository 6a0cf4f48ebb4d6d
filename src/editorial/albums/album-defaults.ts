import type { PayloadRequest } from 'payload';
import { leaveHint } from '../outbox/hint.ts';

/** How an outbox row names what an album gives its pictures: not the album, but all pictures in it and below it. */
export const albumDefaults = 'album-defaults';

/**
 * The gate looks at every picture in an album and in those below it.
 * @param transaction the request whose transaction the row joins; null: the row stands by itself, at once
 */
export const hintDefaults = (req: PayloadRequest, album: string, transaction: PayloadRequest | null): Promise<void> =>
  leaveHint(req, { collection: albumDefaults, documentId: album }, transaction);
