import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { refuseBadCrops } from '#media/crops/crops.ts';
import { setCrops } from '#media/crops/set-crops.ts';
import { isSame } from './content-changes.ts';

type Doc = Readonly<Record<string, unknown>>;

const sized = z.looseObject({ width: z.number().min(1), height: z.number().min(1) });

/**
 * Crops that somebody sets are parts of the picture, in their shapes. What stands there already stays: it may have been set
 * when the picture was shown otherwise, and whoever saves another field did not do it.
 *
 * @param master what the archive has found out about the picture
 * @throws Failure `field-invalid` (field: crops), `crop-outside`, `crop-shape`, `crop-too-small`
 */
export const checkCrops = (before: Doc | null, after: Doc, master: unknown): void => {
  const { crops = null } = after;
  if (crops === null || isSame(before?.crops, crops)) return;
  const read = setCrops.safeParse(crops);
  const size = sized.safeParse(master);
  if (!read.success || !size.success) throw new Failure('field-invalid', { field: 'crops' });
  refuseBadCrops(read.data, size.data);
};
