import { randomUUID } from 'node:crypto';
import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { levels, type Marking } from '#access/level.ts';
import { forgetSeals } from '#collections/seals.ts';
import { hintDefaults } from '../albums/album-defaults.ts';
import type { MarkingDecision } from '../legal/legal-bases.ts';
import { type MarkedCollection, markedCollections } from './references.ts';

const word = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

const stored = z.object({
  id: z.string(),
  level: z.enum(levels),
  compartments: z.array(z.string()).nullish(),
  subjectType: z.enum(markedCollections),
  subjectId: z.string(),
  history: z.array(z.looseObject({})).nullish(),
  legalBasis: word,
  listItem: word,
  officer: word,
  decidedOn: word,
  protectedUntil: word,
});

/** A marking as it is kept, with the document that it speaks of. */
export interface StoredMarking extends Marking {
  readonly id: string;
  readonly subjectType: MarkedCollection;
  readonly subjectId: string;
  readonly history: readonly Record<string, unknown>[];
  /** What it rests upon by law; null where nobody has said so. */
  readonly decision: MarkingDecision | null;
}

const read = (doc: unknown): StoredMarking | null => {
  const parsed = stored.safeParse(doc);
  if (!parsed.success) return null;
  const { legalBasis, listItem, officer, decidedOn, protectedUntil, ...rest } = parsed.data;
  const decided = { legalBasis, listItem, officer, decidedOn, protectedUntil: protectedUntil || null };
  return {
    ...{ ...rest, compartments: rest.compartments ?? [], history: rest.history ?? [] },
    decision: legalBasis === '' ? null : decided,
  };
};

export const readMarking = async (req: PayloadRequest, id: string | null): Promise<StoredMarking | null> =>
  id === null
    ? null
    : read(await req.payload.db.findOne({ collection: 'markings', where: { id: { equals: id } }, req }));

/** Markings of several documents of one collection, by document id. */
export const markingsOf = async (
  req: PayloadRequest,
  collection: MarkedCollection,
  ids: readonly string[],
): Promise<Map<string, StoredMarking>> => {
  if (ids.length === 0) return new Map();
  const where: Where = { and: [{ subjectType: { equals: collection } }, { subjectId: { in: [...ids] } }] };
  const { docs } = await req.payload.db.find({ collection: 'markings', where, limit: 0, pagination: false, req });
  const found = docs.map(read).filter((marking) => marking !== null);
  return new Map(found.map((marking) => [marking.subjectId, marking]));
};

/** Why a marking was set: who did it, and on what ground. */
export interface Ground {
  readonly by: string | null;
  readonly basis: string;
  /** What it rests upon by law from now on; null: on nothing any more. Left out: it stays as it was. */
  readonly decision?: MarkingDecision | null;
}

/** As the database takes it: without one, empty. */
const decisionIn = (decision: MarkingDecision | null) => ({
  legalBasis: decision?.legalBasis ?? null,
  listItem: decision?.listItem ?? null,
  officer: decision?.officer ?? null,
  decidedOn: decision?.decidedOn ?? null,
  protectedUntil: decision?.protectedUntil ?? null,
});

/** Makes the marking of a new document. @returns its id */
export const makeMarking = async (
  req: PayloadRequest,
  subject: { readonly type: MarkedCollection; readonly id: string },
  { level, compartments }: Marking,
  ground: Ground,
): Promise<string> => {
  const id = randomUUID();
  const data = {
    id,
    level,
    compartments: [...compartments],
    subjectType: subject.type,
    subjectId: subject.id,
    history: [entry(null, level, ground)],
  };
  await req.payload.create({ collection: 'markings', data: data as never, depth: 0, overrideAccess: true, req });
  forgetSeals(req);
  return id;
};

/** Sets another level and compartments, and keeps what was before. Whether that may be is decided elsewhere. */
export const changeMarking = async (
  req: PayloadRequest,
  marking: StoredMarking,
  next: Marking,
  ground: Ground,
): Promise<void> => {
  const data = {
    level: next.level,
    compartments: [...next.compartments],
    basis: ground.basis,
    ...(ground.decision === undefined ? {} : decisionIn(ground.decision)),
    history: [...marking.history, entry(marking.level, next.level, ground)],
  };
  await req.payload.update({
    collection: 'markings',
    id: marking.id,
    data: data as never,
    depth: 0,
    overrideAccess: true,
    req,
  });
  forgetSeals(req);
  // From an album that is marked higher its pictures take nothing
  if (marking.subjectType === 'albums') await hintDefaults(req, marking.subjectId, req);
};

const entry = (from: string | null, to: string, { by, basis, decision }: Ground) => ({
  at: new Date().toISOString(),
  by,
  from,
  to,
  basis,
  ...(decision ? decisionIn(decision) : {}),
});
