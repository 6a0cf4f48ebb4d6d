import { createRandom, type Random } from './random.ts';
import { rect } from './svg.ts';

export const sheetWidth = 2400;
export const sheetHeight = 1600;

/** A colour, or a colour at a place from 0 to 1 with an opacity. */
export type Stop = string | readonly [offset: number, colour: string, opacity?: number];

/** The sheet that a scene is drawn on: what is added later lies above. */
export interface Canvas {
  readonly random: Random;
  add(...parts: readonly string[]): void;
  /** A gradient from top to bottom, or from left to right, of the shape that it fills. */
  down(...stops: readonly Stop[]): string;
  across(...stops: readonly Stop[]): string;
  /** A gradient from the middle of the shape outwards. */
  round(...stops: readonly Stop[]): string;
  /** Parts, seen only inside a shape. */
  inside(shape: string, ...parts: readonly string[]): string;
  /** Parts, fading out from top to bottom between two heights, `strength` opaque at the top. */
  fading(from: number, to: number, strength: number, ...parts: readonly string[]): string;
  toSvg(): string;
}

export function createCanvas(seed: string): Canvas {
  const definitions = new Map<string, string>();
  const body: string[] = [];
  const define = (build: (id: string) => string, prefix: string) => {
    const known = build('#');
    const id = [...definitions.entries()].find(([, text]) => text === known)?.[0] ?? `${prefix}${definitions.size}`;
    definitions.set(id, known);
    return id;
  };
  const gradient = (tag: string, vector: string, stops: readonly Stop[]) =>
    `url(#${define((id) => `<${tag} id="${id}"${vector}>${writeStops(stops)}</${tag}>`, 'p')})`;
  return {
    random: createRandom(seed),
    add: (...parts) => void body.push(...parts),
    down: (...stops) => gradient('linearGradient', ' x1="0" y1="0" x2="0" y2="1"', stops),
    across: (...stops) => gradient('linearGradient', ' x1="0" y1="0" x2="1" y2="0"', stops),
    round: (...stops) => gradient('radialGradient', '', stops),
    inside: (shape, ...parts) =>
      `<g clip-path="url(#${define((id) => `<clipPath id="${id}">${shape}</clipPath>`, 'c')})">${parts.join('')}</g>`,
    fading: (from, to, strength, ...parts) => {
      const vector = ` gradientUnits="userSpaceOnUse" x1="0" y1="${from}" x2="0" y2="${to}"`;
      const fill = gradient('linearGradient', vector, [
        [0, '#fff', strength],
        [1, '#fff', 0],
      ]);
      const cover = rect(-100, from - 10, sheetWidth + 200, to - from + 10, fill);
      return `<g mask="url(#${define((id) => `<mask id="${id}" maskUnits="userSpaceOnUse" x="-100" y="${from - 10}" width="${sheetWidth + 200}" height="${to - from + 10}">${cover}</mask>`, 'm')})">${parts.join('')}</g>`;
    },
    toSvg: () => {
      const defs = [...definitions].map(([id, text]) => text.replace('id="#"', `id="${id}"`)).join('');
      const box = `viewBox="0 0 ${sheetWidth} ${sheetHeight}" width="${sheetWidth}" height="${sheetHeight}"`;
      return `<svg xmlns="http://www.w3.org/2000/svg" ${box}><defs>${defs}</defs>${body.join('')}</svg>`;
    },
  };
}

function writeStops(stops: readonly Stop[]): string {
  return stops
    .map((stop, index) => (typeof stop === 'string' ? ([index / Math.max(1, stops.length - 1), stop] as const) : stop))
    .map(
      ([offset, colour, opacity = 1]) =>
        `<stop offset="${Math.round(offset * 1000) / 1000}" stop-color="${colour}"${opacity < 1 ? ` stop-opacity="${opacity}"` : ''}/>`,
    )
    .join('');
}
