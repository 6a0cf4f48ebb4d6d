import { lantern } from '../brushes/lights.ts';
import { figure } from '../brushes/people.ts';
import { cloud, glow, sky, vignette } from '../brushes/sky.ts';
import { type House, paved, shopHouse } from '../brushes/street.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, type Point, path, polygon, rect, segment } from '../svg.ts';

const houses: readonly [House, ...House[]] = [
  { wall: '#f6d98a', trim: '#c98f4a', shutter: '#2f7d74', roof: '#a8452f' },
  { wall: '#f2b79a', trim: '#c07860', shutter: '#33658a', roof: '#8a3b2e' },
  { wall: '#bfe0d0', trim: '#86b09c', shutter: '#a8553a', roof: '#9c4a34' },
];

/** The dragon's line through the street, from the tip of the tail to the neck. */
function spine(t: number): Point {
  return [330 + t * 1420, 860 + Math.sin(t * Math.PI * 3.1 + 0.5) * 190 * (0.55 + t * 0.45) - t * 90];
}

/** Dancers carry a long gold and red dragon through a festive street full of confetti. */
export function dragonDance(c: Canvas): void {
  const r = c.random;
  c.add(
    sky(c, ['#58b4e0', '#b8e2ee', '#fff3d0'], 1150),
    cloud(c, 980, 260, 520, '#fff', 0.9),
    glow(c, 1200, 500, 800, '#fff6d0', 0.6),
  );
  for (let each = 0; each < 7; each += 1)
    c.add(shopHouse(c, each * 350 - 30, 1120, 346, each % 2 ? 780 : 680, houses[each % 3] ?? houses[0]));
  for (const y of [190, 330])
    c.add(path(`M-60 ${y - 50}Q1200 ${y + 190} 2460 ${y - 50}`, { stroke: '#7a3b1e', width: 4, opacity: 0.7 }));
  for (const y of [190, 330])
    for (let each = 0; each < 9; each += 1)
      c.add(
        lantern(
          c,
          each * 290 + (y === 190 ? 60 : 190),
          y + 120 * Math.sin(((each * 290 + (y === 190 ? 60 : 190)) / 2400) * Math.PI),
          96,
          r.pick(['#e63946', '#f77f00', '#ffbf3f', '#d62860']),
        ),
      );
  c.add(rect(0, 1110, 2400, 490, c.down('#d9b58a', '#b98c64')), paved([1200, 900], 1110, '#8a6242', 0.35), ...crowd(c));
  const bearers = Array.from({ length: 8 }, (_, each) => 0.05 + each * 0.128);
  c.add(
    ...bearers.map((t) => bearer(c, t)),
    ...body(c),
    head(c),
    pearl(c),
    ...confetti(c),
    vignette(c, '#3a1206', 0.4),
  );
}

function bearer(c: Canvas, t: number): string {
  const [x, y] = spine(t);
  const ground = 1390 + Math.sin(t * 40) * 34;
  const suit = c.random.pick(['#e63946', '#ffbf3f']);
  return [
    ellipse(x, ground, 90, 14, { fill: '#5c3414', opacity: 0.45 }),
    segment(x, ground - 300, x, y, '#7a3b1e', 13),
    figure(x, ground, 370, 'raise', {
      shirt: suit,
      trousers: suit === '#e63946' ? '#ffbf3f' : '#e63946',
      skin: '#d99f74',
    }),
  ].join('');
}

function body(c: Canvas): string[] {
  const parts: string[] = [];
  const count = 120;
  const tail = spine(0);
  for (const [dx, dy, colour] of [
    [-150, -90, '#e63946'],
    [-190, -10, '#ffbf3f'],
    [-140, 70, '#e63946'],
  ] as const)
    parts.push(
      path(
        `M${tail[0]} ${tail[1] - 14}Q${tail[0] + dx * 0.6} ${tail[1] + dy * 1.4} ${tail[0] + dx} ${tail[1] + dy}Q${tail[0] + dx * 0.4} ${tail[1] + dy * 0.6} ${tail[0]} ${tail[1] + 14}z`,
        colour,
      ),
    );
  for (let each = 0; each <= count; each += 1) {
    const t = each / count;
    const [x, y] = spine(t);
    const [nx, ny] = spine(t + 0.01);
    const length = Math.hypot(nx - x, ny - y);
    const [ux, uy] = [-(ny - y) / length, (nx - x) / length];
    const w = 26 + 44 * Math.sin(Math.min(1, t * 1.25 + 0.1) * Math.PI * 0.5);
    if (each % 4 === 0)
      parts.push(
        polygon(
          [
            [x - ux * w * 0.9 - 16, y - uy * w * 0.9],
            [x - ux * w * 1.75 - 10, y - uy * w * 1.75],
            [x - ux * w * 0.9 + 16, y - uy * w * 0.9],
          ],
          '#e63946',
        ),
      );
    parts.push(
      circle(x, y, w, each % 2 === 0 ? '#f9a826' : '#ffc94a'),
      ellipse(x + ux * w * 0.55, y + uy * w * 0.55, w * 0.5, w * 0.42, '#ffe9a8'),
      circle(x - ux * w * 0.45, y - uy * w * 0.45, w * 0.24, '#e63946'),
    );
  }
  return [...parts, glow(c, 1200, 800, 500, '#fff1b8', 0.12)];
}

function head(c: Canvas): string {
  const [x, y] = spine(1);
  const mane = Array.from({ length: 15 }, (_, each) => {
    const angle = Math.PI * 0.55 + (each / 14) * Math.PI * 0.9;
    return path(
      `M${x} ${y - 20}Q${x + Math.cos(angle) * 190} ${y - 60 + Math.sin(angle) * 150} ${x + Math.cos(angle) * 270 - 20} ${y - 20 + Math.sin(angle) * 230}L${x + 20} ${y + 10}z`,
      each % 2 === 0 ? '#e63946' : '#2a9d8f',
    );
  });
  return [
    ...mane,
    ...[-1, 1].map((side) =>
      path(`M${x + 30 + side * 26} ${y - 100}q${-60 + side * 20} -80 ${-30 + side * 60} -170q10 90 60 150z`, '#fff0c2'),
    ),
    circle(x + 20, y - 40, 116, c.round('#ffd45a', '#f29a1f')),
    path(
      `M${x + 20} ${y - 90}Q${x + 150} ${y - 96} ${x + 200} ${y - 112}Q${x + 270} ${y - 150} ${x + 312} ${y - 96}Q${x + 330} ${y - 30} ${x + 270} ${y - 16}L${x + 60} ${y + 10}z`,
      '#ffc23a',
    ),
    path(
      `M${x + 196} ${y - 108}Q${x + 268} ${y - 152} ${x + 312} ${y - 96}Q${x + 262} ${y - 120} ${x + 196} ${y - 108}z`,
      '#e63946',
    ),
    path(`M${x + 90} ${y - 6}Q${x + 190} ${y - 44} ${x + 300} ${y - 34}`, { stroke: '#e63946', width: 9 }),
    path(`M${x + 60} ${y + 6}L${x + 268} ${y - 14}Q${x + 200} ${y + 60} ${x + 90} ${y + 70}z`, '#8f1d2c'),
    path(
      `M${x + 10} ${y + 20}Q${x + 120} ${y + 120} ${x + 250} ${y + 50}Q${x + 150} ${y + 80} ${x + 70} ${y + 8}z`,
      '#f29a1f',
    ),
    ...[0, 1, 2, 3, 4, 5].map((each) =>
      polygon(
        [
          [x + 80 + each * 32, y + 2 - each * 3],
          [x + 104 + each * 32, y - each * 3],
          [x + 92 + each * 32, y + 30 - each * 3],
        ],
        '#fffdf4',
      ),
    ),
    path(`M${x + 110} ${y + 36}q90 20 150 -20q-40 60 -130 50z`, '#ff6b6b'),
    ellipse(x + 282, y - 88, 15, 11, '#8f1d2c'),
    circle(x + 70, y - 98, 46, '#fffdf4'),
    circle(x + 82, y - 96, 26, '#1d3557'),
    circle(x + 90, y - 106, 9, '#fff'),
    path(`M${x + 14} ${y - 136}q60 -50 120 0q-60 -14 -120 0z`, '#e63946'),
    path(`M${x + 260} ${y - 30}q130 -40 150 60`, { stroke: '#e63946', width: 12 }),
    path(`M${x + 250} ${y - 10}q110 40 90 130`, { stroke: '#2a9d8f', width: 10 }),
    path(`M${x + 40} ${y + 90}q-10 90 50 130q-10 -60 20 -110z`, '#fff0c2'),
  ].join('');
}

const pearl = (c: Canvas): string =>
  [
    segment(2250, 1100, 2190, 640, '#7a3b1e', 13),
    glow(c, 2190, 600, 220, '#fff3b0', 0.8),
    circle(2190, 600, 66, c.round('#fffbe0', '#ff9f1c')),
    ...[0, 1, 2, 3, 4].map((each) =>
      path(`M${2130 + each * 30} 560q${-30 + each * 8} -70 10 -120q26 60 14 110z`, each % 2 ? '#e63946' : '#ffbf3f'),
    ),
    ellipse(2250, 1424, 100, 16, { fill: '#5c3414', opacity: 0.45 }),
    figure(2250, 1420, 400, 'raise', { shirt: '#ffbf3f', trousers: '#e63946', skin: '#d99f74' }, true),
  ].join('');

function crowd(c: Canvas): string[] {
  const r = c.random;
  return Array.from({ length: 46 }, (_, each) =>
    figure(
      each * 53 + r.between(-16, 16),
      1180 + r.between(-24, 14),
      r.between(170, 205),
      r.pick(['stand', 'raise', 'stand']),
      {
        shirt: r.pick(['#f4a261', '#2a9d8f', '#e76f51', '#8ecae6', '#ffb4a2', '#b5838d']),
        skin: r.pick(['#e8b48c', '#d99f74']),
        longHair: r.chance(0.5),
        hat: r.chance(0.2) ? 'cone' : 'none',
      },
      r.chance(0.5),
    ),
  );
}

const confetti = (c: Canvas): string[] =>
  Array.from({ length: 190 }, () => {
    const [x, y, s] = [c.random.between(0, 2400), c.random.between(40, 1560), c.random.between(8, 20)];
    return `<g transform="rotate(${Math.round(c.random.between(0, 180))} ${Math.round(x)} ${Math.round(y)})">${rect(x, y, s, s * 0.5, { fill: c.random.pick(['#e63946', '#ffbf3f', '#2a9d8f', '#fffdf4', '#ff7bac']), opacity: 0.9 })}</g>`;
  });
