import { type Canvas, type Stop, sheetWidth } from '../canvas.ts';
import { rect } from '../svg.ts';

export const water = (c: Canvas, y: number, stops: readonly Stop[], bottom = 1600): string =>
  rect(0, y, sheetWidth, bottom - y, c.down(...stops));

/** Short level strokes of light, longer and wider the nearer they are. */
export function ripples(c: Canvas, top: number, bottom: number, colour: string, count: number, opacity = 0.5): string {
  const strokes = Array.from({ length: count }, () => {
    const near = c.random.next() ** 1.4;
    const y = top + (bottom - top) * near;
    const w = (20 + 190 * near) * c.random.between(0.4, 1.2);
    const h = 2.5 + 7 * near;
    return rect(
      c.random.between(-60, sheetWidth),
      y,
      w,
      h,
      { fill: colour, opacity: opacity * c.random.between(0.2, 1) },
      h / 2,
    );
  });
  return strokes.join('');
}

/** What stands above `shore`, upside down below it, squeezed and fading with depth. */
export const reflected = (
  c: Canvas,
  parts: readonly string[],
  shore: number,
  depth: number,
  opacity = 0.45,
  squeeze = 0.8,
): string =>
  c.fading(
    shore,
    shore + depth,
    opacity,
    `<g transform="translate(0 ${shore * (1 + squeeze)}) scale(1 ${-squeeze})">${parts.join('')}</g>`,
  );

/** A lamp's broken path of light on water, widening towards us. */
export function lightPath(
  c: Canvas,
  x: number,
  top: number,
  bottom: number,
  width: number,
  colour: string,
  opacity = 0.7,
): string {
  const strokes: string[] = [];
  for (let y = top; y < bottom; y += 8 + (y - top) * 0.022) {
    const far = (y - top) / (bottom - top);
    const w = width * (0.4 + far) * c.random.between(0.35, 1);
    const h = 4 + 6 * far;
    strokes.push(
      rect(
        x - w / 2 + c.random.between(-0.22, 0.22) * width,
        y,
        w,
        h,
        { fill: colour, opacity: opacity * (1 - far * 0.85) * c.random.between(0.45, 1) },
        h / 2,
      ),
    );
  }
  return strokes.join('');
}
