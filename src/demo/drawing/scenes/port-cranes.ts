import { farCity } from '../brushes/city.ts';
import { birds, glow, sky, streaks, sun, vignette } from '../brushes/sky.ts';
import { lightPath, reflected, ripples, water } from '../brushes/water.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, polygon, rect, rects, segment } from '../svg.ts';

const quay = 1080;
const paints = ['#d1495b', '#2e86ab', '#edae49', '#66a182', '#8d5a97', '#e76f51', '#3d5a80', '#f4f1de'] as const;

/** Late afternoon in the port: blue cranes over a loaded ship, stacks of containers on the quay. */
export function portCranes(c: Canvas): void {
  c.add(
    sky(c, ['#4f7cac', '#8fb3cf', [0.65, '#f6c58f'], '#ffe3b0'], quay + 80),
    sun(c, 420, 760, 84, '#fff8df', '#ffd28a'),
    streaks(c, 12, 120, 620, '#ffe9cf', 0.45),
    farCity(c, quay - 60, 60, 150, '#c9a48a', 1300, 2440),
  );
  const scene = [...ship(c), ...[620, 1240, 1860].map((x, index) => crane(c, x, index))];
  c.add(
    ...scene,
    water(c, quay + 70, ['#e8b98a', '#9c8f9c', [0.5, '#4f6484'], '#22344f']),
    reflected(c, scene, quay + 70, 330, 0.4, 0.6),
    lightPath(c, 420, quay + 80, 1560, 150, '#fff1c9', 0.8),
    ripples(c, quay + 80, 1590, '#ffe6c4', 150, 0.35),
  );
  c.add(...tug(c, 620, 1380), ...foreground(c), birds(c, 1000, 300, 9, '#3f5068', 28), vignette(c, '#1a1020', 0.42));
}

function box(c: Canvas, x: number, y: number, w: number, h: number): string {
  const colour = c.random.pick(paints);
  const ribs = Array.from({ length: Math.floor(w / 12) }, (_, each) => [x + 4 + each * 12, y + 4, 4, h - 8] as const);
  return (
    rect(x, y, w - 2, h - 2, colour) +
    rects(ribs, { fill: '#000', opacity: 0.14 }) +
    rect(x, y, w - 2, 5, { fill: '#fff', opacity: 0.2 })
  );
}

function ship(c: Canvas): string[] {
  const stacks: string[] = [];
  for (let column = 0; column < 14; column += 1) {
    const rows = [2, 3, 4, 4, 3, 4, 5, 4, 5, 4, 4, 3, 3, 2][column] ?? 3;
    for (let row = 0; row < rows; row += 1) stacks.push(box(c, 500 + column * 108, quay - 176 - row * 56, 106, 56));
  }
  return [
    ...stacks,
    rect(2040, quay - 470, 210, 360, c.down('#fbf7ee', '#d9d2c6')),
    ...[0, 1, 2, 3].map((row) => rect(2056, quay - 440 + row * 74, 178, 26, '#3d5a80', 4)),
    rect(2010, quay - 490, 270, 26, '#fbf7ee'),
    rect(2170, quay - 570, 60, 90, '#d1495b'),
    segment(2090, quay - 490, 2090, quay - 590, '#8d99a6', 8),
    path(
      `M330 ${quay - 150}H2330Q2330 ${quay + 40} 2270 ${quay + 78}H520Q400 ${quay + 40} 330 ${quay - 150}z`,
      c.down('#27496d', '#142c48'),
    ),
    path(`M410 ${quay + 8}H2316Q2306 ${quay + 56} 2270 ${quay + 78}H520Q456 ${quay + 60} 410 ${quay + 8}z`, '#b23a48'),
    segment(344, quay - 128, 2330, quay - 128, '#f4f1de', 7),
    circle(452, quay - 60, 16, '#f4f1de'),
  ];
}

function crane(c: Canvas, x: number, index: number): string {
  const [steel, dark] = ['#2e86ab', '#1d5d7d'];
  const top = 330 + (index % 2) * 30;
  const reach = 520;
  const cabin = x + 70 + index * 90;
  return [
    ...[-120, 80].map((dx) => rect(x + dx, top, 36, quay - top + 60, c.across(steel, dark))),
    segment(x - 102, quay - 60, x + 98, top + 260, dark, 14),
    segment(x + 98, quay - 60, x - 102, top + 260, dark, 14),
    rect(x - 140, quay - 80, 280, 30, steel),
    polygon(
      [
        [x - 40, top],
        [x + 10, top - 190],
        [x + 40, top - 190],
        [x + 70, top],
      ],
      dark,
    ),
    segment(x + 26, top - 184, x + reach, top + 6, dark, 8),
    segment(x + 26, top - 184, x + reach * 0.55, top + 6, dark, 6),
    segment(x + 26, top - 184, x - 300, top + 6, dark, 8),
    rect(x - 320, top, reach + 340, 34, c.down(steel, dark)),
    ...Array.from({ length: 21 }, (_, each) =>
      segment(x - 310 + each * 40, top + 32, x - 290 + each * 40, top + 4, '#bfe0ee', 4, 0.45),
    ),
    rect(x - 320, top - 26, 120, 60, '#f4f1de'),
    rect(cabin - 30, top + 34, 70, 56, '#f4f1de', 6),
    rect(cabin - 22, top + 48, 40, 26, '#27496d', 4),
    segment(cabin - 20, top + 90, cabin - 20, top + 280, '#23262d', 4),
    segment(cabin + 30, top + 90, cabin + 30, top + 280, '#23262d', 4),
    box(c, cabin - 60, top + 280, 132, 60),
    glow(c, x + 26, top - 194, 50, '#ff5c5c', 0.8),
    circle(x + 26, top - 194, 8, '#ff5c5c'),
  ].join('');
}

function foreground(c: Canvas): string[] {
  const stacks: string[] = [];
  for (let column = 0; column < 5; column += 1) {
    for (let row = 0; row < ([2, 3, 3, 2, 1][column] ?? 1); row += 1)
      stacks.push(box(c, 1500 + column * 190, 1480 - row * 98, 188, 98));
  }
  return [
    rect(1380, 1560, 1100, 60, '#5d6875'),
    ...stacks,
    rect(1380, 1572, 1100, 40, c.down('#7d8a99', '#4a5562')),
    ...[1440, 1700, 1960, 2220].map((x) => rect(x, 1540, 46, 40, '#2b2d42', 10)),
  ];
}

function tug(c: Canvas, x: number, y: number): string[] {
  return [
    ellipse(x, y + 44, 260, 22, { fill: '#16243a', opacity: 0.5 }),
    rect(x - 60, y - 150, 150, 110, '#fbf7ee', 8),
    rect(x - 44, y - 132, 118, 40, '#27496d', 6),
    rect(x - 130, y - 120, 50, 80, '#d1495b'),
    rect(x - 136, y - 128, 62, 16, '#23262d'),
    path(
      `M${x - 240} ${y - 44}H${x + 230}Q${x + 220} ${y + 40} ${x + 150} ${y + 44}H${x - 190}Q${x - 240} ${y + 20} ${x - 240} ${y - 44}z`,
      c.down('#edae49', '#b9782a'),
    ),
    ...Array.from({ length: 6 }, (_, each) => circle(x - 190 + each * 76, y - 6, 20, { stroke: '#23262d', width: 10 })),
    path(`M${x + 220} ${y + 40}q60 -30 120 4q-50 16 -120 10z`, { fill: '#fff', opacity: 0.7 }),
  ];
}
