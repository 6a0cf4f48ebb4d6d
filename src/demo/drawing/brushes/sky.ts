import { type Canvas, type Stop, sheetWidth } from '../canvas.ts';
import { circle, ellipse, faded, path, rect } from '../svg.ts';

/** The whole sheet down to `bottom` in a gradient. */
export const sky = (c: Canvas, stops: readonly Stop[], bottom = 1600): string =>
  rect(0, 0, sheetWidth, bottom, c.down(...stops));

/** A soft light: strongest in the middle, nothing at radius `r`. */
export const glow = (c: Canvas, x: number, y: number, r: number, colour: string, strength = 0.8): string =>
  circle(
    x,
    y,
    r,
    c.round([0, colour, strength], [0.35, colour, strength * 0.38], [0.7, colour, strength * 0.09], [1, colour, 0]),
  );

export const sun = (c: Canvas, x: number, y: number, r: number, disc: string, light: string): string =>
  glow(c, x, y, r * 6.5, light, 0.75) + circle(x, y, r * 1.25, { fill: disc, opacity: 0.35 }) + circle(x, y, r, disc);

/** A flat-bottomed heap of round puffs, `w` wide. */
export function cloud(c: Canvas, x: number, y: number, w: number, colour: string, opacity = 0.9): string {
  const puffs = [rect(x, y - w * 0.09, w, w * 0.09, colour, w * 0.045)];
  for (let at = 0.16; at < 0.86; at += 0.14) {
    const r = w * (0.06 + 0.1 * Math.sin(at * Math.PI)) * c.random.between(0.8, 1.25);
    puffs.push(ellipse(x + at * w, y - w * 0.06, r * 1.25, r, colour));
  }
  return faded([c.inside(rect(x - w, y - w, w * 3, w, '#000'), ...puffs)], opacity);
}

/** Long thin clouds of evening and morning. */
export function streaks(c: Canvas, count: number, top: number, bottom: number, colour: string, opacity = 0.35): string {
  const strips: string[] = [];
  for (let each = 0; each < count; each += 1) {
    const [x, y, w] = [c.random.between(-200, 2300), c.random.between(top, bottom), c.random.between(260, 800)];
    for (let part = 0; part < 3; part += 1) {
      const width = w * c.random.between(0.4, 1);
      const height = c.random.between(6, 17);
      strips.push(
        rect(
          x + c.random.between(0, w * 0.4),
          y + part * 15,
          width,
          height,
          { fill: colour, opacity: opacity * c.random.between(0.3, 1) },
          height / 2,
        ),
      );
    }
  }
  return strips.join('');
}

export function stars(c: Canvas, count: number, bottom: number): string {
  return Array.from({ length: count }, () =>
    circle(c.random.between(0, sheetWidth), c.random.between(0, bottom), c.random.between(1, 3.2), {
      fill: '#fff',
      opacity: c.random.between(0.25, 0.9),
    }),
  ).join('');
}

/** A veil between two heights, thickest in the middle. */
export const mist = (c: Canvas, y: number, h: number, colour: string, strength = 0.6): string =>
  rect(0, y, sheetWidth, h, c.down([0, colour, 0], [0.5, colour, strength], [1, colour, 0]));

export function birds(c: Canvas, x: number, y: number, count: number, colour: string, size = 26): string {
  return Array.from({ length: count }, () => {
    const [bx, by, s] = [
      x + c.random.between(-240, 240),
      y + c.random.between(-90, 90),
      size * c.random.between(0.6, 1.15),
    ];
    const wings = `M${bx - s} ${by - s * 0.35}Q${bx - s * 0.4} ${by - s * 0.55} ${bx} ${by}Q${bx + s * 0.4} ${by - s * 0.55} ${bx + s} ${by - s * 0.3}`;
    return path(wings, { stroke: colour, width: s * 0.16 });
  }).join('');
}

/** Darkens the corners a little, as a lens does: it holds a flat picture together. */
export const vignette = (c: Canvas, colour = '#0b1030', strength = 0.34): string =>
  ellipse(1200, 800, 1750, 1250, c.round([0.5, colour, 0], [1, colour, strength]));
