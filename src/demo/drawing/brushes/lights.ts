import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, place, rect, segment } from '../svg.ts';
import { glow } from './sky.ts';

/** A silk lantern hanging at (x, y), `size` wide, with the light around it. */
export function lantern(
  c: Canvas,
  x: number,
  y: number,
  size: number,
  silk: string,
  shape: 'round' | 'long' | 'drop' = 'round',
): string {
  const [rx, ry] = shape === 'round' ? [0.5, 0.46] : shape === 'long' ? [0.36, 0.6] : [0.42, 0.62];
  const body =
    shape === 'drop'
      ? path(
          'M0 -0.62C0.3 -0.5 0.46 -0.1 0.36 0.22Q0.2 0.56 0 0.6Q-0.2 0.56 -0.36 0.22C-0.46 -0.1 -0.3 -0.5 0 -0.62z',
          silk,
        )
      : '';
  const scaled =
    shape === 'drop'
      ? `<g transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${Math.round(size)})">${body}</g>`
      : ellipse(x, y, rx * size, ry * size, silk);
  const ribs = [0.34, 0.68].map((part) =>
    ellipse(x, y, rx * size * part, ry * size * 0.98, { stroke: '#7a1f14', width: size * 0.018, opacity: 0.4 }),
  );
  const tassel =
    segment(x, y + ry * size, x, y + ry * size + size * 0.42, '#f2c14e', size * 0.05) +
    circle(x, y + ry * size + size * 0.08, size * 0.06, '#f2c14e');
  return [
    glow(c, x, y, size * 1.5, silk, 0.42),
    scaled,
    ellipse(
      x,
      y,
      rx * size * 0.66,
      ry * size * 0.8,
      c.round([0, '#fff6cf', 0.95], [0.6, '#ffe9a3', 0.4], [1, silk, 0]),
    ),
    ...ribs,
    rect(x - size * 0.14, y - ry * size - size * 0.05, size * 0.28, size * 0.08, '#7a4a1e', 3),
    rect(x - size * 0.14, y + ry * size - size * 0.03, size * 0.28, size * 0.08, '#7a4a1e', 3),
    tassel,
  ].join('');
}

/** A string of bulbs hanging between two points. */
export function bulbs(
  c: Canvas,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  sag: number,
  count: number,
  colour: string,
  size = 9,
): string {
  const cord = path(`M${x1} ${y1}Q${(x1 + x2) / 2} ${(y1 + y2) / 2 + sag * 2} ${x2} ${y2}`, {
    stroke: '#2b2430',
    width: 3,
    opacity: 0.7,
  });
  const lights = Array.from({ length: count }, (_, each) => {
    const t = (each + 0.5) / count;
    const y = (1 - t) ** 2 * y1 + 2 * t * (1 - t) * ((y1 + y2) / 2 + sag * 2) + t * t * y2;
    const x = x1 + (x2 - x1) * t;
    return glow(c, x, y + size, size * 5, colour, 0.55) + circle(x, y + size, size, '#fff4cf');
  });
  return cord + lights.join('');
}

export function streetLamp(c: Canvas, x: number, y: number, h: number, iron: string, light: string): string {
  return [
    rect(x - h * 0.012, y - h, h * 0.024, h, iron),
    rect(x - h * 0.04, y - h * 0.05, h * 0.08, h * 0.05, iron, 4),
    path(`M${x} ${y - h}q0 ${-h * 0.08} ${h * 0.12} ${-h * 0.08}`, { stroke: iron, width: h * 0.02 }),
    glow(c, x + h * 0.13, y - h * 1.05, h * 0.32, light, 0.7),
    ellipse(x + h * 0.13, y - h * 1.06, h * 0.035, h * 0.03, '#fff6d8'),
  ].join('');
}

/** Puffs of steam rising from (x, y). */
export function steam(c: Canvas, x: number, y: number, h: number, opacity = 0.4): string {
  return Array.from({ length: 7 }, (_, each) => {
    const up = each / 7;
    return place(
      [circle(0, 0, 1, c.round([0, '#fff', opacity * (1 - up)], [1, '#fff', 0]))],
      x + Math.sin(each * 1.7) * h * 0.09 + c.random.between(-8, 8),
      y - up * h,
      h * (0.12 + up * 0.16),
    );
  }).join('');
}
