import { farCity, tower } from '../brushes/city.ts';
import { glow, sky, stars, vignette } from '../brushes/sky.ts';
import { lightPath, reflected, ripples, water } from '../brushes/water.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, polygon, rect, segment } from '../svg.ts';

const shore = 1030;
const deck = 930;
const cables = ['#5ce1e6', '#7aa2ff', '#c77dff', '#ff6fb5', '#ffb25c'] as const;

/** A cable-stayed bridge at night; its lit cables and the city's lamps lie broken on the river. */
export function bridgeNight(c: Canvas): void {
  const r = c.random;
  c.add(sky(c, ['#060a24', '#101a4a', [0.75, '#2a2f73'], '#5a4a8f'], shore), stars(c, 170, 640));
  c.add(
    circle(430, 290, 70, '#f7f1d8'),
    circle(402, 276, 62, { fill: '#0d1540', opacity: 0.88 }),
    glow(c, 430, 290, 280, '#cfd8ff', 0.25),
  );
  const far = [farCity(c, shore, 80, 220, '#20265f'), farCity(c, shore, 40, 130, '#171b4c')];
  const towers = [
    [40, 120, 420],
    [190, 100, 330],
    [1760, 110, 400],
    [1890, 140, 540],
    [2060, 110, 360],
    [2200, 150, 460],
  ].map(([x = 0, w = 0, h = 0]) =>
    tower(c, x, shore, w, h, {
      left: '#2c3478',
      right: '#141a4a',
      glass: '#0a1038',
      lit: 0.42,
      light: r.pick(['#ffd98a', '#ffe8b8', '#9fe3ff']),
      top: r.pick(['flat', 'spire', 'step', 'slant']),
    }),
  );
  const bridge = [...fan(c, 1130, 250), roadway(c)];
  c.add(...far, glow(c, 1130, 900, 900, '#8f6bff', 0.3), ...towers, ...bridge);
  c.add(water(c, shore, ['#3a3a86', '#1b2160', [0.5, '#0d1240'], '#050824']));
  c.add(reflected(c, [...towers, ...bridge], shore, 520, 0.55, 0.9));
  for (let x = 60; x < 2400; x += 128)
    c.add(
      lightPath(c, x + r.between(-30, 30), shore + 6, r.between(1230, 1560), 40, r.pick(['#ffd58a', ...cables]), 0.6),
    );
  c.add(ripples(c, shore + 10, 1600, '#aab8ff', 150, 0.25), ...barge(c, 640, 1330), vignette(c, '#01020f', 0.6));
}

/** Cables fanning out from a leaning pylon, each in its own colour of light. */
function fan(c: Canvas, x: number, top: number): string[] {
  const strands: string[] = [];
  for (let each = 0; each < 26; each += 1) {
    const colour = cables[Math.floor((each / 26) * cables.length)] ?? cables[0];
    const from = top + 40 + each * 17;
    strands.push(
      segment(x + 40, from, x - 90 - (26 - each) * 40, deck, colour, 4, 0.9),
      segment(x + 40, from, x + 150 + (26 - each) * 43, deck, colour, 4, 0.9),
    );
  }
  const pylon = polygon(
    [
      [x - 40, shore + 8],
      [x + 22, top],
      [x + 58, top],
      [x + 120, shore + 8],
      [x + 78, shore + 8],
      [x + 62, deck - 120],
      [x + 18, deck - 120],
      [x + 4, shore + 8],
    ],
    c.down('#f3ecff', '#8a7fd0'),
  );
  return [...strands, pylon, glow(c, x + 40, top + 20, 150, '#fff', 0.6), circle(x + 40, top - 8, 8, '#ff5c5c')];
}

function roadway(c: Canvas): string {
  const lamps = Array.from(
    { length: 40 },
    (_, each) =>
      segment(30 + each * 61, deck, 30 + each * 61, deck - 42, '#8f86c8', 3) +
      glow(c, 30 + each * 61, deck - 44, 44, '#ffe3a1', 0.75),
  );
  const cars = Array.from({ length: 26 }, () =>
    ellipse(c.random.between(0, 2400), deck - 6, 15, 4, c.random.pick(['#fff3c9', '#ff5468', '#fff3c9'])),
  );
  const piers = [330, 700, 1560, 1930, 2260].map((x) => rect(x - 22, deck + 20, 44, shore - deck - 12, '#3a3576'));
  return [
    ...piers,
    rect(0, deck, 2400, 26, c.down('#b7aef0', '#4e488f')),
    rect(0, deck + 26, 2400, 10, '#2a2763'),
    ...lamps,
    ...cars,
  ].join('');
}

/** A dinner boat with rows of lit windows. */
function barge(c: Canvas, x: number, y: number): string[] {
  const windows = (row: number, from: number, count: number) =>
    Array.from({ length: count }, (_, each) => rect(from + each * 46, row, 30, 26, '#ffe3a1', 4));
  return [
    ellipse(x, y + 16, 460, 26, { fill: '#02041a', opacity: 0.6 }),
    glow(c, x, y - 40, 480, '#ffb45c', 0.35),
    path(
      `M${x - 420} ${y - 44}L${x + 430} ${y - 44}Q${x + 400} ${y + 18} ${x + 350} ${y + 20}L${x - 360} ${y + 20}z`,
      '#2b1d4f',
    ),
    rect(x - 350, y - 104, 690, 62, '#43307a', 8),
    rect(x - 270, y - 158, 540, 56, '#52399a', 8),
    ...windows(y - 88, x - 330, 14),
    ...windows(y - 142, x - 250, 11),
    path(`M${x - 300} ${y - 160}Q${x} ${y - 214} ${x + 300} ${y - 160}z`, '#d1495b'),
    lightPath(c, x, y + 24, y + 200, 560, '#ffcf86', 0.45),
  ];
}
