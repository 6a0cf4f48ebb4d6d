import { z } from 'zod';
import type { PublicLocale } from '#languages/locales.ts';
import type { AgencyRecord } from '#record/records.ts';
import type { Served } from '../projection/in-force.ts';
import { base, viewBase } from './base.ts';
import type { Lens } from './lens.ts';

export const agencyDocument = base
  .extend({
    type: z.literal('agency'),
    summary: z.string(),
    website: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
  })
  .meta({ id: 'Agency', description: 'A department or body of the city; `title` is its name' });
export type AgencyDocument = z.infer<typeof agencyDocument>;

export const viewAgency = (
  record: AgencyRecord,
  served: Served<AgencyRecord>,
  requested: PublicLocale,
  lens: Lens,
): AgencyDocument => {
  const { summary, website, email, phone } = served.edition;
  return { ...viewBase(record, served, requested, lens), summary, website, email, phone };
};
