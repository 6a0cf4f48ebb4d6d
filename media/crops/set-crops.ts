import { z } from 'zod';
import { type SetCrops, type Shape, shapes } from './crops.ts';

const fraction = z.number().min(0).max(1);
const part = z.strictObject({ x: fraction, y: fraction, width: fraction, height: fraction });

/** Crops as a person, a bag or the database says them: a closed list of shapes, fractions of width and height. */
export const setCrops = z.partialRecord(z.enum(shapes), part);

/** Of a value from outside, the crops that can be read; what is none is as if it were not there. */
export const readCrops = (value: unknown): SetCrops => {
  const known: Partial<Record<Shape, z.infer<typeof part>>> = {};
  if (value === null || typeof value !== 'object') return known;
  for (const shape of shapes) {
    const read = part.safeParse((value as Partial<Record<Shape, unknown>>)[shape]);
    if (read.success) known[shape] = read.data;
  }
  return known;
};
