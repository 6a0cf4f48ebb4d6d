import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';
import { facetOrder } from './screen-state.ts';

const picture = z.object({
  id: z.string(),
  thumbhash: z.string(),
  title: z.string(),
  titleIn: z.enum(studioLocales).nullable(),
  badges: z.array(z.string()),
});
export type Picture = z.infer<typeof picture>;

export const picturesAnswer = z.object({ total: z.number(), state: z.string(), pictures: z.array(picture) });

export const idsAnswer = z.object({ total: z.number(), state: z.string(), ids: z.array(z.string()) });

const value = z.object({ value: z.string(), count: z.number(), label: z.string().optional() });
export type FacetValue = z.infer<typeof value>;

export const facetsAnswer = z.object({
  total: z.number(),
  state: z.string(),
  facets: z.partialRecord(z.enum(facetOrder), z.array(value)),
});
export type FacetsAnswer = z.infer<typeof facetsAnswer>;

/** Width by height of every picture, from the thousandths that the studio sends. */
export const readRatios = (bytes: ArrayBuffer): Float32Array => {
  const view = new DataView(bytes);
  return Float32Array.from({ length: bytes.byteLength / 2 }, (_, at) => view.getUint16(at * 2, true) / 1000);
};
