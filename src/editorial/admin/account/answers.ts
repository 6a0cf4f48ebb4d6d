import { z } from 'zod';

const session = z.object({
  id: z.string(),
  isCurrent: z.boolean(),
  at: z.string(),
  seenAt: z.string(),
  network: z.string(),
  agent: z.string(),
});
export type OwnSession = z.infer<typeof session>;

/** What `/api/account/sessions` answers. */
export const sessionsAnswer = z.object({ sessions: z.array(session) });

const line = z.object({
  id: z.string(),
  at: z.string(),
  lastAt: z.string(),
  times: z.number(),
  action: z.string(),
  collection: z.string().nullable(),
  isOwn: z.boolean(),
  who: z.string().nullable(),
  outcome: z.string(),
});
export type OwnLine = z.infer<typeof line>;

/** What `/api/account/activity` answers. */
export const activityAnswer = z.object({ lines: z.array(line) });

const factor = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  at: z.string(),
  usedAt: z.string().nullable(),
});
export type OwnFactor = z.infer<typeof factor>;

/** What `/api/account/factors` answers. */
export const factorsAnswer = z.object({ factors: z.array(factor), codes: z.number() });

/** An authenticator that was begun with. */
export const begunAnswer = z.object({ id: z.string(), secret: z.string(), address: z.string() });

/** Recovery codes, where there are new ones. */
export const codesAnswer = z.object({ codes: z.array(z.string()) });
