import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { covers } from '#access/decide.ts';
import type { Viewer } from '#access/viewer.ts';
import { openSeal, sealsIn, sealsWhere } from '#collections/seals.ts';

/** Most lines that are told. */
const most = 50;

const moment = z.union([z.string(), z.date()]).transform((at) => new Date(at).toISOString());

const line = z.object({
  id: z.string(),
  at: moment,
  lastAt: moment.nullish(),
  times: z.number().nullish(),
  actor: z.string().nullish(),
  who: z.string().nullish(),
  action: z.string(),
  collection: z.string().nullish(),
  outcome: z.string().nullish(),
  code: z.string().nullish(),
});

/** What people may know of what they did themselves: not that of documents which are above them by now. */
const known = async (req: PayloadRequest, viewer: Viewer): Promise<Where> => {
  const seals = sealsWhere(await sealsIn(req, 'audit'), (marking) => covers(viewer, marking));
  return { seal: { in: [...seals, openSeal] } };
};

/** A day’s looks would leave no room for what they did. */
const noLooks: Where = { or: [{ action: { not_equals: 'read' } }, { outcome: { equals: 'refused' } }] };

/** Lines of the audit log that a person did, or that were done to their account, the newest first. Looks that were let through are not among them. */
export const ownActivity = async (req: PayloadRequest, viewer: Viewer) => {
  const ofAccount: Where = { and: [{ collection: { equals: 'users' } }, { documentId: { equals: viewer.id } }] };
  const where: Where = {
    and: [{ or: [{ actor: { equals: viewer.id } }, ofAccount] }, await known(req, viewer), noLooks],
  };
  const { docs } = await req.payload.db.find({
    ...{ collection: 'audit', where, req },
    ...{ limit: most, pagination: false, sort: '-at' },
  });
  return z
    .array(line)
    .parse(docs)
    .map(({ id, at, lastAt, times, actor, who, action, collection, outcome, code }) => ({
      ...{ id, at, lastAt: lastAt ?? at, times: times ?? 1, action, collection: collection ?? null },
      ...{ isOwn: actor === viewer.id, who: who ?? null, outcome: outcome ?? 'done', code: code ?? null },
    }));
};
