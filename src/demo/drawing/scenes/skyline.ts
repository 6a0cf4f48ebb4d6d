import { farCity, lotusTower, type TowerLook, tower } from '../brushes/city.ts';
import { birds, mist, sky, streaks, sun, vignette } from '../brushes/sky.ts';
import { lightPath, reflected, ripples, water } from '../brushes/water.ts';
import type { Canvas } from '../canvas.ts';
import { ellipse, path, polygon, rect } from '../svg.ts';

const shore = 1010;
const looks: readonly [TowerLook, ...TowerLook[]] = [
  { left: '#f0a58a', right: '#8f5f86', glass: '#ffe3c2', lit: 0.12, top: 'flat' },
  { left: '#d98a86', right: '#6c4f80', glass: '#ffd9b8', lit: 0.1, top: 'slant' },
  { left: '#e8b49a', right: '#7d5a88', glass: '#ffecd6', lit: 0.08, top: 'step' },
  { left: '#c77f8c', right: '#574578', glass: '#f7c9b4', lit: 0.12, top: 'spire' },
];

/** Sunrise over the river: towers against the light, doubled in the water. */
export function skyline(c: Canvas): void {
  const r = c.random;
  c.add(sky(c, ['#33407f', '#7a5a9b', '#d97b86', [0.78, '#f8b27c'], '#ffdf9e'], shore));
  c.add(sun(c, 1630, 850, 92, '#fff3cf', '#ffca7a'), streaks(c, 13, 180, 720, '#ffd3b0', 0.4));
  const far = [farCity(c, shore, 90, 190, '#c98a9c'), farCity(c, shore, 60, 150, '#a9728f')];
  const towers: string[] = [];
  for (const [x, w, h] of [
    [150, 120, 330],
    [290, 96, 460],
    [420, 140, 300],
    [600, 110, 520],
    [740, 128, 380],
    [1180, 118, 420],
    [1320, 92, 560],
    [1440, 136, 300],
    [1830, 120, 400],
    [1980, 104, 520],
    [2110, 150, 310],
    [2280, 130, 240],
  ] as const) {
    towers.push(tower(c, x, shore, w, h, r.pick(looks)));
  }
  towers.push(lotusTower(c, 985, shore, 790, '#ffcfa6', '#5d4a86', '#ffe9c9'));
  const bank = [rect(0, shore - 34, 2400, 34, '#5b4068'), ...trees(c)];
  c.add(...far, mist(c, 780, 260, '#ffd9b0', 0.7), ...towers, ...bank);
  c.add(water(c, shore, ['#f2ac84', '#c4718a', [0.55, '#6d5390'], '#2f3670']));
  c.add(reflected(c, [...towers, ...bank], shore, 430, 0.5, 0.72));
  c.add(lightPath(c, 1630, shore + 8, 1580, 190, '#ffe9bd', 0.85), ripples(c, shore + 20, 1590, '#ffd9c2', 150, 0.35));
  c.add(
    ...boat(520, 1270, 1.25),
    ...boat(1930, 1180, 0.8),
    ...boat(1240, 1420, 1.7),
    birds(c, 760, 330, 9, '#4d3c70', 24),
  );
  c.add(vignette(c, '#1a1440', 0.4));
}

function trees(c: Canvas): string[] {
  return Array.from({ length: 54 }, (_, each) =>
    ellipse(
      each * 46 + c.random.between(-14, 14),
      shore - 36,
      c.random.between(24, 42),
      c.random.between(20, 38),
      c.random.pick(['#4c3763', '#5f4570', '#6d4d72']),
    ),
  );
}

/** A wooden boat with a rower standing at the stern. */
function boat(x: number, y: number, s: number): string[] {
  return [
    ellipse(x, y + 12 * s, 135 * s, 11 * s, { fill: '#1d1a45', opacity: 0.45 }),
    path(
      `M${x - 130 * s} ${y - 22 * s}Q${x} ${y + 34 * s} ${x + 140 * s} ${y - 30 * s}L${x + 112 * s} ${y + 6 * s}Q${x} ${y + 26 * s} ${x - 104 * s} ${y + 6 * s}z`,
      '#2a2148',
    ),
    path(`M${x - 50 * s} ${y - 6 * s}q52 ${-70 * s} ${104 * s} 0z`, '#57365e'),
    path(`M${x + 82 * s} ${y - 8 * s}v${-44 * s}q8 ${-12 * s} 16 0v${40 * s}z`, '#241b3d'),
    polygon(
      [
        [x + 68 * s, y - 58 * s],
        [x + 90 * s, y - 78 * s],
        [x + 112 * s, y - 58 * s],
      ],
      '#e7a980',
    ),
    path(`M${x + 96 * s} ${y - 40 * s}L${x + 168 * s} ${y + 30 * s}`, { stroke: '#241b3d', width: 5 * s }),
  ];
}
