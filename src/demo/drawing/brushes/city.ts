import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, polygon, rect, rects, segment } from '../svg.ts';

export interface TowerLook {
  readonly left: string;
  readonly right: string;
  readonly glass: string;
  /** Part of the windows that are lit, 0 to 1, and the colour of their light. */
  readonly lit?: number;
  readonly light?: string;
  readonly top?: 'flat' | 'slant' | 'step' | 'spire' | 'round';
}

/** A high-rise on `base`, with rows of windows on its face and a darker side. */
export function tower(c: Canvas, x: number, base: number, w: number, h: number, look: TowerLook): string {
  const top = base - h;
  const body = c.across(look.left, look.right);
  const shapes = [
    crown(x, top, w, look, body),
    rect(x, top, w, h, body),
    rect(x + w * 0.82, top, w * 0.18, h, { fill: '#0a1a3a', opacity: 0.16 }),
  ];
  const [dark, bright] = windows(c, x + w * 0.08, top + 16, w * 0.68, h - 30, look.lit ?? 0);
  return [...shapes, rects(dark, { fill: look.glass, opacity: 0.55 }), rects(bright, look.light ?? '#ffe2a0')].join('');
}

function crown(x: number, top: number, w: number, { top: kind = 'flat', right }: TowerLook, body: string): string {
  switch (kind) {
    case 'slant':
      return polygon(
        [
          [x, top + 1],
          [x, top - w * 0.5],
          [x + w, top + 1],
        ],
        body,
      );
    case 'step':
      return (
        rect(x + w * 0.15, top - w * 0.25, w * 0.7, w * 0.26, body) +
        rect(x + w * 0.32, top - w * 0.45, w * 0.36, w * 0.22, body)
      );
    case 'spire':
      return (
        polygon(
          [
            [x + w * 0.2, top + 1],
            [x + w * 0.5, top - w * 0.4],
            [x + w * 0.8, top + 1],
          ],
          body,
        ) + segment(x + w * 0.5, top - w * 0.3, x + w * 0.5, top - w * 1.1, right, Math.max(3, w * 0.03))
      );
    case 'round':
      return ellipse(x + w / 2, top + 1, w / 2, w * 0.3, body);
    case 'flat':
      return rect(x + w * 0.3, top - 12, w * 0.25, 14, right);
  }
}

type Box = [x: number, y: number, w: number, h: number];

function windows(c: Canvas, x: number, y: number, w: number, h: number, lit: number): [dark: Box[], lit: Box[]] {
  const columns = Math.max(2, Math.round(w / 24));
  const rows = Math.max(2, Math.floor(h / 26));
  const boxes: [Box[], Box[]] = [[], []];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const box: Box = [x + (column * w) / columns, y + row * 26, (w / columns) * 0.64, 14];
      boxes[c.random.chance(lit) ? 1 : 0].push(box);
    }
  }
  return boxes;
}

/** A row of blocks far away, as one shape. */
export function farCity(
  c: Canvas,
  base: number,
  low: number,
  high: number,
  colour: string,
  from = -40,
  to = 2440,
): string {
  let d = `M${from} ${base}`;
  for (let x = from; x < to; ) {
    const w = c.random.between(36, 120);
    const h = c.random.between(low, high) * (c.random.chance(0.18) ? 1.35 : 1);
    d += `V${Math.round(base - h)}h${Math.round(w * 0.5)}v${Math.round(c.random.between(-14, 10))}h${Math.round(w * 0.5)}`;
    x += w;
  }
  return path(`${d}V${base}z`, colour);
}

/** A tower shaped like a lotus bud, with a round platform at two thirds of its height. */
export function lotusTower(
  c: Canvas,
  x: number,
  base: number,
  h: number,
  left: string,
  right: string,
  light: string,
): string {
  const w = h * 0.2;
  const top = base - h;
  const bud = `M${x - w * 0.42} ${base}C${x - w * 0.66} ${base - h * 0.35} ${x - w * 0.5} ${base - h * 0.75} ${x + w * 0.1} ${top}C${x + w * 0.5} ${base - h * 0.72} ${x + w * 0.62} ${base - h * 0.35} ${x + w * 0.45} ${base}z`;
  const floors = Array.from({ length: 26 }, (_, row) =>
    segment(x - w, base - h * (0.04 + row * 0.034), x + w, base - h * (0.04 + row * 0.034), light, 4, 0.3),
  );
  const fold = `M${x + w * 0.08} ${base}C${x - w * 0.02} ${base - h * 0.5} ${x} ${base - h * 0.8} ${x + w * 0.1} ${top}C${x + w * 0.5} ${base - h * 0.72} ${x + w * 0.62} ${base - h * 0.35} ${x + w * 0.45} ${base}z`;
  const disc =
    ellipse(x + w * 0.62, base - h * 0.66, w * 0.34, w * 0.075, left) +
    ellipse(x + w * 0.62, base - h * 0.668, w * 0.34, w * 0.06, light);
  return [
    segment(x + w * 0.1, top + 8, x + w * 0.1, top - h * 0.08, right, 5),
    path(bud, c.across(left, right)),
    c.inside(path(bud, '#000'), ...floors),
    path(fold, { fill: right, opacity: 0.45 }),
    disc,
    circle(x + w * 0.1, top - h * 0.08, 5, light),
  ].join('');
}

/** Roof tiles in rows inside a box, for roofs seen from the front. */
export function tiles(x: number, y: number, w: number, h: number, colour: string, opacity = 0.35): string {
  let d = '';
  for (let row = 0; row * 22 < h; row += 1) {
    for (let at = x + (row % 2) * 14; at < x + w; at += 28)
      d += `M${Math.round(at)} ${Math.round(y + row * 22)}q14 18 28 0`;
  }
  return path(d, { stroke: colour, width: 3, opacity });
}
