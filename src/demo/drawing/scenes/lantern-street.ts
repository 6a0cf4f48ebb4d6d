import { aoDai } from '../brushes/ao-dai.ts';
import { lantern } from '../brushes/lights.ts';
import { figure } from '../brushes/people.ts';
import { glow, sky, stars, vignette } from '../brushes/sky.ts';
import { type House, paved, shopHouse } from '../brushes/street.ts';
import type { Canvas } from '../canvas.ts';
import { ellipse, path, polygon, rect } from '../svg.ts';

const silks = ['#ff5a36', '#ffb02e', '#ff4d6d', '#f9d423', '#7fd1ae', '#c86bfa', '#ff8c42'] as const;
const houses: readonly House[] = [
  { wall: '#d39a4a', trim: '#8a5a3a', shutter: '#27505a', roof: '#5a2c33', light: '#ffd27a' },
  { wall: '#b9764a', trim: '#6f4236', shutter: '#3a5a4a', roof: '#4d2830', light: '#ffcf70' },
  { wall: '#c9a55c', trim: '#7d5f45', shutter: '#5a3040', roof: '#58303a', light: '#ffdc94' },
  { wall: '#a5665a', trim: '#5f3540', shutter: '#22485a', roof: '#45242f', light: '#ffc65e' },
];

/** Dusk in a lane of old shop houses, silk lanterns strung across it. */
export function lanternStreet(c: Canvas): void {
  const r = c.random;
  c.add(
    sky(c, ['#141536', '#3a2a63', [0.6, '#8a4a78'], '#f2956b'], 1000),
    stars(c, 60, 300),
    glow(c, 1200, 900, 640, '#ffb367', 0.75),
  );
  c.add(rect(0, 980, 2400, 620, c.down('#a8623f', '#5c3340', '#2b1a30')), paved([1200, 820], 980, '#2a1420', 0.4));
  for (let depth = 0; depth < 5; depth += 1) c.add(...pair(c, depth));
  for (const [x, y, s] of [
    [1130, 1050, 120],
    [1260, 1060, 130],
    [1190, 1100, 160],
    [1340, 1150, 200],
  ] as const)
    c.add(
      ellipse(x, y, s * 0.24, s * 0.04, { fill: '#1b0d1c', opacity: 0.5 }),
      figure(
        x,
        y,
        s,
        'walk',
        {
          shirt: r.pick(['#6b4a7a', '#8a5a5a', '#4f5a8a']),
          trousers: '#2b2140',
          skin: '#c98a5e',
          hat: r.pick(['none', 'cone']),
        },
        r.chance(0.5),
      ),
    );
  for (let row = 0; row < 6; row += 1) c.add(...garland(c, row));
  c.add(
    ellipse(820, 1424, 120, 20, { fill: '#170a1a', opacity: 0.5 }),
    aoDai(820, 1420, 430, { silk: '#f6e7d2', shade: '#dcbfa6', hat: true, pattern: '#e4572e' }),
  );
  c.add(
    ellipse(1560, 1474, 130, 20, { fill: '#170a1a', opacity: 0.5 }),
    figure(1560, 1470, 440, 'walk', { shirt: '#3d5a80', trousers: '#2b2d42', skin: '#d99f74' }, true),
  );
  for (const [x, y] of [
    [420, 1330],
    [2000, 1360],
    [1190, 1250],
  ] as const)
    c.add(ellipse(x, y, 260, 40, c.round([0, '#ffb85c', 0.5], [1, '#ffb85c', 0])));
  c.add(vignette(c, '#0a0416', 0.62));
}

/** One house on each side, the nearer the larger; each pair covers part of the one behind it. */
function pair(c: Canvas, depth: number): string[] {
  const near = (depth + 1) / 5;
  const h = 420 + 900 * near ** 1.5;
  const w = 250 + 360 * near;
  const base = 1000 + 330 * near ** 2.2;
  const gap = 190 + 640 * near ** 1.25;
  const left = houses[depth % 4];
  const right = houses[(depth + 2) % 4];
  if (!left || !right) return [];
  const shade = (x: number) =>
    rect(x - 30, base - h * 1.02, w + 60, h * 1.04, { fill: '#ff9d5c', opacity: 0.12 * (1 - near) });
  return [
    shopHouse(c, 1200 - gap - w, base, w, h, left),
    shopHouse(c, 1200 + gap, base, w, h, right),
    shade(1200 - gap - w),
    shade(1200 + gap),
    glow(c, 1200 - gap - w / 2, base - 90, w * 0.9, '#ffb85c', 0.3),
    glow(c, 1200 + gap + w / 2, base - 90, w * 0.9, '#ffb85c', 0.3),
    polygon(
      [
        [1200 - gap, base],
        [1200 - gap + 60 * near, base + 14],
        [1200 - gap - w, base + 14],
        [1200 - gap - w, base],
      ],
      '#4b2a34',
    ),
  ];
}

function garland(c: Canvas, row: number): string[] {
  const near = (row + 1) / 6;
  const y = 640 - 470 * near;
  const half = 300 + 1000 * near;
  const sag = 50 + 150 * near;
  const count = 7;
  const cord = path(`M${1200 - half} ${y}Q1200 ${y + sag * 2} ${1200 + half} ${y}`, {
    stroke: '#1d1226',
    width: 2 + 3 * near,
    opacity: 0.8,
  });
  const lanterns = Array.from({ length: count }, (_, each) => {
    const t = (each + 0.5) / count;
    const size = (40 + 105 * near) * c.random.between(0.85, 1.15);
    return lantern(
      c,
      1200 - half + 2 * half * t,
      y + 4 * sag * t * (1 - t) + size * 0.55,
      size,
      c.random.pick(silks),
      c.random.pick(['round', 'long', 'drop', 'round']),
    );
  });
  return [cord, ...lanterns];
}
