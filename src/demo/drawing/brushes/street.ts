import type { Canvas } from '../canvas.ts';
import { path, polygon, rect, rects } from '../svg.ts';

export interface House {
  readonly wall: string;
  readonly trim: string;
  readonly shutter: string;
  readonly roof: string;
  /** Colour of the light behind the windows; left out, they are dark. */
  readonly light?: string;
}

/** An old shop house seen from the front: tiled roof, shuttered upper floors with a balcony, an open shop below. */
export function shopHouse(c: Canvas, x: number, base: number, w: number, h: number, house: House): string {
  const floors = h > 620 ? 3 : 2;
  const floorHeight = (h * 0.84) / (floors + 0.15);
  const top = base - h * 0.84;
  const upper = Array.from({ length: floors - 1 }, (_, floor) =>
    windowsOf(x, top + floor * floorHeight + floorHeight * 0.2, w, floorHeight * 0.56, house),
  );
  const shop = base - floorHeight * 0.86;
  const glowing = house.light ? c.down(house.light, '#e08a3c') : '#4a3428';
  return [
    rect(x, top, w, h * 0.84, c.down(house.wall, house.trim)),
    roofOf(c, x, top, w, h * 0.16, house.roof),
    ...upper,
    rect(x, shop - 26, w, 14, house.shutter),
    rect(x + w * 0.08, shop + 4, w * 0.84, base - shop - 4, glowing),
    ...[0.08, 0.36, 0.64, 0.9].map((part) => rect(x + w * part - 5, shop + 4, 10, base - shop - 4, house.shutter)),
    rect(x, base - 16, w, 16, house.trim),
    rect(x + w - 8, top, 8, h * 0.84, { fill: '#20101a', opacity: 0.25 }),
  ].join('');
}

function roofOf(c: Canvas, x: number, y: number, w: number, h: number, colour: string): string {
  const rows = Array.from({ length: 5 }, (_, row) =>
    rect(x - 14, y - h + (row * h) / 5 + h / 7, w + 28, 3, { fill: '#1d0b10', opacity: 0.25 }),
  );
  return (
    polygon(
      [
        [x - 20, y + 6],
        [x + w * 0.04, y - h],
        [x + w * 0.96, y - h],
        [x + w + 20, y + 6],
      ],
      colour,
    ) +
    c.inside(
      polygon(
        [
          [x - 20, y + 6],
          [x + w * 0.04, y - h],
          [x + w * 0.96, y - h],
          [x + w + 20, y + 6],
        ],
        '#000',
      ),
      ...rows,
    )
  );
}

function windowsOf(x: number, y: number, w: number, h: number, { shutter, trim, light }: House): string {
  const each = (at: number) => {
    const [wx, ww] = [x + w * at, w * 0.2];
    const slats = Array.from(
      { length: 7 },
      (_, slat) => [wx - ww * 0.52, y + 8 + (slat * h) / 7.4, ww * 0.44, 4] as const,
    );
    const mirrored = slats.map(([sx, sy, sw, sh]) => [sx + ww * 1.6, sy, sw, sh] as const);
    return [
      rect(wx, y, ww, h, light ?? '#3a2a2c'),
      rect(wx + ww * 0.46, y, ww * 0.08, h, shutter),
      rect(wx - ww * 0.56, y, ww * 0.54, h, shutter),
      rect(wx + ww * 1.02, y, ww * 0.54, h, shutter),
      rects([...slats, ...mirrored], { fill: '#000', opacity: 0.2 }),
      rect(wx - ww * 0.7, y - 12, ww * 2.4, 10, trim),
    ].join('');
  };
  const bars = Array.from({ length: Math.floor(w / 16) }, (_, bar) => [x + 6 + bar * 16, y + h - 26, 4, 40] as const);
  return [
    each(0.17),
    each(0.63),
    rects(bars, shutter),
    rect(x - 4, y + h - 30, w + 8, 7, shutter),
    rect(x - 6, y + h + 12, w + 12, 12, trim),
  ].join('');
}

/** Paving stones in perspective towards a vanishing point. */
export function paved(vanishing: readonly [number, number], top: number, colour: string, opacity = 0.35): string {
  const [vx, vy] = vanishing;
  let d = '';
  for (let lane = -16; lane <= 16; lane += 1) {
    const part = (top - vy) / (1600 - vy);
    d += `M${Math.round(vx + lane * 190 * part)} ${top}L${vx + lane * 190} 1600`;
  }
  for (let row = 1; row < 14; row += 1) {
    const y = Math.round(top + (1600 - top) * (row / 14) ** 1.8);
    d += `M0 ${y}H2400`;
  }
  return path(d, { stroke: colour, width: 3, opacity });
}
