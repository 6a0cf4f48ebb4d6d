import type { PublicLimit } from '../rights/public-limit.ts';
import type { Size } from '../sizes/renditions.ts';
import type { Format, ImageRequest, Parameter, Quality, Region, Rotation, WantedSize } from './request.ts';

/** A part of a picture in its pixels, inside it and not empty. */
export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** What is to be made, in numbers: the pixels follow without another decision. */
export interface Plan {
  readonly region: Box;
  /** Of the part once scaled, before it is turned. */
  readonly size: Size;
  readonly rotation: Rotation;
  readonly quality: Exclude<Quality, 'color'>;
  readonly format: Format;
}

/** A picture as its service offers it. */
export interface Offered {
  readonly size: Size;
  readonly limit: PublicLimit;
}

/** The part that a region means: what lies outside the picture is cut off (4.1); null when nothing is left. */
export function boxOf(region: Region, { width, height }: Size): Box | null {
  if (region.kind === 'full') return { left: 0, top: 0, width, height };
  if (region.kind === 'square') {
    const side = Math.min(width, height);
    return { left: Math.floor((width - side) / 2), top: Math.floor((height - side) / 2), width: side, height: side };
  }
  const [perX, perY] = region.kind === 'percent' ? [width / 100, height / 100] : [1, 1];
  const [left, top] = [Math.round(region.x * perX), Math.round(region.y * perY)];
  const box = {
    left,
    top,
    width: Math.min(Math.round(region.width * perX), width - left),
    height: Math.min(Math.round(region.height * perY), height - top),
  };
  return box.width > 0 && box.height > 0 ? box : null;
}

const within = ({ width, height }: Size, { maxWidth, maxHeight, maxArea }: PublicLimit): boolean =>
  width <= maxWidth && height <= maxHeight && width * height <= maxArea;

const rounded = ({ width, height }: Size, scale: number): Size => ({
  width: Math.round(width * scale),
  height: Math.round(height * scale),
});

/** The size at a scale that a bound has set: never over the bound by rounding, and never nothing. */
const fitted = (whole: Size, scale: number, limit: PublicLimit): Size => {
  const round = rounded(whole, scale);
  const size = within(round, limit)
    ? round
    : { width: Math.floor(whole.width * scale), height: Math.floor(whole.height * scale) };
  return { width: Math.max(1, size.width), height: Math.max(1, size.height) };
};

/** How many times larger a part can be shown under a limit; below 1 it must be shown smaller. */
const mostScale = ({ width, height }: Size, { maxWidth, maxHeight, maxArea }: PublicLimit): number =>
  Math.min(maxWidth / width, maxHeight / height, Math.sqrt(maxArea / (width * height)));

function insideOf(part: Size, wanted: WantedSize & { kind: 'inside' }, limit: PublicLimit): Size {
  const scale = Math.min(
    wanted.width / part.width,
    wanted.height / part.height,
    mostScale(part, limit),
    wanted.larger ? Number.POSITIVE_INFINITY : 1,
  );
  const size = fitted(part, scale, limit);
  return { width: Math.min(size.width, wanted.width), height: Math.min(size.height, wanted.height) };
}

function exactOf(part: Size, { width, height }: WantedSize & { kind: 'exact' }): Size {
  return {
    width: width ?? Math.round((part.width * (height ?? 0)) / part.height),
    height: height ?? Math.round((part.height * (width ?? 0)) / part.width),
  };
}

const maxOf = (part: Size, larger: boolean, limit: PublicLimit): Size => {
  const most = mostScale(part, limit);
  return fitted(part, larger ? most : Math.min(1, most), limit);
};

/** The size that a part gets (4.2); null when there is no such size: nothing, larger without `^`, or over the limit. */
export function sizeOf(part: Size, wanted: WantedSize, limit: PublicLimit): Size | null {
  if (wanted.kind === 'max') return maxOf(part, wanted.larger, limit);
  if (wanted.kind === 'inside') return insideOf(part, wanted, limit);
  const size = wanted.kind === 'percent' ? rounded(part, wanted.percent / 100) : exactOf(part, wanted);
  if (size.width < 1 || size.height < 1 || !within(size, limit)) return null;
  return wanted.larger || (size.width <= part.width && size.height <= part.height) ? size : null;
}

/** What a request means for a picture. @returns the plan, or the parameter that this picture cannot meet */
export function planOf(
  request: ImageRequest,
  { size: whole, limit }: Offered,
): { readonly plan: Plan } | { readonly fault: Parameter } {
  const region = boxOf(request.region, whole);
  if (!region) return { fault: 'region' };
  const size = sizeOf(region, request.size, limit);
  if (!size) return { fault: 'size' };
  const { rotation, format } = request;
  const quality = request.quality === 'color' ? 'default' : request.quality;
  return { plan: { region, size, rotation, quality, format } };
}

const same = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;

const sizeText = (part: Size, size: Size, limit: PublicLimit): string => {
  if (same(size, maxOf(part, false, limit))) return 'max';
  if (same(size, maxOf(part, true, limit))) return '^max';
  return `${size.width > part.width || size.height > part.height ? '^' : ''}${size.width},${size.height}`;
};

/** The one address that stands for all that ask for the same (4.8), from the region on. Equal plans have equal text. */
export function canonicalOf(
  { region, size, rotation, quality, format }: Plan,
  { size: whole, limit }: Offered,
): string {
  const { left, top, width, height } = region;
  const regionText = same(region, whole) ? 'full' : `${left},${top},${width},${height}`;
  const turned = `${rotation.mirror ? '!' : ''}${rotation.degrees}`;
  return `${regionText}/${sizeText(region, size, limit)}/${turned}/${quality}.${format}`;
}
