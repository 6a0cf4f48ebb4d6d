import type { Size } from '../sizes/renditions.ts';
import { type Crop, fractionsOf, type Part, type Shape } from './crops.ts';

/** A crop as a page of an agency uses it. */
export interface ViewedCrop extends Part {
  readonly set: boolean;
  readonly href: string | null;
}

/**
 * Crops in whole pixels as fractions of the picture.
 * @param size of the picture in those pixels
 * @param hrefOf address at which a part of the picture can be had by itself
 */
export const viewCrops = (
  size: Size,
  crops: Readonly<Record<Shape, Part & { readonly set?: boolean }>>,
  hrefOf: (part: Part) => string | null,
): Record<Shape, ViewedCrop> => {
  const view = (crop: Part & Partial<Pick<Crop, 'set'>>): ViewedCrop => {
    const part = fractionsOf(crop, size);
    return { ...part, set: crop.set ?? false, href: hrefOf(part) };
  };
  return {
    '16:9': view(crops['16:9']),
    '4:3': view(crops['4:3']),
    '1:1': view(crops['1:1']),
    '9:16': view(crops['9:16']),
  };
};
