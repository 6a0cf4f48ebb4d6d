import { heap, sampan } from '../brushes/boats.ts';
import { glow, mist, sky, streaks, sun, vignette } from '../brushes/sky.ts';
import { crown, palm } from '../brushes/trees.ts';
import { lightPath, reflected, ripples, water } from '../brushes/water.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, polygon, rect, segment } from '../svg.ts';

const shore = 640;
const goods = [
  ['#f3a712', '#ffc145', '#e58c0a'],
  ['#7fb53a', '#5c9a2e', '#9ccc52'],
  ['#e4572e', '#f0744a', '#c9432a'],
  ['#d14a86', '#e56aa0', '#b53a72'],
  ['#f5d65a', '#ead04a', '#fbe58a'],
] as const;

/** Sunrise on a brown river: boats heaped with fruit, what each sells hanging from its pole. */
export function floatingMarket(c: Canvas): void {
  const r = c.random;
  c.add(
    sky(c, ['#e58a5a', '#f6b36b', [0.7, '#ffdc9a'], '#fff0c2'], shore),
    sun(c, 1700, 500, 82, '#fffbe3', '#ffd98a'),
    streaks(c, 9, 80, 380, '#fff0cf', 0.5),
  );
  const bank: string[] = [];
  for (let x = -40; x < 2460; x += 100) bank.push(crown(c, x, shore - 26, 110, 66, ['#8a7a45', '#a8924f']));
  for (let x = 20; x < 2400; x += 190)
    bank.push(palm(c, x + r.between(-60, 60), shore, r.between(220, 380), '#6d5433', '#7a7a3f', r.between(-50, 50)));
  for (const x of [240, 900, 1320, 2050]) bank.push(stiltHouse(c, x));
  c.add(
    ...bank,
    mist(c, 470, 250, '#fff0c0', 0.7),
    water(c, shore, ['#f3cf8e', '#c99356', [0.45, '#9a6a3f'], '#5f3f2c']),
    reflected(c, bank, shore, 190, 0.4, 0.6),
  );
  c.add(lightPath(c, 1700, shore + 6, 1400, 170, '#fff4c4', 0.75), ripples(c, shore + 10, 1590, '#ffe9b8', 170, 0.4));
  const spots = [
    [300, 800, 0.62],
    [860, 780, 0.58],
    [1420, 810, 0.64],
    [2060, 790, 0.6],
    [560, 980, 0.9],
    [1180, 1000, 0.95],
    [1880, 990, 0.92],
    [240, 1240, 1.22],
    [2180, 1260, 1.24],
    [1500, 1290, 1.3],
    [820, 1430, 1.62],
  ] as const;
  c.add(...spots.map(([x, y, s], index) => stallBoat(c, x, y, s, index)));
  c.add(glow(c, 1700, 480, 900, '#ffe3a0', 0.25), vignette(c, '#2c1206', 0.5));
}

function stallBoat(c: Canvas, x: number, y: number, s: number, index: number): string {
  const colours = goods[index % goods.length] ?? goods[0];
  const left = index % 2 === 1;
  const pole = x + (left ? 200 : -200) * s;
  const samples = [0.3, 0.44, 0.58].map((part, each) =>
    circle(
      pole + (each % 2 === 0 ? -16 : 16) * s,
      y - 60 * s - (1 - part) * 330 * s,
      17 * s,
      colours[each % 3] ?? colours[0],
    ),
  );
  const load = [
    segment(pole, y - 40 * s, pole, y - 330 * s, '#6d4d2a', 7 * s),
    ...samples,
    heap(c, x + (left ? 60 : -60) * s, y - 34 * s, 240 * s, colours, 17 * s),
    index % 3 === 0 ? path(`M${x - 30 * s} ${y - 40 * s}q70 ${-130 * s} 140 0z`, '#8a5a34') : '',
  ];
  return sampan(
    c,
    x,
    y,
    s,
    c.random.pick([
      ['#a86a3a', '#6d4024'],
      ['#8f5a38', '#553220'],
      ['#3f7d7a', '#22504f'],
    ]),
    load,
    { shirt: c.random.pick(['#8e4a6e', '#2e86ab', '#d1495b', '#5a7d4a', '#6a4a8a']), left },
  );
}

function stiltHouse(c: Canvas, x: number): string {
  return [
    ...[-80, -30, 30, 80].map((dx) => rect(x + dx, shore - 60, 8, 80, '#5d4530')),
    rect(x - 110, shore - 140, 220, 84, c.down('#c08a52', '#9a6a3f')),
    rect(x - 30, shore - 122, 46, 66, '#4f3522'),
    rect(x + 40, shore - 118, 40, 34, '#6d4d30'),
    polygon(
      [
        [x - 140, shore - 134],
        [x - 80, shore - 210],
        [x + 80, shore - 210],
        [x + 140, shore - 134],
      ],
      c.down('#a8592f', '#7d4026'),
    ),
    ellipse(x, shore + 18, 120, 6, { fill: '#5f3f2c', opacity: 0.4 }),
  ].join('');
}
