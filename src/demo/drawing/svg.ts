/** A place on the sheet in pixels, y downwards. */
export type Point = readonly [x: number, y: number];

/** How a shape is painted; a bare string is its fill. */
export type Style =
  | string
  | {
      readonly fill?: string;
      readonly stroke?: string;
      readonly width?: number;
      readonly opacity?: number;
      readonly cap?: 'round' | 'butt';
    };

/** A number short enough to write, exact enough for shapes drawn at unit size. */
export const n = (value: number): string => String(Number(value.toPrecision(5)));

/** @NOTE `fill-opacity` and `stroke-opacity`, never `opacity`: the latter makes the renderer lay a whole sheet for each shape. */
function attributes(style: Style): string {
  if (typeof style === 'string') return ` fill="${style}"`;
  const { fill = 'none', stroke, width = 1, opacity, cap = 'round' } = style;
  const faint = (kind: string) =>
    opacity === undefined ? '' : ` ${kind}-opacity="${Math.round(opacity * 1000) / 1000}"`;
  const line = stroke
    ? ` stroke="${stroke}" stroke-width="${n(width)}" stroke-linecap="${cap}" stroke-linejoin="round"${faint('stroke')}`
    : '';
  return ` fill="${fill}"${fill === 'none' ? '' : faint('fill')}${line}`;
}

export const rect = (x: number, y: number, w: number, h: number, style: Style, radius = 0): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, w))}" height="${n(Math.max(0, h))}"${radius ? ` rx="${n(radius)}"` : ''}${attributes(style)}/>`;

export const circle = (x: number, y: number, r: number, style: Style): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}"${attributes(style)}/>`;

export const ellipse = (x: number, y: number, rx: number, ry: number, style: Style, turn = 0): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}"${turn ? ` transform="rotate(${n(turn)} ${n(x)} ${n(y)})"` : ''}${attributes(style)}/>`;

export const path = (d: string, style: Style): string => `<path d="${d}"${attributes(style)}/>`;

export const polygon = (points: readonly Point[], style: Style): string =>
  `<polygon points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}"${attributes(style)}/>`;

export const line = (points: readonly Point[], stroke: string, width: number, opacity = 1): string =>
  `<polyline points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}"${attributes({ stroke, width, opacity })}/>`;

/** Shapes moved, then turned (degrees), then scaled. */
export function place(parts: readonly string[], x: number, y: number, scale: number | Point = 1, turn = 0): string {
  const [sx, sy] = typeof scale === 'number' ? [scale, scale] : scale;
  const turned = turn ? ` rotate(${n(turn)})` : '';
  return `<g transform="translate(${n(x)} ${n(y)})${turned} scale(${Math.round(sx * 1000) / 1000} ${Math.round(sy * 1000) / 1000})">${parts.join('')}</g>`;
}

export const faded = (parts: readonly string[], opacity: number): string =>
  `<g opacity="${opacity}">${parts.join('')}</g>`;

/** Many rectangles in one path: windows, tiles, bricks. */
export const rects = (
  boxes: readonly (readonly [x: number, y: number, w: number, h: number])[],
  style: Style,
): string =>
  boxes.length === 0
    ? ''
    : path(boxes.map(([x, y, w, h]) => `M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}z`).join(''), style);

/** A straight line between two places. */
export const segment = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
  width: number,
  opacity = 1,
): string =>
  line(
    [
      [x1, y1],
      [x2, y2],
    ],
    stroke,
    width,
    opacity,
  );
