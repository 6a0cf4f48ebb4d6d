import { z } from 'zod';
import type { PublicLocale } from '#languages/locales.ts';
import type { PlaceRecord } from '#record/records.ts';
import type { Served } from '../projection/in-force.ts';
import { base, viewBase } from './base.ts';
import type { Lens } from './lens.ts';

export const placeDocument = base
  .extend({
    type: z.literal('place'),
    summary: z.string(),
    address: z.string(),
    position: z
      .strictObject({ latitude: z.number(), longitude: z.number() })
      .nullable()
      .meta({ description: 'WGS 84, degrees', example: { latitude: 10.7725, longitude: 106.698 } }),
  })
  .meta({ id: 'Place', description: 'A place; `title` is its official name' });
export type PlaceDocument = z.infer<typeof placeDocument>;

export const viewPlace = (
  record: PlaceRecord,
  served: Served<PlaceRecord>,
  requested: PublicLocale,
  lens: Lens,
): PlaceDocument => ({
  ...viewBase(record, served, requested, lens),
  summary: served.edition.summary,
  address: served.edition.address,
  position: served.edition.position,
});
