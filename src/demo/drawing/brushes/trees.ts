import type { Canvas } from '../canvas.ts';
import { ellipse, type Point, path, place, segment } from '../svg.ts';

/** A palm of height `h` standing on (x, y), leaning by `lean` px. */
export function palm(c: Canvas, x: number, y: number, h: number, trunk: string, leaf: string, lean = 0): string {
  const [tx, ty] = [x + lean, y - h];
  const w = h * 0.028;
  const stem = path(
    `M${x - w * 1.3} ${y}Q${x + lean * 0.2 - w} ${y - h * 0.55} ${tx - w * 0.6} ${ty}L${tx + w * 0.6} ${ty}Q${x + lean * 0.2 + w * 1.2} ${y - h * 0.55} ${x + w * 1.3} ${y}z`,
    trunk,
  );
  const fronds = Array.from({ length: 11 }, (_, each) =>
    frond(
      -180 + each * 18 + c.random.between(-7, 7),
      h * c.random.between(0.34, 0.42),
      leaf,
      each % 2 === 0 ? 1 : 0.82,
    ),
  );
  return stem + place(fronds, tx, ty);
}

function frond(turn: number, length: number, colour: string, opacity: number): string {
  const angle = (turn * Math.PI) / 180;
  const [ex, ey] = [Math.cos(angle) * length, Math.sin(angle) * length * 0.75 + length * 0.34];
  const [cx, cy] = [Math.cos(angle) * length * 0.55, Math.sin(angle) * length * 0.75 - length * 0.1];
  const d = `M0 0Q${cx} ${cy} ${ex} ${ey}Q${cx * 0.9} ${cy + length * 0.2} 0 0z`;
  return path(d, { fill: colour, opacity });
}

/** A heap of leaves: `shades` from the shadow below to the light above. */
export function crown(c: Canvas, x: number, y: number, rx: number, ry: number, shades: readonly string[]): string {
  return shades
    .map((shade, layer) => {
      const lift = layer / Math.max(1, shades.length - 1);
      return Array.from({ length: 13 }, () => {
        const angle = c.random.between(0, Math.PI * 2);
        const out = Math.sqrt(c.random.next()) * (0.86 - lift * 0.32);
        const r = c.random.between(0.24, 0.4) * (1 - lift * 0.4);
        return ellipse(
          x + Math.cos(angle) * out * rx - lift * rx * 0.12,
          y + Math.sin(angle) * out * ry - lift * ry * 0.3,
          rx * r,
          ry * r * 1.1,
          shade,
        );
      }).join('');
    })
    .join('');
}

/** A broad tree of height `h` on (x, y). */
export function tree(c: Canvas, x: number, y: number, h: number, trunk: string, shades: readonly string[]): string {
  const w = h * 0.035;
  const stem = path(
    `M${x - w * 1.5} ${y}Q${x - w * 0.6} ${y - h * 0.3} ${x - w} ${y - h * 0.62}L${x + w} ${y - h * 0.62}Q${x + w * 0.7} ${y - h * 0.3} ${x + w * 1.7} ${y}z`,
    trunk,
  );
  const boughs =
    segment(x, y - h * 0.42, x + h * 0.15, y - h * 0.66, trunk, w * 1.1) +
    segment(x, y - h * 0.48, x - h * 0.16, y - h * 0.68, trunk, w * 1.1);
  return stem + boughs + crown(c, x, y - h * 0.72, h * 0.36, h * 0.27, shades);
}

/** Leaves hanging into the picture along a line. */
export function foliage(
  c: Canvas,
  from: Point,
  to: Point,
  size: number,
  count: number,
  shades: readonly [string, ...string[]],
): string {
  return Array.from({ length: count }, () => {
    const at = c.random.next();
    const [x, y] = [from[0] + (to[0] - from[0]) * at, from[1] + (to[1] - from[1]) * at];
    const r = size * c.random.between(0.5, 1.1);
    return ellipse(
      x + c.random.between(-size, size),
      y + c.random.between(-size, size),
      r,
      r * 0.7,
      c.random.pick(shades),
      c.random.between(-30, 30),
    );
  }).join('');
}

/** Stems of bamboo with knots and pointed leaves. */
export function bamboo(c: Canvas, x: number, y: number, h: number, stem: string, leaf: string): string {
  const lean = c.random.between(-50, 50);
  const w = h * 0.016;
  const at = (part: number): Point => [x + lean * part * part, y - h * part];
  const parts = [path(`M${x} ${y}Q${x} ${y - h * 0.5} ${x + lean} ${y - h}`, { stroke: stem, width: w * 2 })];
  for (let part = 0.08; part < 1; part += 0.085) {
    const [kx, ky] = at(part);
    parts.push(segment(kx - w * 1.3, ky, kx + w * 1.3, ky, leaf, w * 0.5, 0.7));
    if (part > 0.3) parts.push(...Array.from({ length: 3 }, () => blade(c, kx, ky, h * 0.1, leaf)));
  }
  return parts.join('');
}

function blade(c: Canvas, x: number, y: number, length: number, colour: string): string {
  const d = `M0 0Q${length * 0.5} ${-length * 0.16} ${length} 0Q${length * 0.5} ${length * 0.12} 0 0z`;
  return place(
    [path(d, { fill: colour, opacity: c.random.between(0.6, 1) })],
    x,
    y,
    1,
    c.random.pick([-1, 1]) * c.random.between(10, 70) + (c.random.chance(0.5) ? 180 : 0),
  );
}
