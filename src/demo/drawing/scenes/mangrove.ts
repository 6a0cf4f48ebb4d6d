import { figure } from '../brushes/people.ts';
import { birds, glow, mist, sky, vignette } from '../brushes/sky.ts';
import { crown } from '../brushes/trees.ts';
import { reflected, ripples, water } from '../brushes/water.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, polygon, segment } from '../svg.ts';

const shore = 860;

/** A channel through the mangrove: arched roots, green water, a rowing boat, white egrets. */
export function mangrove(c: Canvas): void {
  c.add(sky(c, ['#8fcfc4', '#c9ead2', [0.75, '#f2f5d3'], '#fff6cf'], shore), glow(c, 1200, 520, 900, '#fffde2', 0.95));
  for (let x = -40; x < 2460; x += 110)
    c.add(crown(c, x, 700 - Math.abs(x - 1200) * 0.09, 130, 110, ['#a5d3b0', '#b9dfb8']));
  c.add(mist(c, 560, 330, '#fffff0', 0.85));
  const trees: string[] = [];
  for (let row = 0; row < 5; row += 1) {
    const near = (row + 0.4) / 5;
    for (const side of [-1, 1])
      for (let each = 0; each < 3; each += 1)
        trees.push(
          mangroveTree(
            c,
            1200 + side * (260 + 720 * near + each * (170 + 120 * near)),
            shore - 10 + 90 * near,
            0.42 + 0.85 * near,
            near,
          ),
        );
  }
  c.add(water(c, shore - 30, ['#dcebc4', '#8fbf9c', [0.45, '#3f8273'], '#17463f']));
  c.add(reflected(c, trees, shore + 20, 560, 0.42, 0.8), ...trees, ripples(c, shore + 30, 1590, '#f2ffe0', 130, 0.35));
  c.add(
    ...boat(c, 1180, 1290, 1.35),
    egret(620, 1180, 1.5),
    egret(1790, 1130, 1.2, true),
    egret(1960, 1330, 1.9, true),
    flying(1010, 330, 1.4),
    flying(1420, 240, 1),
    flying(1270, 420, 0.8),
  );
  c.add(birds(c, 700, 250, 5, '#5a8a7a', 22), vignette(c, '#04211c', 0.5));
}

function mangroveTree(c: Canvas, x: number, y: number, s: number, near: number): string {
  const bark = near < 0.35 ? '#6f8f78' : near < 0.65 ? '#52604a' : '#3f3a2c';
  const shades =
    near < 0.35
      ? ['#7fb592', '#93c49c', '#acd4a8']
      : near < 0.65
        ? ['#3f8a64', '#57a374', '#7dbd86']
        : ['#1f5f46', '#2f7d54', '#56a063'];
  const roots = Array.from({ length: 9 }, (_, each) => {
    const out = (each - 4) * 52 * s + c.random.between(-14, 14) * s;
    const from = y - (150 + (4 - Math.abs(each - 4)) * 26) * s;
    return path(`M${x} ${from}Q${x + out * 0.85} ${from + 10 * s} ${x + out} ${y + c.random.between(0, 26) * s}`, {
      stroke: bark,
      width: (15 - Math.abs(each - 4) * 1.6) * s,
    });
  });
  const trunk = path(
    `M${x - 20 * s} ${y - 160 * s}Q${x - 10 * s} ${y - 330 * s} ${x + c.random.between(-30, 30) * s} ${y - 470 * s}L${x + 24 * s} ${y - 160 * s}z`,
    bark,
  );
  const boughs = [-1, 1].map((side) => segment(x, y - 330 * s, x + side * 120 * s, y - 460 * s, bark, 15 * s));
  return [...roots, trunk, ...boughs, crown(c, x, y - 530 * s, 250 * s, 170 * s, shades)].join('');
}

function boat(c: Canvas, x: number, y: number, s: number): string[] {
  const traveller = (dx: number, shirt: string, hat: 'cone' | 'none', left = false) =>
    figure(x + dx * s, y + 8 * s, 190 * s, 'sit', { shirt, trousers: '#3d405b', hat, longHair: !left }, left);
  return [
    ellipse(x, y + 52 * s, 300 * s, 22 * s, { fill: '#0b2e28', opacity: 0.45 }),
    traveller(-70, '#e76f51', 'none'),
    traveller(40, '#f2cc8f', 'cone', true),
    figure(x + 200 * s, y - 16 * s, 230 * s, 'reach', {
      shirt: '#6a4a8a',
      trousers: '#2b2d42',
      skin: '#c98a5e',
      hat: 'cone',
    }),
    path(
      `M${x - 300 * s} ${y - 60 * s}Q${x} ${y + 10 * s} ${x + 300 * s} ${y - 70 * s}Q${x + 240 * s} ${y + 40 * s} ${x + 150 * s} ${y + 48 * s}L${x - 170 * s} ${y + 48 * s}Q${x - 260 * s} ${y + 30 * s} ${x - 300 * s} ${y - 60 * s}z`,
      c.down('#b5793f', '#6d4423'),
    ),
    path(`M${x - 292 * s} ${y - 42 * s}Q${x} ${y + 28 * s} ${x + 292 * s} ${y - 50 * s}`, {
      stroke: '#f2d7a0',
      width: 6 * s,
      opacity: 0.7,
    }),
    segment(x + 262 * s, y - 170 * s, x + 350 * s, y + 80 * s, '#5d4024', 9 * s),
  ];
}

function egret(x: number, y: number, s: number, left = false): string {
  const d = left ? -1 : 1;
  return [
    ellipse(x, y + 4 * s, 40 * s, 6 * s, { fill: '#0b2e28', opacity: 0.35 }),
    segment(x - 6 * s * d, y - 50 * s, x - 8 * s * d, y, '#3f3a2c', 3.4 * s),
    segment(x + 8 * s * d, y - 50 * s, x + 8 * s * d, y, '#3f3a2c', 3.4 * s),
    path(
      `M${x - 56 * s * d} ${y - 48 * s}Q${x - 20 * s * d} ${y - 92 * s} ${x + 26 * s * d} ${y - 76 * s}Q${x + 34 * s * d} ${y - 44 * s} ${x} ${y - 42 * s}Q${x - 30 * s * d} ${y - 40 * s} ${x - 56 * s * d} ${y - 48 * s}z`,
      '#fffef6',
    ),
    path(
      `M${x + 20 * s * d} ${y - 66 * s}q${34 * s * d} ${-14 * s} ${12 * s * d} ${-44 * s}q${-10 * s * d} ${-22 * s} ${14 * s * d} ${-26 * s}`,
      { stroke: '#fffef6', width: 9 * s },
    ),
    circle(x + 50 * s * d, y - 137 * s, 8 * s, '#fffef6'),
    polygon(
      [
        [x + 56 * s * d, y - 141 * s],
        [x + 88 * s * d, y - 132 * s],
        [x + 56 * s * d, y - 133 * s],
      ],
      '#f2a93b',
    ),
  ].join('');
}

const flying = (x: number, y: number, s: number): string =>
  [
    path(
      `M${x - 100 * s} ${y - 40 * s}Q${x - 40 * s} ${y - 60 * s} ${x} ${y}Q${x + 40 * s} ${y - 70 * s} ${x + 110 * s} ${y - 50 * s}Q${x + 50 * s} ${y - 20 * s} ${x + 20 * s} ${y + 12 * s}L${x - 20 * s} ${y + 12 * s}Q${x - 50 * s} ${y - 20 * s} ${x - 100 * s} ${y - 40 * s}z`,
      '#fffef6',
    ),
    segment(x - 10 * s, y + 8 * s, x - 70 * s, y + 22 * s, '#4a4436', 3 * s),
    ellipse(x + 34 * s, y + 2 * s, 26 * s, 8 * s, '#fffef6'),
    polygon(
      [
        [x + 58 * s, y - 2 * s],
        [x + 86 * s, y + 4 * s],
        [x + 58 * s, y + 6 * s],
      ],
      '#f2a93b',
    ),
  ].join('');
