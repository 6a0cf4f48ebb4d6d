import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';

const about = { collection: z.string(), id: z.string(), locale: z.enum(studioLocales), title: z.string() };

const work = z.looseObject({
  ...about,
  turn: z.enum(['translate', 'review', 'done']),
  due: z.string().nullable(),
  isLate: z.boolean(),
  note: z.string(),
  translator: z.string().nullable(),
  reviewer: z.string().nullable(),
  givenBy: z.string().nullable(),
  done: z.number(),
  of: z.number(),
  isStuck: z.boolean(),
});
export type Work = z.infer<typeof work>;

const talk = z.looseObject({
  ...about,
  thread: z.string(),
  by: z.string(),
  at: z.string(),
  text: z.string(),
  isMentioned: z.boolean(),
});
export type Talk = z.infer<typeof talk>;

/** All that waits for the person, as `GET /api/inbox` says it. */
export const inboxAnswer = z.looseObject({
  late: z.array(work),
  translate: z.array(work),
  review: z.array(work),
  talk: z.array(talk),
  given: z.array(work),
  waiting: z.number(),
  mailFailed: z.boolean(),
});
export type InboxAnswer = z.infer<typeof inboxAnswer>;

export const countAnswer = z.looseObject({ waiting: z.number() });
