import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { covers } from '#access/decide.ts';
import type { Viewer } from '#access/viewer.ts';
import { sealsIn, sealsWhere } from '#collections/seals.ts';
import { inPortions } from '../desk/portions.ts';
import { findLowerings, type Lowering, waitingLowerings } from '../workflow/lowering/lowerings.ts';

/** A picture that nobody has judged yet, by its marking. */
export interface QueueRow {
  readonly marking: string;
  readonly image: string;
  readonly at: string;
}

/** One page of a list, and where the next one begins; null: there is none. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly next: Place | null;
}

/** Where a page ends: the moment and the id of its last row. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

const instant = z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString());
const stored = z.object({ id: z.string(), subjectId: z.string(), createdAt: instant });

/** Seals of what nobody has judged yet, as far as somebody is cleared for it: what lies above is neither listed nor counted. */
export const sealsToReview = async (req: PayloadRequest, viewer: Viewer): Promise<string[]> =>
  sealsWhere(await sealsIn(req, 'markings'), (marking) => marking.level === 'unreviewed' && covers(viewer, marking));

const beyond = (field: string, { at, id }: Place): Where => ({
  or: [{ [field]: { greater_than: at } }, { and: [{ [field]: { equals: at } }, { id: { greater_than: id } }] }],
});

const unreviewed = (seals: readonly string[]): Where[] => [
  { seal: { in: [...seals] } },
  { subjectType: { equals: 'images' } },
];

/** The next markings in the order in which the pictures came, whoever has asked about them. */
const readMarkings = async (
  req: PayloadRequest,
  seals: readonly string[],
  after: Place | null,
  limit: number,
): Promise<QueueRow[]> => {
  const where: Where = { and: [...unreviewed(seals), ...(after ? [beyond('createdAt', after)] : [])] };
  const { docs } = await req.payload.db.find({
    ...{ collection: 'markings', where, sort: ['createdAt', 'id'], limit, pagination: false, req },
    select: { subjectId: true, createdAt: true },
  });
  return docs
    .map((doc) => stored.parse(doc))
    .map(({ id, subjectId, createdAt }) => ({ marking: id, image: subjectId, at: createdAt }));
};

const placeOf = ({ marking, at }: QueueRow): Place => ({ at, id: marking });

/** Markings that are looked at together once some were passed over: as many as one person proposes in one act. */
const passedOver = 200;

/** A page of what nobody has judged and nobody has asked about, the oldest first. */
export const readUnreviewed = async (
  req: PayloadRequest,
  seals: readonly string[],
  after: Place | null,
  limit: number,
): Promise<Page<QueueRow>> => {
  const rows: QueueRow[] = [];
  let [place, size] = [after, limit];
  while (seals.length > 0) {
    const found = await readMarkings(req, seals, place, size);
    const asked = await waitingLowerings(req, new Date(), { marking: { in: found.map(({ marking }) => marking) } });
    const waits = new Set(asked.map(({ marking }) => marking));
    rows.push(...found.filter(({ marking }) => !waits.has(marking)));
    const last = found.at(-1);
    const isLast = !last || found.length < size;
    // What waits for a second person leaves gaps: a page is filled up, and cut where it was filled
    if (rows.length > limit || (rows.length === limit && !isLast)) {
      const kept = rows.slice(0, limit);
      return { rows: kept, next: placeOf(kept[limit - 1] as QueueRow) };
    }
    if (isLast) return { rows, next: null };
    place = placeOf(last);
    // However few are wanted, what waits may be many
    size = Math.max(limit, passedOver);
  }
  return { rows, next: null };
};

/** Those of some requests whose picture is still what it was when somebody asked: whatever was judged meanwhile is no question. */
const stillOpen = async <T extends Pick<Lowering, 'marking'>>(
  req: PayloadRequest,
  seals: readonly string[],
  asked: readonly T[],
): Promise<T[]> => {
  const ids = [...new Set(asked.map(({ marking }) => marking))];
  const open = await inPortions(ids, async (some) => {
    const where: Where = { and: [{ id: { in: some } }, ...unreviewed(seals)] };
    const select = { subjectId: true } as const;
    const { docs } = await req.payload.db.find({
      collection: 'markings',
      where,
      limit: 0,
      pagination: false,
      select,
      req,
    });
    return docs.map(({ id }) => String(id));
  });
  const known = new Set(open);
  return asked.filter(({ marking }) => known.has(marking));
};

const asked = (seals: readonly string[]): Where[] => [
  { state: { equals: 'asked' } },
  { subjectType: { equals: 'images' } },
  { from: { in: [...seals] } },
  { lapsesAt: { greater_than: new Date().toISOString() } },
];

/** A page of what others have proposed to mark lower, of what nobody has judged, in the order in which they did. */
export const readProposals = async (
  req: PayloadRequest,
  viewer: Viewer,
  after: Place | null,
  limit: number,
): Promise<Page<Lowering>> => {
  const seals = await sealsToReview(req, viewer);
  if (seals.length === 0) return { rows: [], next: null };
  const others: Where = { askedBy: { not_equals: viewer.id } };
  const where: Where = { and: [...asked(seals), others, ...(after ? [beyond('askedAt', after)] : [])] };
  const found = await findLowerings(req, where, { sort: ['askedAt', 'id'], limit });
  const last = found.length < limit ? undefined : found.at(-1);
  return { rows: await stillOpen(req, seals, found), next: last ? { at: last.askedAt, id: last.id } : null };
};

const waiting = z.object({ marking: z.string(), askedBy: z.string() });

/** What waits for a second person, of what nobody has judged: about which marking, and who has asked. */
const readWaiting = async (req: PayloadRequest, seals: readonly string[]) => {
  const where: Where = { and: asked(seals) };
  const select = { marking: true, askedBy: true } as const;
  const { docs } = await req.payload.db.find({
    collection: 'lowerings',
    where,
    limit: 0,
    pagination: false,
    select,
    req,
  });
  return stillOpen(req, seals, z.array(waiting).parse(docs));
};

/** How many pictures somebody may still decide about, and how many proposals of others they may answer. */
export const countQueue = async (
  req: PayloadRequest,
  viewer: Viewer,
): Promise<{ readonly pictures: number; readonly proposals: number }> => {
  const seals = await sealsToReview(req, viewer);
  if (seals.length === 0) return { pictures: 0, proposals: 0 };
  const where: Where = { and: unreviewed(seals) };
  const { totalDocs } = await req.payload.db.count({ collection: 'markings', where, req });
  const proposed = await readWaiting(req, seals);
  const pictures = totalDocs - new Set(proposed.map(({ marking }) => marking)).size;
  return { pictures, proposals: proposed.filter(({ askedBy }) => askedBy !== viewer.id).length };
};
