import type { PayloadRequest } from 'payload';
import { isByLedger } from '../translation/by-ledger.ts';
import { hiddenIds, namedIds, strippedBody } from './hide-references.ts';
import type { Intent } from './intent.ts';
import { keepHiddenInBody } from './keep-hidden-in-body.ts';
import { markingsOf } from './marking-store.ts';

type Doc = Readonly<Record<string, unknown>>;

export interface Kept {
  /** What was written, with what its writer was not shown and could not leave out on purpose. */
  readonly after: Record<string, unknown>;
  /** What of it the writer answers for: what stood there already and they may not know of is none of their doing. */
  readonly own: Doc;
}

/** Those of the hidden that are there: what was deleted is hidden from everybody, and nobody misses it. */
const thereAmong = async (req: PayloadRequest, before: Doc, hidden: ReadonlySet<string>): Promise<Set<string>> => {
  const there = new Set<string>();
  for (const [collection, ids] of namedIds(before)) {
    const asked = [...ids].filter((id) => hidden.has(id));
    for (const id of (await markingsOf(req, collection, asked)).keys()) there.add(id);
  }
  return there;
};

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
  const there = await thereAmong(req, before, hidden);
  const isCover = (among: ReadonlySet<string>) => typeof before.cover === 'string' && among.has(before.cover);
  const isCoverWhole = isCover(hidden) && !sent.has('cover');
  const keepsCover = isCover(there) && (isCoverWhole || (after.cover ?? null) === null);
  const gone = new Set([...hidden].filter((id) => !there.has(id)));
  // The workbench writes into the whole of a text, of which it shows people their part
  const isBodyWhole = !sent.has('body') || isByLedger(req);
  return {
    after: {
      ...after,
      ...(keepsCover ? { cover: before.cover } : {}),
      body: isBodyWhole ? after.body : keepHiddenInBody(strippedBody(before.body, gone), after.body, there),
    },
    own: {
      ...after,
      ...(keepsCover || isCoverWhole ? { cover: null } : {}),
      body: isBodyWhole ? strippedBody(after.body, hidden) : after.body,
    },
  };
};
