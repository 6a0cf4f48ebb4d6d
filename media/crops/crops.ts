import { Failure } from '#errors/failure.ts';
import type { Size } from '../sizes/renditions.ts';

/** Shapes in which pages show a part of a picture, as width to height. */
export const shapes = ['16:9', '4:3', '1:1', '9:16'] as const;
export type Shape = (typeof shapes)[number];

/** A part of a picture as it is kept: fractions of its width and height, the right way up, from the upper left corner. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What somebody has set by hand; a shape that is absent follows the focus. */
export type SetCrops = Readonly<Partial<Record<Shape, Part>>>;

/** What a page shows of a picture in one shape: whole pixels of the picture, the right way up. */
export interface Crop extends Part {
  /** Whether somebody has set it by hand. */
  readonly set: boolean;
}

/** Pixels that the shorter side of a crop has at least, where the picture has them: less is a smear on any page. */
export const leastSide = 100;

/** Why a crop cannot be: it leaves the picture, has not its shape, or is too small. */
export type CropFault = 'outside' | 'shape' | 'small';

const ratios: Readonly<Record<Shape, number>> = { '16:9': 16 / 9, '4:3': 4 / 3, '1:1': 1, '9:16': 9 / 16 };

/** Width to height. */
export const ratioOf = (shape: Shape): number => ratios[shape];

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/** The largest size of a shape inside a picture, in whole pixels and never nothing. */
export const largestOf = (shape: Shape, { width, height }: Size): Size => {
  const ratio = ratioOf(shape);
  return width / height > ratio
    ? { width: clamp(Math.max(1, Math.round(height * ratio)), width), height }
    : { width, height: clamp(Math.max(1, Math.round(width / ratio)), height) };
};

/**
 * The largest part of a shape around the point of interest, as near to the middle of it as the picture allows.
 * @param focus fractions of width and height
 */
export const cropAround = (shape: Shape, size: Size, focus: readonly [x: number, y: number]): Part => {
  const { width, height } = largestOf(shape, size);
  const x = clamp(Math.round(focus[0] * size.width - width / 2), size.width - width);
  const y = clamp(Math.round(focus[1] * size.height - height / 2), size.height - height);
  return { x, y, width, height };
};

/** Six decimals: a tenth of a pixel in the widest picture that there is. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Whole pixels of a picture as fractions of it. */
export const fractionsOf = ({ x, y, width, height }: Part, size: Size): Part => ({
  x: rounded(x / size.width),
  y: rounded(y / size.height),
  width: rounded(width / size.width),
  height: rounded(height / size.height),
});

/** Fractions of a picture as whole pixels of it, inside it and not empty. */
export const pixelsOf = (part: Part, size: Size): Part => {
  const x = clamp(Math.round(part.x * size.width), size.width - 1);
  const y = clamp(Math.round(part.y * size.height), size.height - 1);
  const width = clamp(Math.max(1, Math.round(part.width * size.width)), size.width - x);
  const height = clamp(Math.max(1, Math.round(part.height * size.height)), size.height - y);
  return { x, y, width, height };
};

const isInside = ({ x, y, width, height }: Part, size: Size): boolean =>
  Math.min(x, y) >= 0 &&
  Math.min(width, height) > 0 &&
  // What six decimals leave open
  Math.round((x + width) * size.width) <= size.width &&
  Math.round((y + height) * size.height) <= size.height;

/** One side may be a pixel off, for whole pixels seldom give the very shape. */
const hasShape = (shape: Shape, { width, height }: Part, size: Size): boolean => {
  const [across, down, ratio] = [width * size.width, height * size.height, ratioOf(shape)];
  const slack = 1.001;
  return Math.abs(across - down * ratio) <= slack || Math.abs(down - across / ratio) <= slack;
};

const isLarge = (shape: Shape, { width, height }: Part, size: Size): boolean => {
  const largest = largestOf(shape, size);
  const least = Math.min(leastSide, largest.width, largest.height);
  return Math.round(Math.min(width * size.width, height * size.height)) >= least;
};

/** Why a part of a picture is no crop of a shape; null: it is one. */
export const cropFault = (shape: Shape, part: Part, size: Size): CropFault | null => {
  if (!isInside(part, size)) return 'outside';
  if (!hasShape(shape, part, size)) return 'shape';
  return isLarge(shape, part, size) ? null : 'small';
};

/** What pages show in each shape: as somebody set it, where that fits the picture, else around the focus. */
export const cropsOf = (
  size: Size,
  focus: readonly [x: number, y: number],
  set: SetCrops = {},
): Readonly<Record<Shape, Crop>> => {
  const cropIn = (shape: Shape): Crop => {
    const part = set[shape];
    return part && cropFault(shape, part, size) === null
      ? { ...pixelsOf(part, size), set: true }
      : { ...cropAround(shape, size, focus), set: false };
  };
  return { '16:9': cropIn('16:9'), '4:3': cropIn('4:3'), '1:1': cropIn('1:1'), '9:16': cropIn('9:16') };
};

const codes = { outside: 'crop-outside', shape: 'crop-shape', small: 'crop-too-small' } as const;

/**
 * Looks at what somebody sets.
 * @param size of the picture as it is shown
 * @throws Failure `crop-outside`, `crop-shape`, `crop-too-small` with the shape
 */
export const refuseBadCrops = (set: SetCrops, size: Size): void => {
  for (const shape of shapes) {
    const part = set[shape];
    const fault = part ? cropFault(shape, part, size) : null;
    if (fault) throw new Failure(codes[fault], { shape, least: leastSide });
  }
};
