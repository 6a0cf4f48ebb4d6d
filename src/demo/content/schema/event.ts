import { z } from 'zod';
import { eventKinds, eventStatuses } from '#record/records.ts';
import { inSome, key, line, locale } from './language.ts';
import { demoLevel, documentWords } from './words.ts';

/** A wall-clock time in Ho Chi Minh City, on a day counted from the day of seeding (negative: in the past). */
const moment = z.strictObject({ day: z.int().min(-400).max(400), time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) });
export type DemoMoment = z.infer<typeof moment>;

/** One file of `events/`. */
export const demoEvent = z.strictObject({
  key,
  source: locale,
  level: demoLevel,
  basis: line.optional(),
  kind: z.enum(eventKinds),
  status: z.enum(eventStatuses),
  begins: moment,
  ends: moment,
  allDay: z.boolean(),
  place: key.nullable(),
  organiser: key,
  topics: z.array(key),
  cover: key.nullable(),
  words: inSome(documentWords),
});
export type DemoEvent = z.infer<typeof demoEvent>;
