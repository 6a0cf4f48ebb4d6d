import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, segment } from '../svg.ts';
import { figure } from './people.ts';

/** A wooden boat `s` × 400 px long on (x, y); `load` is drawn between the people and the gunwale. */
export function sampan(
  c: Canvas,
  x: number,
  y: number,
  s: number,
  hull: readonly [string, string],
  load: readonly string[],
  crew: { readonly shirt: string; readonly left?: boolean },
): string {
  const rower = figure(
    x + (crew.left ? -130 : 130) * s,
    y - 26 * s,
    210 * s,
    'reach',
    { shirt: crew.shirt, trousers: '#2d2a3a', skin: '#c98a5e', hat: 'cone', longHair: true },
    crew.left,
  );
  const oar = crew.left
    ? segment(x - 178 * s, y - 170 * s, x - 270 * s, y + 60 * s, '#5d4024', 7 * s)
    : segment(x + 178 * s, y - 170 * s, x + 270 * s, y + 60 * s, '#5d4024', 7 * s);
  const side = `M${x - 235 * s} ${y - 62 * s}Q${x} ${y + 6 * s} ${x + 235 * s} ${y - 62 * s}Q${x + 190 * s} ${y + 28 * s} ${x + 120 * s} ${y + 34 * s}L${x - 120 * s} ${y + 34 * s}Q${x - 190 * s} ${y + 28 * s} ${x - 235 * s} ${y - 62 * s}z`;
  return [
    ellipse(x, y + 34 * s, 250 * s, 20 * s, { fill: '#1f140a', opacity: 0.35 }),
    path(
      `M${x - 235 * s} ${y - 62 * s}Q${x} ${y - 50 * s} ${x + 235 * s} ${y - 62 * s}Q${x} ${y + 10 * s} ${x - 235 * s} ${y - 62 * s}z`,
      hull[1],
    ),
    rower,
    ...load,
    path(side, c.down(hull[0], hull[1])),
    path(`M${x - 228 * s} ${y - 46 * s}Q${x} ${y + 24 * s} ${x + 228 * s} ${y - 46 * s}`, {
      stroke: '#f2d7a0',
      width: 5 * s,
      opacity: 0.6,
    }),
    oar,
  ].join('');
}

/** A heap of round fruit, `w` wide, its foot at (x, y). */
export function heap(
  c: Canvas,
  x: number,
  y: number,
  w: number,
  colours: readonly [string, ...string[]],
  r: number,
): string {
  const rows = Math.max(2, Math.round(w / r / 3.4));
  const fruit: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    const width = w * (1 - row / (rows + 0.6));
    const count = Math.max(1, Math.floor(width / (r * 1.7)));
    for (let each = 0; each < count; each += 1) {
      const fx = x - width / 2 + (each + 0.5) * (width / count) + c.random.between(-2, 2);
      const colour = c.random.pick(colours);
      fruit.push(
        circle(fx, y - row * r * 1.35, r, colour),
        circle(fx - r * 0.3, y - row * r * 1.35 - r * 0.3, r * 0.3, { fill: '#fff', opacity: 0.35 }),
      );
    }
  }
  return fruit.join('');
}
