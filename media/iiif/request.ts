/** Parameters of an image request, in the order of its address (IIIF Image API 3.0, 4). */
export type Parameter = 'region' | 'size' | 'rotation' | 'quality' | 'format';

export type Region =
  | { readonly kind: 'full' }
  | { readonly kind: 'square' }
  | {
      readonly kind: 'pixels' | 'percent';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };

/** `larger`: a `^` allows more pixels than the region has. */
export type WantedSize = { readonly larger: boolean } & (
  | { readonly kind: 'max' }
  | { readonly kind: 'percent'; readonly percent: number }
  /** Exactly; a missing side follows from the other. */
  | { readonly kind: 'exact'; readonly width: number | null; readonly height: number | null }
  /** As large as goes inside. */
  | { readonly kind: 'inside'; readonly width: number; readonly height: number }
);

export interface Rotation {
  /** Left and right are exchanged before the picture is turned. */
  readonly mirror: boolean;
  /** Clockwise, 0 up to, not including, 360. */
  readonly degrees: number;
}

export const qualities = ['default', 'color', 'gray', 'bitonal'] as const;
export type Quality = (typeof qualities)[number];

export const formats = ['jpg', 'png', 'webp'] as const;
export type Format = (typeof formats)[number];

/** An image request as its five parameters say it, before any picture is looked at. */
export interface ImageRequest {
  readonly region: Region;
  readonly size: WantedSize;
  readonly rotation: Rotation;
  readonly quality: Quality;
  readonly format: Format;
}

/** A number of pixels; nine digits are more than any picture has. */
const whole = String.raw`\d{1,9}`;
/** Digits and a point alone (4.7): no sign, no exponent. */
const decimal = String.raw`(?:\d{1,9}(?:\.\d{1,12})?|\.\d{1,12})`;

const four = (number: string) => Array.from({ length: 4 }, () => `(${number})`).join(',');

/** What each parameter may look like, as a pattern for the whole of it: JavaScript’s and JSON Schema’s alike. */
export const patterns = {
  region: `^(?:full|square|${four(whole)}|pct:${four(decimal)})$`,
  size: `^\\^?(?:max|pct:(${decimal})|(${whole}),|,(${whole})|(${whole}),(${whole})|!(${whole}),(${whole}))$`,
  rotation: `^!?(${decimal})$`,
} as const;

const expressions = {
  region: new RegExp(patterns.region),
  size: new RegExp(patterns.size),
  rotation: new RegExp(patterns.rotation),
};

function readRegion(text: string): Region | null {
  const found = expressions.region.exec(text);
  if (!found) return null;
  if (text === 'full' || text === 'square') return { kind: text };
  const kind = text.startsWith('pct:') ? 'percent' : 'pixels';
  const [x = 0, y = 0, width = 0, height = 0] = found.slice(kind === 'pixels' ? 1 : 5).map(Number);
  return width > 0 && height > 0 ? { kind, x, y, width, height } : null;
}

function readSize(text: string): WantedSize | null {
  const found = expressions.size.exec(text);
  if (!found) return null;
  const larger = text.startsWith('^');
  const [percent, aloneWidth, aloneHeight, width, height, insideWidth, insideHeight] = found
    .slice(1)
    .map((digits) => (digits === undefined ? null : Number(digits)));
  if ([percent, aloneWidth, aloneHeight, width, height, insideWidth, insideHeight].includes(0)) return null;
  if (percent) return percent > 100 && !larger ? null : { kind: 'percent', percent, larger };
  if (insideWidth && insideHeight) return { kind: 'inside', width: insideWidth, height: insideHeight, larger };
  const exact = { width: aloneWidth ?? width ?? null, height: aloneHeight ?? height ?? null };
  return exact.width || exact.height ? { kind: 'exact', ...exact, larger } : { kind: 'max', larger };
}

function readRotation(text: string): Rotation | null {
  const degrees = Number(expressions.rotation.exec(text)?.[1] ?? Number.NaN);
  return degrees >= 0 && degrees <= 360 ? { mirror: text.startsWith('!'), degrees: degrees % 360 } : null;
}

/**
 * Reads the five parameters of an image request (IIIF Image API 3.0, 4.1–4.5), decoded.
 * @returns the request, or the first parameter that is none
 */
export function readRequest(
  texts: Readonly<Record<Parameter, string>>,
): { readonly request: ImageRequest } | { readonly fault: Parameter } {
  const region = readRegion(texts.region);
  if (!region) return { fault: 'region' };
  const size = readSize(texts.size);
  if (!size) return { fault: 'size' };
  const rotation = readRotation(texts.rotation);
  if (!rotation) return { fault: 'rotation' };
  const quality = qualities.find((one) => one === texts.quality);
  if (!quality) return { fault: 'quality' };
  const format = formats.find((one) => one === texts.format);
  return format ? { request: { region, size, rotation, quality, format } } : { fault: 'format' };
}
