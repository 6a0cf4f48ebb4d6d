import { largestOf, leastSide, type Part, ratioOf, type Shape } from '#media/crops/crops.ts';
import type { Size } from '#media/sizes/renditions.ts';

/*
 * What hands do to a crop, in whole pixels of the picture. Whatever they do, it stays one: inside the picture, in its shape,
 * not too small.
 */

/** Corners by which a crop is drawn larger or smaller; the one across from it stays where it is. */
export const corners = ['nw', 'ne', 'sw', 'se'] as const;
export type Corner = (typeof corners)[number];

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

const whole = (value: number, otherwise: number): number => (Number.isFinite(value) ? Math.round(value) : otherwise);

/** Moves the upper left corner, as far as the picture reaches. */
export const moveTo = (part: Part, x: number, y: number, size: Size): Part => ({
  ...part,
  x: clamp(whole(x, part.x), 0, size.width - part.width),
  y: clamp(whole(y, part.y), 0, size.height - part.height),
});

/** Width and height of a shape that are as wide as wanted, and go into the room that there is. */
const sizeFor = (shape: Shape, wanted: number, room: Size, picture: Size): Size => {
  const ratio = ratioOf(shape);
  const largest = largestOf(shape, picture);
  const least = Math.min(leastSide, largest.width, largest.height);
  const narrowest = Math.min(ratio >= 1 ? Math.ceil(least * ratio) : least, largest.width);
  const widest = Math.min(room.width, Math.max(1, Math.floor(room.height * ratio + 0.5)));
  const width = clamp(wanted, Math.min(narrowest, widest), widest);
  return { width, height: clamp(Math.round(width / ratio), 1, room.height) };
};

/** Makes it as wide as wanted, or as near to that as there is room towards the corner that is drawn. */
export const resizeTo = (shape: Shape, part: Part, corner: Corner, wanted: number, picture: Size): Part => {
  const [toRight, toBottom] = [corner.endsWith('e'), corner.startsWith('s')];
  const [right, bottom] = [part.x + part.width, part.y + part.height];
  const room = {
    width: toRight ? picture.width - part.x : right,
    height: toBottom ? picture.height - part.y : bottom,
  };
  const size = sizeFor(shape, whole(wanted, part.width), room, picture);
  const next = { ...size, x: toRight ? part.x : right - size.width, y: toBottom ? part.y : bottom - size.height };
  // Near an edge there may be less room than the least crop takes: it is pushed away from the edge
  const least = sizeFor(shape, size.width, picture, picture);
  return least.width > size.width ? moveTo({ ...next, ...least }, next.x, next.y, picture) : next;
};

export const numbers = ['x', 'y', 'width', 'height'] as const;
export type NumberName = (typeof numbers)[number];

/** Puts a number that somebody typed into one of the fields; the others follow where they must. */
export const withNumber = (shape: Shape, part: Part, name: NumberName, value: number, picture: Size): Part => {
  if (name === 'x') return moveTo(part, value, part.y, picture);
  if (name === 'y') return moveTo(part, part.x, value, picture);
  const wanted = name === 'width' ? value : value * ratioOf(shape);
  return resizeTo(shape, part, 'se', wanted, picture);
};

/** How far a key goes: a two-hundredth of the picture, ten times that with Shift; never less than a pixel. */
export const stepOf = (picture: Size, big: boolean): number =>
  Math.max(1, Math.round((Math.max(picture.width, picture.height) / 200) * (big ? 10 : 1)));

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What an arrow key means, in steps across and down; null for any other key. */
export const directionOf = (key: string): readonly [number, number] | null => directions[key] ?? null;

/** Width after a key was pressed on a corner: towards the outside it grows. */
export const widthAfterKey = (part: Part, corner: Corner, [across, down]: readonly [number, number], step: number) =>
  part.width + step * (across * (corner.endsWith('e') ? 1 : -1) + down * (corner.startsWith('s') ? 1 : -1));
