import { z } from 'zod';
import type { Choice } from '../../gate/audit/chosen-lines.ts';
import { lineForms } from '../../gate/audit/line-forms.ts';
import { retentionKinds } from '../../legal/retention.ts';

const day = z.iso.date().nullish();

/** Which lines somebody wants, as the page sends it; days in the city’s calendar, both included. */
export const askedLines = z.strictObject({
  form: z.enum(lineForms),
  since: day,
  until: day,
  person: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullish(),
  kinds: z.array(z.enum(retentionKinds)).max(retentionKinds.length).nullish(),
});
export type AskedLines = z.infer<typeof askedLines>;

const dayInMs = 24 * 60 * 60 * 1000;
/** Begin of a day in the city, which has no summer time. */
const midnight = (date: string): Date => new Date(`${date}T00:00:00+07:00`);

export const choiceOf = ({ since, until, person, kinds }: AskedLines): Choice => ({
  since: since ? midnight(since) : null,
  before: until ? new Date(midnight(until).getTime() + dayInMs) : null,
  person: person ?? null,
  kinds: kinds && kinds.length > 0 ? kinds : null,
});

/** What the line of an export says of it: what was asked for, in words of programs. */
export const aboutLines = (form: string, { since, before, person, kinds }: Choice): string =>
  [
    `form=${form}`,
    ...(since ? [`since=${since.toISOString()}`] : []),
    ...(before ? [`before=${before.toISOString()}`] : []),
    ...(person ? [`person=${person}`] : []),
    ...(kinds ? [`kinds=${kinds.join(',')}`] : []),
  ].join(' ');
