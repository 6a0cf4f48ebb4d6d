import { farCity, lotusTower, tower } from '../brushes/city.ts';
import { figure } from '../brushes/people.ts';
import { glow, sky, stars, vignette } from '../brushes/sky.ts';
import { lightPath, reflected, ripples, water } from '../brushes/water.ts';
import type { Canvas } from '../canvas.ts';
import { circle, path, rect, segment } from '../svg.ts';

const shore = 1060;

/** Midnight: fireworks in gold, red and green over the towers, their colours on the river, people on the quay. */
export function fireworks(c: Canvas): void {
  const r = c.random;
  c.add(sky(c, ['#050618', '#0e1238', [0.7, '#2a1f56'], '#4f2f6a'], shore), stars(c, 120, 700));
  const shells = [
    [620, 360, 330, '#ffd166', '#fff3c4'],
    [1260, 270, 380, '#ff4d6d', '#ffc2cc'],
    [1880, 400, 320, '#5ef2a0', '#dcffe9'],
    [960, 560, 190, '#6ac8ff', '#e0f5ff'],
    [1610, 620, 170, '#ff9f45', '#ffe6c4'],
    [300, 620, 180, '#d68bff', '#f4e3ff'],
    [2210, 250, 200, '#ffd166', '#fffbe6'],
  ] as const;
  for (const [x, y, size, colour, heart] of shells) c.add(...shell(c, x, y, size, colour, heart));
  const town = [farCity(c, shore, 70, 210, '#1d1b4a')];
  for (const [x, w, h] of [
    [30, 130, 300],
    [190, 100, 430],
    [330, 140, 280],
    [520, 110, 390],
    [690, 130, 300],
    [1130, 110, 360],
    [1280, 140, 460],
    [1460, 100, 330],
    [1620, 130, 400],
    [1800, 110, 300],
    [1960, 150, 470],
    [2140, 110, 340],
    [2280, 140, 400],
  ] as const)
    town.push(
      tower(c, x, shore, w, h, {
        left: '#2f2c6b',
        right: '#17154a',
        glass: '#0b0a30',
        lit: 0.4,
        light: r.pick(['#ffd98a', '#ffe8b8', '#a8dcff']),
        top: r.pick(['flat', 'spire', 'slant', 'step']),
      }),
    );
  town.push(lotusTower(c, 930, shore, 600, '#5f5ab8', '#1d1a55', '#b9b4ff'));
  c.add(...town, water(c, shore, ['#3b2a66', '#1c1a4f', '#07082a']), reflected(c, town, shore, 330, 0.5, 0.7));
  for (const [x, , size, colour] of shells) c.add(lightPath(c, x, shore + 8, 1400, size * 0.7, colour, 0.6));
  c.add(ripples(c, shore + 10, 1400, '#d9c8ff', 110, 0.3), ...quay(c), vignette(c, '#010110', 0.55));
}

function shell(c: Canvas, x: number, y: number, size: number, colour: string, heart: string): string[] {
  const sparks: string[] = [];
  for (let ring = 0; ring < 3; ring += 1) {
    const count = 22 + ring * 12;
    for (let each = 0; each < count; each += 1) {
      const angle = ((each + c.random.between(-0.25, 0.25)) / count) * Math.PI * 2;
      const out = size * (0.42 + ring * 0.27) * c.random.between(0.9, 1.08);
      const [ex, ey] = [x + Math.cos(angle) * out, y + Math.sin(angle) * out + out * out * 0.00045];
      const start = 0.35;
      sparks.push(
        path(
          `M${x + Math.cos(angle) * out * start} ${y + Math.sin(angle) * out * start}Q${x + Math.cos(angle) * out * 0.8} ${y + Math.sin(angle) * out * 0.78} ${ex} ${ey}`,
          { stroke: ring === 0 ? heart : colour, width: 4.4 - ring, opacity: 0.85 - ring * 0.14 },
        ),
        circle(ex, ey, 6.5 - ring * 1.1, heart),
      );
    }
  }
  return [
    glow(c, x, y, size * 1.7, colour, 0.42),
    ...sparks,
    glow(c, x, y, size * 0.34, heart, 0.95),
    segment(x, y + size * 1.02, x + 6, Math.min(shore, y + size * 1.9), colour, 3, 0.3),
  ];
}

function quay(c: Canvas): string[] {
  const r = c.random;
  const people = Array.from({ length: 40 }, (_, each) =>
    figure(
      each * 62 + r.between(-16, 16),
      1560 + r.between(-10, 24),
      r.between(225, 275),
      r.pick(['stand', 'stand', 'raise', 'stand']),
      {
        shirt: r.pick(['#2a2352', '#33295f', '#241d47', '#3d2a5c']),
        trousers: '#171233',
        skin: '#6b4a66',
        hair: '#120d28',
        longHair: r.chance(0.4),
      },
      r.chance(0.5),
    ),
  );
  return [
    rect(0, 1400, 2400, 200, c.down('#231b4a', '#120d2c')),
    ...people,
    rect(0, 1478, 2400, 12, '#4a3f86'),
    ...Array.from({ length: 41 }, (_, each) => rect(each * 60, 1478, 6, 122, '#3a3070')),
    rect(0, 1400, 2400, 4, { fill: '#ff9f7a', opacity: 0.5 }),
  ];
}
