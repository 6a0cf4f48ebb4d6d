import type { PayloadRequest } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { type Act, writeAudit } from '../audit/audit-line.ts';
import { requireRecentFactor } from '../people/factors/step-up.ts';
import { answering } from './after-error.ts';
import { signedIn } from './signed-in.ts';

/**
 * Whoever takes a file along in which something stands that is not public. They have proved themselves a moment ago, by their second
 * factor or, without one, by their password: a session that was left open gives no file away.
 *
 * @throws Failure `step-up-required`, and what `signedIn` throws, which refuses whoever has to have a factor and has none
 */
export const whoTakes = (req: PayloadRequest): Viewer => {
  const viewer = signedIn(req);
  requireRecentFactor(req);
  return viewer;
};

/** Which file leaves, and of which document where it is one of one. */
export interface Leaving extends Partial<Pick<Act, 'collection' | 'documentId'>> {
  /** Word of a program. */
  readonly table: 'answers' | 'translations' | 'pack' | 'custody' | 'upload' | 'history';
}

/** Says in the log that a file leaves, before its first byte; where that cannot be written, nothing leaves. */
export const noteLeaving = (
  req: PayloadRequest,
  { table, collection = null, documentId = null }: Leaving,
): Promise<void> => writeAudit(req, { action: 'export', collection, documentId, about: `table=${table}` });

/** Whether somebody has typed or followed an address, and will read what comes back on a page. */
const isVisit = ({ headers, method }: PayloadRequest): boolean => {
  const kind = headers.get('sec-fetch-dest');
  return (
    method === 'GET' && (kind === null ? (headers.get('accept') ?? '').includes('text/html') : kind === 'document')
  );
};

const pageFor = (req: PayloadRequest): string => {
  const { search } = new URL(String(req.url), 'http://studio.internal');
  return `/admin/prove?to=${encodeURIComponent(`${req.pathname}${search}`)}`;
};

/** A door that gives such a file. Who has yet to prove themselves and comes by an address is led to the page where they do. */
export const takingDoor = (handle: (req: PayloadRequest) => Promise<Response>) =>
  answering(async (req) => {
    try {
      return await handle(req);
    } catch (error) {
      const isStep = error instanceof Failure && error.code === 'step-up-required';
      if (!isStep || !isVisit(req)) throw error;
      return new Response(null, { status: 303, headers: { Location: pageFor(req), 'Cache-Control': 'no-store' } });
    }
  });
