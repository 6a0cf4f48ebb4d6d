import { farCity, type TowerLook, tower } from '../brushes/city.ts';
import { cloud, glow, sky, vignette } from '../brushes/sky.ts';
import { crown, tree } from '../brushes/trees.ts';
import { motorbike } from '../brushes/vehicles.ts';
import type { Canvas } from '../canvas.ts';
import { ellipse, line, path, polygon, rect, rects, segment } from '../svg.ts';

const greens = ['#2d6a4f', '#40916c', '#74c69d'] as const;
const glass: readonly [TowerLook, ...TowerLook[]] = [
  { left: '#d7ecf2', right: '#8fbdd1', glass: '#4f8fb0', top: 'flat' },
  { left: '#f3efe2', right: '#c9bfa8', glass: '#7f9aa8', top: 'step' },
  { left: '#c3e0e8', right: '#6fa8c4', glass: '#3b7ea1', top: 'slant' },
];

/** A clear morning: the metro on its viaduct between trees and towers, motorbikes below. */
export function metro(c: Canvas): void {
  const r = c.random;
  c.add(sky(c, ['#4aa8dd', '#a6dbf0', [0.8, '#e9f6ee'], '#fff4d9'], 1250), glow(c, 2050, 260, 700, '#fff9df', 0.8));
  c.add(
    cloud(c, 260, 300, 560, '#fff', 0.9),
    cloud(c, 1250, 220, 420, '#fff', 0.75),
    cloud(c, 1750, 480, 500, '#fff', 0.6),
  );
  c.add(farCity(c, 1200, 260, 480, '#bfdfe8'), farCity(c, 1200, 180, 330, '#a5cfdc'));
  for (const [x, w, h] of [
    [80, 190, 760],
    [310, 150, 560],
    [1480, 180, 690],
    [1700, 220, 900],
    [1980, 160, 620],
    [2190, 200, 780],
  ] as const)
    c.add(tower(c, x, 1210, w, h, r.pick(glass)));
  for (let x = 0; x < 2450; x += 150) c.add(crown(c, x, 1120, 130, 110, greens));
  c.add(
    rect(0, 1200, 2400, 400, c.down('#8d99a6', '#5c6773')),
    rect(0, 1196, 2400, 26, '#cfd8d0'),
    ...Array.from({ length: 14 }, (_, each) =>
      polygon(
        [
          [each * 190, 1396],
          [each * 190 + 100, 1396],
          [each * 190 + 84, 1412],
          [each * 190 - 16, 1412],
        ],
        '#f4f1de',
      ),
    ),
  );
  c.add(...[260, 900, 1540, 2180].map((x) => pier(c, x)), ...viaduct(c), ...train(c));
  for (const x of [80, 620, 1230, 1850, 2330]) c.add(tree(c, x, 1236, 320, '#6b4f3a', greens));
  const shirts = ['#e4572e', '#f3a712', '#2e86ab', '#8e4a9e', '#f4f1de', '#d1495b'] as const;
  for (let each = 0; each < 9; each += 1)
    c.add(
      motorbike(140 + each * 270 + r.between(-60, 60), 1350 + (each % 3) * 85, 0.8 + (each % 3) * 0.22, {
        body: r.pick(['#d1495b', '#2b2d42', '#118ab2', '#f4f1de']),
        shirt: r.pick(shirts),
        helmet: r.pick(['#f4f1de', '#2e86ab', '#e4572e']),
      }),
    );
  c.add(vignette(c, '#0a2a3a', 0.32));
}

function pier(c: Canvas, x: number): string {
  return [
    ellipse(x, 1226, 120, 18, { fill: '#3c4650', opacity: 0.5 }),
    path(
      `M${x - 150} 900Q${x - 60} 960 ${x - 46} 1060V1220H${x + 46}V1060Q${x + 60} 960 ${x + 150} 900z`,
      c.across('#e6e4da', '#a9aca6'),
    ),
  ].join('');
}

const viaduct = (c: Canvas): string[] => [
  rect(0, 840, 2400, 74, c.down('#f2f0e6', '#bcbfb8')),
  rect(0, 914, 2400, 16, '#8f968f'),
  ...Array.from({ length: 40 }, (_, each) => rect(each * 62, 796, 8, 46, '#a3aaa3')),
  rect(0, 792, 2400, 8, '#a3aaa3'),
  ...Array.from({ length: 5 }, (_, each) =>
    line(
      [
        [130 + each * 560, 840],
        [130 + each * 560, 470],
        [230 + each * 560, 470],
      ],
      '#78838a',
      10,
    ),
  ),
  segment(0, 500, 2400, 500, '#78838a', 3),
];

function train(c: Canvas): string[] {
  const cars = [0, 1, 2].map((each) => car(c, 210 + each * 610));
  const nose = path('M2040 840V640Q2040 590 2090 590H2110Q2230 610 2262 760L2272 840z', c.down('#fdfefe', '#d3dfe5'));
  const front = path('M2110 628H2130Q2196 650 2222 740H2110z', '#1f3a52');
  return [
    ...cars,
    nose,
    front,
    path('M2040 770H2264L2270 806H2040z', '#0077b6'),
    ellipse(2246, 786, 14, 9, '#fff6cf'),
    rect(190, 838, 2080, 14, '#4a555c'),
  ];
}

function car(c: Canvas, x: number): string {
  const panes = Array.from({ length: 6 }, (_, each) => [x + 30 + each * 98, 636, 76, 76] as const);
  const doors = [116, 312, 508].map((dx) => rect(x + dx - 2, 628, 6, 200, '#9fb4bf'));
  return [
    rect(x, 590, 600, 250, c.down('#fdfefe', '#d3dfe5'), 22),
    rects(panes, c.down('#1f3a52', '#4f8fb0')),
    rects(
      panes.map(([px, py]) => [px + 8, py + 8, 14, 60] as const),
      { fill: '#fff', opacity: 0.25 },
    ),
    ...doors,
    rect(x, 770, 600, 36, '#0077b6'),
    rect(x, 806, 600, 8, '#f3a712'),
    rect(x + 598, 620, 14, 200, '#55646d'),
  ].join('');
}
