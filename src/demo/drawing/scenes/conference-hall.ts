import { figure, skins } from '../brushes/people.ts';
import { glow, vignette } from '../brushes/sky.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, polygon, rect, segment } from '../svg.ts';

const suits = ['#27364f', '#3b2f4a', '#5a2f3f', '#1f4a4a', '#4a4a5a', '#7d3b4a', '#e6e0d3'] as const;

/** A hall in tiers: curved desks with delegates seen from behind, a bright stage with speakers before a map-like wall. */
export function conferenceHall(c: Canvas): void {
  c.add(
    rect(0, 0, 2400, 1600, c.down('#1d2a4a', '#2b3a63', '#1a2240')),
    ...ceiling(c),
    ...sides(c),
    ...screen(c),
    ...stage(c),
    ...plants(c),
    glow(c, 1200, 560, 1000, '#bfe0ff', 0.3),
  );
  for (let row = 0; row < 6; row += 1) c.add(...tier(c, row));
  c.add(vignette(c, '#050818', 0.55));
}

function ceiling(c: Canvas): string[] {
  const rings = Array.from({ length: 6 }, (_, each) =>
    path(`M${-200 - each * 60} ${170 - each * 44}Q1200 ${-170 - each * 60} ${2600 + each * 60} ${170 - each * 44}`, {
      stroke: each % 2 ? '#c9a46a' : '#f2dcae',
      width: 16 - each,
      opacity: 0.7,
    }),
  );
  const spots = Array.from({ length: 17 }, (_, each) => {
    const [x, y] = [120 + each * 135, 96 - 60 * Math.sin((each / 16) * Math.PI)];
    return glow(c, x, y, 90, '#fff3cf', 0.8) + circle(x, y, 9, '#fffdf2');
  });
  return [...rings, ...spots];
}

const sides = (c: Canvas): string[] =>
  [0, 1].flatMap((side) =>
    Array.from({ length: 6 }, (_, each) => {
      const x = side === 0 ? 20 + each * 80 : 2310 - each * 80;
      return (
        rect(x, 190 + each * 26, 60, 720 - each * 52, c.down('#c98f57', '#7a4e34'), 6) +
        rect(x + 8, 200 + each * 26, 10, 700 - each * 52, { fill: '#ffe3b0', opacity: 0.35 }, 4)
      );
    }),
  );

function screen(c: Canvas): string[] {
  const waves = Array.from({ length: 9 }, (_, each) =>
    path(`M560 ${420 + each * 26}Q820 ${340 + each * 30} 1200 ${420 + each * 24}T1840 ${400 + each * 26}`, {
      stroke: each % 2 ? '#7fd1ff' : '#d6f1ff',
      width: 5,
      opacity: 0.75 - each * 0.06,
    }),
  );
  const towers = Array.from({ length: 16 }, (_, each) =>
    rect(600 + each * 76, 640 - c.random.between(60, 210), 54, 240, { fill: '#bfe6ff', opacity: 0.3 }),
  );
  const lotus = [-64, -32, 0, 32, 64].map(
    (turn) =>
      `<g transform="translate(1200 410) rotate(${turn}) scale(120)">${path('M0 0C-0.42 -0.3 -0.34 -0.85 0 -1.15C0.34 -0.85 0.42 -0.3 0 0z', { fill: '#fff', opacity: 0.75 })}</g>`,
  );
  return [
    rect(540, 230, 1320, 500, c.down('#1b5fa8', '#3f97d6', '#a8dcf4'), 16),
    c.inside(rect(540, 230, 1320, 500, '#000', 16), ...towers, ...waves, ...lotus),
    rect(528, 218, 1344, 524, { stroke: '#f2dcae', width: 12 }, 20),
  ];
}

function stage(c: Canvas): string[] {
  const speakers = [900, 1040, 1360, 1500].map((x, index) =>
    figure(
      x,
      790,
      210,
      'sit',
      {
        shirt: ['#b5394a', '#27364f', '#2a7f7a', '#5a4a6d'][index] ?? '#27364f',
        trousers: '#1d2433',
        skin: skins[index % skins.length] ?? skins[0],
        longHair: index % 2 === 0,
      },
      index > 1,
    ),
  );
  return [
    polygon(
      [
        [420, 760],
        [1980, 760],
        [2120, 850],
        [280, 850],
      ],
      c.down('#d9a870', '#a8744a'),
    ),
    rect(280, 850, 1840, 46, '#7a4e34'),
    ...speakers,
    rect(850, 730, 280, 18, '#f2dcae', 6),
    rect(1290, 730, 280, 18, '#f2dcae', 6),
    rect(870, 748, 240, 70, c.down('#c98f57', '#8a5a3a')),
    rect(1310, 748, 240, 70, c.down('#c98f57', '#8a5a3a')),
    figure(1200, 800, 250, 'raise', { shirt: '#e63946', trousers: '#e63946', skin: '#e8b48c', longHair: true }),
    polygon(
      [
        [1150, 700],
        [1250, 700],
        [1236, 820],
        [1164, 820],
      ],
      c.down('#f2c98f', '#a8744a'),
    ),
    segment(1226, 700, 1216, 660, '#23262d', 5),
  ];
}

const plants = (c: Canvas): string[] => [
  ...[470, 1890].map((x) =>
    [
      rect(x - 40, 740, 80, 60, '#b5653f', 8),
      ...Array.from({ length: 11 }, () =>
        ellipse(
          x + c.random.between(-56, 56),
          720 - c.random.between(0, 90),
          30,
          15,
          c.random.pick(['#3f9a5c', '#5bb56f', '#2f7d4c']),
          c.random.between(-60, 60),
        ),
      ),
    ].join(''),
  ),
];

/** One curved row: heads and shoulders of delegates, then the desk behind them with its little lights. */
function tier(c: Canvas, row: number): string[] {
  const near = (row + 0.3) / 6;
  const y = (x: number) => 940 + 560 * near ** 1.25 - (60 + 70 * near) * (1 - ((x - 1200) / 1200) ** 2) + 70 * near;
  const s = 0.5 + 0.95 * near;
  const r = c.random;
  const count = Math.round(26 / (0.6 + near));
  const desk = (lift: number, colour: string, width: number) =>
    path(`M-100 ${y(-100) + lift}Q1200 ${2 * y(1200) - (y(-100) + y(2500)) / 2 + lift} 2500 ${y(2500) + lift}`, {
      stroke: colour,
      width,
    });
  const delegates = Array.from({ length: count }, (_, each) => {
    const x = ((each + 0.5) / count) * 2500 - 50;
    if (Math.abs(x - 1200) < 60 + 70 * near || r.chance(0.08)) return '';
    const [by, suit, hair] = [y(x) + 30 * s, r.pick(suits), r.pick(['#1f1718', '#2b2020', '#3a2a24', '#6d6a6a'])];
    const chair = rect(x - 58 * s, by - 92 * s, 116 * s, 130 * s, c.down('#b5482f', '#7d2a20'), 18 * s);
    return [
      path(
        `M${x - 62 * s} ${by + 20 * s}Q${x - 62 * s} ${by - 96 * s} ${x} ${by - 100 * s}Q${x + 62 * s} ${by - 96 * s} ${x + 62 * s} ${by + 20 * s}z`,
        suit,
      ),
      rect(x - 15 * s, by - 126 * s, 30 * s, 36 * s, r.pick(skins)),
      ellipse(x, by - 152 * s, 34 * s, 40 * s, hair),
      r.chance(0.45)
        ? path(
            `M${x - 34 * s} ${by - 150 * s}q${-8 * s} ${70 * s} ${14 * s} ${84 * s}h${40 * s}q${22 * s} ${-14 * s} ${14 * s} ${-84 * s}z`,
            hair,
          )
        : '',
      chair,
    ].join('');
  });
  return [
    desk(-50 * s, '#e0b47a', 26 * s),
    desk(-34 * s, '#8a5a3a', 20 * s),
    ...Array.from({ length: count }, (_, each) => {
      const x = ((each + 0.5) / count) * 2500 - 50;
      return (
        ellipse(x + 50 * s, y(x) - 70 * s, 22 * s, 5 * s, { fill: '#bfe9ff', opacity: 0.8 }) +
        segment(x - 40 * s, y(x) - 60 * s, x - 30 * s, y(x) - 110 * s, '#12182a', 3.4 * s)
      );
    }),
    ...delegates,
  ];
}
