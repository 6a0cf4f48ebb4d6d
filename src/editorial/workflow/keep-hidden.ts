import type { PayloadRequest } from 'payload';
import { isByLedger } from '../translation/by-ledger.ts';
import { hiddenIds, strippedBody } from './hide-references.ts';
import type { Intent } from './intent.ts';
import { keepHiddenInBody } from './keep-hidden-in-body.ts';

type Doc = Readonly<Record<string, unknown>>;

export interface Kept {
  /** What was written, with what its writer was not shown and could not leave out on purpose. */
  readonly after: Record<string, unknown>;
  /** What of it the writer answers for: what stood there already and they may not know of is none of their doing. */
  readonly own: Doc;
}

/**
 * Nobody who was not shown all of a document takes away by a save what they were not shown, nor is asked to answer for it.
 * @param before the document as it stands, in one language, all of it
 * @param after what somebody saves over what they were shown
 */
export const keepHidden = async (
  req: PayloadRequest,
  { sent }: Pick<Intent, 'sent'>,
  before: Doc,
  after: Doc,
): Promise<Kept> => {
  const hidden = await hiddenIds(req, before);
  if (hidden.size === 0) return { after: { ...after }, own: after };
  const isCoverHidden = typeof before.cover === 'string' && hidden.has(before.cover);
  const keepsCover = isCoverHidden && (!sent.has('cover') || (after.cover ?? null) === null);
  // The workbench writes into the whole of a text, of which it shows people their part
  const isBodyWhole = !sent.has('body') || isByLedger(req);
  return {
    after: {
      ...after,
      ...(keepsCover ? { cover: before.cover } : {}),
      body: isBodyWhole ? after.body : keepHiddenInBody(before.body, after.body, hidden),
    },
    own: {
      ...after,
      ...(keepsCover ? { cover: null } : {}),
      body: isBodyWhole ? strippedBody(after.body, hidden) : after.body,
    },
  };
};
