import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, place, segment } from '../svg.ts';

const petal = 'M0 0C-0.42 -0.3 -0.34 -0.85 0 -1.15C0.34 -0.85 0.42 -0.3 0 0z';

/** An open lotus, `size` half its width, on the water at (x, y). */
export function lotus(
  x: number,
  y: number,
  size: number,
  [outer, inner, tip]: readonly [string, string, string] = ['#e87aa4', '#f6a9c4', '#fde0ea'],
): string {
  const ring = (turns: readonly number[], scale: number, colour: string) =>
    turns.map((turn) =>
      place(
        [
          path(petal, colour),
          path('M0 -1.1C-0.2 -0.9 -0.2 -0.6 0 -0.4C0.2 -0.6 0.2 -0.9 0 -1.1z', { fill: tip, opacity: 0.5 }),
        ],
        0,
        0,
        scale,
        turn,
      ),
    );
  return place(
    [
      ellipse(0, 0.12, 1.05, 0.18, { fill: '#0b4a4a', opacity: 0.3 }),
      ...ring([-78, 78], 0.95, outer),
      ...ring([-54, 54], 1.02, outer),
      ...ring([-30, 30], 1.05, inner),
      ...ring([-62, 62], 0.72, inner),
      ...ring([0], 1.04, tip),
      ...ring([-20, 20], 0.78, inner),
      ...ring([-42, 42], 0.6, tip),
      ellipse(0, -0.2, 0.2, 0.14, '#f2c14e'),
    ],
    x,
    y,
    size,
  );
}

export const lotusBud = (x: number, y: number, size: number): string =>
  segment(x, y + size * 0.6, x, y - size * 0.7, '#2f7d55', size * 0.09) +
  place(
    [path(petal, '#ea86ac'), path('M0 0C0.05 -0.5 0.1 -0.8 0 -1.15C0.34 -0.85 0.42 -0.3 0 0z', '#d8618f')],
    x,
    y - size * 0.5,
    size * 0.8,
  );

/** A lotus leaf lying on the water, with its veins and a drop of light. */
export function lotusLeaf(c: Canvas, x: number, y: number, size: number, green: string): string {
  const veins = Array.from({ length: 9 }, (_, each) => {
    const angle = (each / 9) * Math.PI * 2 + 0.3;
    return segment(0, 0, Math.cos(angle) * 0.9, Math.sin(angle) * 0.33, '#d7f0c5', 0.018, 0.55);
  });
  const notch = path('M0 0L0.98 -0.06L0.98 0.09z', { fill: '#11615f', opacity: 0.55 });
  const parts = [
    ellipse(0.03, 0.07, 1, 0.38, { fill: '#063b3f', opacity: 0.35 }),
    ellipse(0, 0, 1, 0.37, green),
    ellipse(-0.12, -0.05, 0.72, 0.24, { fill: '#c9efb0', opacity: 0.16 }),
    ...veins,
    notch,
  ];
  return place(parts, x, y, size, c.random.between(-7, 7));
}

/** A blossom of five petals. */
export function blossom(x: number, y: number, r: number, colour: string, heart: string): string {
  const petals = Array.from({ length: 5 }, (_, each) => {
    const angle = (each / 5) * Math.PI * 2 - Math.PI / 2;
    return circle(x + Math.cos(angle) * r * 0.62, y + Math.sin(angle) * r * 0.62, r * 0.52, colour);
  });
  return [...petals, circle(x, y, r * 0.28, heart)].join('');
}

/** An orchid flower seen from the front. */
export function orchid(x: number, y: number, r: number, colour: string, lip: string, turn = 0): string {
  const leaf = (angle: number, length: number, width: number, fill: string) =>
    place([ellipse(0, -length * 0.5, width, length * 0.56, fill)], 0, 0, 1, angle);
  return place(
    [
      leaf(0, r, r * 0.3, colour),
      leaf(125, r * 0.95, r * 0.28, colour),
      leaf(-125, r * 0.95, r * 0.28, colour),
      leaf(72, r, r * 0.48, colour),
      leaf(-72, r, r * 0.48, colour),
      ellipse(0, r * 0.24, r * 0.24, r * 0.32, lip),
      circle(0, 0, r * 0.12, '#fff3c4'),
    ],
    x,
    y,
    1,
    turn,
  );
}
