import { cropsOf, type Part } from '#media/crops/crops.ts';
import { viewCrops } from '#media/crops/view-crops.ts';
import type { PictureCrops } from '#record/picture.ts';
import type { ImageEdition } from '#record/records.ts';
import { imageService } from './iiif/addresses.ts';
import type { Lens } from './lens.ts';

/** A fraction as a percentage that an address of IIIF may have: digits and a point alone. */
const percent = (fraction: number): string => String(Math.round(fraction * 1e6) / 1e4);

/** @NOTE A region in per cent stays right when rights make the picture’s public size another. */
const regionOf = ({ x, y, width, height }: Part): string => `pct:${[x, y, width, height].map(percent).join(',')}`;

/** The crops of an image with an address for each; those of a picture that brings none follow from its focus. */
export const viewCropsOf = (id: string, edition: ImageEdition, { publicUrl }: Lens): PictureCrops =>
  viewCrops(
    edition,
    edition.crops ?? cropsOf(edition, edition.focus),
    (part) => `${imageService(publicUrl, id)}/${regionOf(part)}/max/0/default.jpg`,
  );
