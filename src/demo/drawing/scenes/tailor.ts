import { figure } from '../brushes/people.ts';
import { glow, vignette } from '../brushes/sky.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, polygon, rect, segment } from '../svg.ts';

const silks = [
  '#c1121f',
  '#f2a541',
  '#2a7f7a',
  '#5e548e',
  '#e56b6f',
  '#6b9080',
  '#e0b1cb',
  '#33658a',
  '#f4d58d',
  '#9c3848',
] as const;

/** A tailor's workshop: bolts of silk on the shelves, a sewing machine by the window, a finished áo dài on its stand. */
export function tailor(c: Canvas): void {
  c.add(
    rect(0, 0, 2400, 1220, c.across('#f0dcc0', '#f7e8cf', '#e3c6a2')),
    rect(0, 1210, 2400, 390, c.down('#b07c4f', '#7f5536')),
    ...Array.from({ length: 12 }, (_, each) =>
      segment(1000 + (each - 6) * 210, 1214, 1000 + (each - 6) * 340, 1600, '#66432a', 4, 0.5),
    ),
    rect(0, 1190, 2400, 26, '#8a5f3f'),
  );
  c.add(
    ...window(c),
    ...shelves(c),
    polygon(
      [
        [180, 1000],
        [760, 1000],
        [1180, 1600],
        [360, 1600],
      ],
      { fill: '#fff6cf', opacity: 0.32 },
    ),
    polygon(
      [
        [180, 250],
        [740, 250],
        [1180, 1600],
        [360, 1600],
      ],
      { fill: '#fffbe0', opacity: 0.1 },
    ),
  );
  c.add(...stand(c), lamp(c), ...bench(c), ...floorThings(c), vignette(c, '#2a1206', 0.46));
}

function window(c: Canvas): string[] {
  const [x, y, w, h] = [160, 220, 600, 720];
  const view = [
    rect(x, y, w, h, c.down('#a8d8ea', '#e6f4ea')),
    ...Array.from({ length: 8 }, (_, each) =>
      rect(x + each * 84 - 20, y + h - c.random.between(120, 330), 76, 400, each % 2 ? '#c9d8c5' : '#dccfb5'),
    ),
    ...Array.from({ length: 12 }, () =>
      ellipse(
        x + c.random.between(0, w),
        y + h - c.random.between(0, 70),
        70,
        50,
        c.random.pick(['#7fb08a', '#98c39a']),
      ),
    ),
  ];
  return [
    c.inside(rect(x, y, w, h, '#000'), ...view),
    glow(c, x + w / 2, y + h / 2, 620, '#fffbe0', 0.5),
    ...[0, 0.5, 1].map((part) => rect(x + w * part - 13, y - 14, 26, h + 28, '#7a4e2b')),
    ...[0, 0.36, 1].map((part) => rect(x - 13, y + h * part - 13, w + 26, 26, '#7a4e2b')),
    rect(x - 50, y + h + 10, w + 100, 34, '#95643a'),
    path(
      `M${x - 60} ${y - 40}Q${x + 40} ${y + 300} ${x - 30} ${y + h + 40}H${x - 90}V${y - 40}z`,
      c.across('#e56b6f', '#c1121f'),
    ),
    path(
      `M${x + w + 60} ${y - 40}Q${x + w - 40} ${y + 300} ${x + w + 30} ${y + h + 40}H${x + w + 90}V${y - 40}z`,
      c.across('#c1121f', '#e56b6f'),
    ),
    rect(x - 110, y - 58, w + 220, 20, '#5c3820', 10),
  ];
}

function shelves(c: Canvas): string[] {
  const parts = [rect(900, 150, 980, 640, '#8a5f3f'), rect(922, 172, 936, 596, '#5f3d26')];
  for (let row = 0; row < 4; row += 1) {
    const y = 190 + row * 148;
    for (let each = 0; each < 13; each += 1) {
      const colour = silks[(each * 3 + row * 4) % silks.length] ?? silks[0];
      const x = 940 + each * 70;
      if (row % 2 === 0)
        parts.push(
          rect(x, y, 58, 122, c.across(colour, '#40202c'), 10),
          rect(x, y, 34, 122, colour, 10),
          rect(x + 8, y + 10, 6, 100, { fill: '#fff', opacity: 0.25 }, 3),
          ellipse(x + 29, y + 6, 26, 9, { fill: '#fff', opacity: 0.3 }),
        );
      else
        for (let fold = 0; fold < 4; fold += 1)
          parts.push(
            rect(x, y + 92 - fold * 29, 62, 27, silks[(each + fold * 2 + row) % silks.length] ?? colour, 8),
            rect(x + 4, y + 96 - fold * 29, 54, 4, { fill: '#fff', opacity: 0.25 }),
          );
    }
    parts.push(rect(922, y + 124, 936, 18, '#a8763f'));
  }
  return parts;
}

/** The finished áo dài on a stand with a wooden foot. */
function stand(c: Canvas): string[] {
  const x = 2110;
  const blossoms = Array.from({ length: 16 }, (_, each) =>
    circle(
      x - 40 + (each % 4) * 30 + c.random.between(-10, 10),
      760 + Math.floor(each / 4) * 110 + c.random.between(-24, 24),
      c.random.between(8, 15),
      c.random.pick(['#ffd6e0', '#fff1d0', '#f7a1b5']),
    ),
  );
  return [
    ellipse(x, 1400, 190, 26, { fill: '#3f2614', opacity: 0.45 }),
    rect(x - 9, 1000, 18, 390, '#5c3820'),
    path(`M${x - 110} 1396q110 -70 220 0z`, '#7a4e2b'),
    circle(x, 330, 34, '#c99a6b'),
    rect(x - 12, 356, 24, 40, '#c99a6b'),
    polygon(
      [
        [x - 66, 720],
        [x + 84, 720],
        [x + 130, 1330],
        [x + 30, 1350],
      ],
      '#fbf3e4',
    ),
    path(
      `M${x - 96} 430Q${x - 210} 520 ${x - 236} 780L${x - 186} 796Q${x - 150} 600 ${x - 70} 540z`,
      c.across('#8f0f1b', '#c1121f'),
    ),
    path(
      `M${x + 96} 430Q${x + 210} 520 ${x + 236} 780L${x + 186} 796Q${x + 150} 600 ${x + 70} 540z`,
      c.across('#c1121f', '#8f0f1b'),
    ),
    path(
      `M${x - 100} 420Q${x} 370 ${x + 100} 420Q${x + 86} 560 ${x + 64} 680Q${x + 110} 980 ${x + 130} 1290Q${x + 10} 1330 ${x - 120} 1300Q${x - 110} 980 ${x - 64} 680Q${x - 86} 560 ${x - 100} 420z`,
      c.across('#d62839', '#b5121f'),
    ),
    path(`M${x - 64} 680Q${x - 110} 980 ${x - 120} 1300L${x - 60} 1312Q${x - 62} 980 ${x - 64} 680z`, {
      fill: '#7d0c17',
      opacity: 0.4,
    }),
    rect(x - 36, 380, 72, 36, '#d62839', 14),
    segment(x + 8, 410, x + 96, 500, '#f4d58d', 6),
    ...blossoms,
  ];
}

const lamp = (c: Canvas): string =>
  [
    segment(1370, 0, 1370, 90, '#3f2614', 6),
    glow(c, 1370, 880, 560, '#ffe6a8', 0.5),
    path('M1290 140q80 -110 160 0z', '#2a7f7a'),
    ellipse(1370, 140, 80, 14, '#fff3c9'),
  ].join('');

function bench(c: Canvas): string[] {
  const [x, y] = [1180, 1150];
  return [
    ellipse(x, 1520, 800, 50, { fill: '#3f2614', opacity: 0.35 }),
    rect(860, 1290, 150, 20, '#5c3820', 6),
    segment(880, 1310, 866, 1520, '#5c3820', 16),
    segment(990, 1310, 1004, 1520, '#5c3820', 16),
    figure(930, 1520, 760, 'sit', { shirt: '#33658a', trousers: '#2b2d42', skin: '#d99f74', hair: '#4a4a4a' }),
    rect(1010, y, 900, 34, c.down('#b98351', '#8a5f3f'), 6),
    rect(1050, y + 34, 30, 340, '#3a3a44'),
    rect(1820, y + 34, 30, 340, '#3a3a44'),
    segment(1065, y + 220, 1835, y + 220, '#3a3a44', 12),
    circle(1700, y + 220, 100, { stroke: '#3a3a44', width: 16 }),
    ...[0, 1, 2].map((each) =>
      segment(1700, y + 220, 1700 + Math.cos(each * 2.1) * 96, y + 220 + Math.sin(each * 2.1) * 96, '#3a3a44', 9),
    ),
    path(`M1240 ${y}V${y - 40}H1700V${y}z`, '#23262d'),
    path(
      `M1260 ${y - 40}V${y - 200}Q1260 ${y - 236} 1300 ${y - 236}H1640Q1690 ${y - 236} 1690 ${y - 180}V${y - 40}H1610V${y - 150}Q1600 ${y - 172} 1570 ${y - 172}H1350Q1330 ${y - 172} 1330 ${y - 150}V${y - 60}H1260z`,
      c.down('#3a3f4a', '#15181d'),
    ),
    path(`M1370 ${y - 204}q70 -20 140 0q-70 26 -140 0z`, { stroke: '#e8c56a', width: 5 }),
    circle(1712, y - 150, 52, { stroke: '#15181d', width: 14 }),
    segment(1294, y - 60, 1294, y - 4, '#c9d1d9', 6),
    rect(1420, y - 276, 12, 42, '#8a5f3f'),
    rect(1408, y - 300, 36, 56, '#f2a541', 8),
    path(
      `M1000 ${y - 2}Q1150 ${y - 40} 1290 ${y - 4}Q1420 ${y + 8} 1480 ${y - 2}L1440 ${y + 190}Q1300 ${y + 130} 1200 ${y + 220}Q1100 ${y + 160} 1030 ${y + 210}z`,
      c.down('#2a9d8f', '#1d6f66'),
    ),
    path(`M1120 ${y - 16}Q1150 ${y + 80} 1130 ${y + 190}M1300 ${y}Q1290 ${y + 70} 1310 ${y + 150}`, {
      stroke: '#14524b',
      width: 6,
      opacity: 0.5,
    }),
  ];
}

const floorThings = (c: Canvas): string[] => [
  ...Array.from({ length: 14 }, () => {
    const [x, y] = [c.random.between(300, 2200), c.random.between(1480, 1590)];
    return polygon(
      [
        [x, y],
        [x + c.random.between(20, 60), y - 10],
        [x + c.random.between(10, 40), y + 22],
      ],
      c.random.pick(silks),
    );
  }),
  path('M360 1560q90 -110 220 -60q90 30 160 -10q20 60 -60 90h-280z', c.across('#f2a541', '#c1721f')),
];
