import { blossom } from '../brushes/flowers.ts';
import { lantern, steam } from '../brushes/lights.ts';
import { glow, vignette } from '../brushes/sky.ts';
import { bamboo, crown } from '../brushes/trees.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, polygon, rect, segment } from '../svg.ts';

/** Inside a wooden tea house: a round window on a bamboo garden, a low table laid for two. */
export function teaHouse(c: Canvas): void {
  c.add(rect(0, 0, 2400, 1150, c.across('#e9d3ac', '#f4e4c3', '#dcc093')), ...beams(c), window(c));
  c.add(
    rect(0, 1130, 2400, 470, c.down('#b98a55', '#8a5f38')),
    ...Array.from({ length: 13 }, (_, each) =>
      segment(1200 + (each - 6) * 190, 1130, 1200 + (each - 6) * 330, 1600, '#6d4728', 4, 0.5),
    ),
  );
  c.add(
    polygon(
      [
        [760, 1140],
        [1640, 1140],
        [1980, 1600],
        [300, 1600],
      ],
      { fill: '#fff4c8', opacity: 0.3 },
    ),
    scroll(c, 260),
    scroll(c, 1990),
    lantern(c, 480, 250, 150, '#e8a04a', 'long'),
    lantern(c, 1920, 250, 150, '#e8a04a', 'long'),
  );
  c.add(...shelf(c), vase(c), ...table(c), vignette(c, '#241205', 0.5));
}

function beams(c: Canvas): string[] {
  const wood = c.across('#7a4e2b', '#5c3820');
  return [
    rect(0, 0, 2400, 70, '#5c3820'),
    rect(0, 70, 2400, 14, '#3f2614'),
    ...[90, 620, 1730, 2260].map((x) => rect(x, 70, 56, 1080, wood)),
    rect(0, 980, 2400, 160, '#7a4e2b'),
    rect(0, 976, 2400, 12, '#a8713f'),
    ...Array.from({ length: 24 }, (_, each) => rect(each * 102 + 20, 1004, 78, 104, '#6a4325', 4)),
  ];
}

/** The round window: rings of wood around a garden in the morning. */
function window(c: Canvas): string {
  const [x, y, r] = [1200, 560, 410];
  const garden = [
    rect(x - r, y - r, r * 2, r * 2, c.down('#cdeacb', '#eaf6cf', '#b5d99a')),
    glow(c, x + 120, y - 120, 420, '#fffde0', 0.9),
  ];
  for (let each = 0; each < 9; each += 1)
    garden.push(crown(c, x - r + each * 105, y + 210, 120, 100, ['#8cc084', '#a9d398']));
  for (let each = 0; each < 15; each += 1)
    garden.push(
      bamboo(
        c,
        x - r + 30 + each * 56 + c.random.between(-20, 20),
        y + r,
        c.random.between(620, 860),
        c.random.pick(['#6a9a45', '#86b455', '#557f3a']),
        '#4a8a3f',
      ),
    );
  garden.push(
    ellipse(x, y + 400, 420, 90, '#7fb069'),
    path(`M${x - 60} ${y + 330}q40 -60 110 -40q50 -40 100 20q40 10 30 40h-240z`, '#8a9490'),
  );
  const ring = [
    circle(x, y, r + 20, { stroke: '#5c3820', width: 62 }),
    circle(x, y, r - 6, { stroke: '#a8713f', width: 8 }),
    circle(x, y, r + 46, { stroke: '#3f2614', width: 8 }),
  ];
  const bars = [
    segment(x, y - r, x, y + r, '#5c3820', 16),
    segment(x - r, y, x + r, y, '#5c3820', 16),
    circle(x, y, 150, { stroke: '#5c3820', width: 14 }),
  ];
  return c.inside(circle(x, y, r, '#000'), ...garden, ...bars) + ring.join('');
}

function scroll(c: Canvas, x: number): string {
  const peaks = [
    [-50, 470, 120],
    [20, 420, 150],
    [70, 500, 90],
  ].map(([dx = 0, y = 0, h = 0]) =>
    polygon(
      [
        [x + dx - h * 0.5, y + h],
        [x + dx, y - h * 0.2],
        [x + dx + h * 0.5, y + h],
      ],
      { fill: '#5a7a80', opacity: 0.45 },
    ),
  );
  return [
    rect(x - 106, 300, 212, 560, '#8a3b2e'),
    rect(x - 90, 330, 180, 500, '#fbf3dc'),
    c.inside(
      rect(x - 90, 330, 180, 500, '#000'),
      ...peaks,
      ellipse(x, 640, 120, 30, { fill: '#c9dcd4', opacity: 0.7 }),
      circle(x + 40, 390, 20, '#d1573f'),
      path(`M${x - 80} 760q60 -110 90 -20`, { stroke: '#4a3a30', width: 6 }),
      ...[0, 1, 2, 3, 4].map((each) =>
        blossom(x - 60 + each * 16, 730 - each * 14 + (each % 2) * 22, 10, '#e48aa0', '#f6d98a'),
      ),
    ),
    rect(x - 122, 292, 244, 16, '#3f2614', 8),
    rect(x - 122, 852, 244, 16, '#3f2614', 8),
  ].join('');
}

function shelf(c: Canvas): string[] {
  const jar = (x: number, h: number, colour: string) =>
    path(
      `M${x - 30} 976q-16 ${-h * 0.5} 8 ${-h * 0.84}h44q24 ${h * 0.34} 8 ${h * 0.84}z`,
      c.across(colour, '#3f4a4a'),
    ) + rect(x - 18, 976 - h - 6, 36, 26, '#5c3820', 6);
  return [jar(720, 120, '#7fa8a0'), jar(806, 90, '#c9a06a'), jar(1560, 100, '#a85a44'), jar(1650, 130, '#8aa06a')];
}

const vase = (c: Canvas): string =>
  [
    path('M2060 1300q-60 -110 10 -220q6 -40 -4 -60h88q-10 20 -4 60q70 110 10 220z', c.across('#dfeaf0', '#8fb3c4')),
    ...[-1, 0, 1].map((lean) =>
      path(`M2110 1030q${lean * 30} -180 ${lean * 150} -330`, { stroke: '#6a4a34', width: 9 }),
    ),
    ...Array.from({ length: 26 }, () => {
      const t = c.random.next();
      const lean = c.random.pick([-1, 0, 1]);
      return blossom(
        2110 + lean * 150 * t + c.random.between(-40, 40),
        1030 - 330 * t + c.random.between(-30, 30),
        c.random.between(13, 21),
        c.random.pick(['#f2a0b5', '#f7c1cf', '#e77f9c']),
        '#f6d98a',
      );
    }),
  ].join('');

function cup(c: Canvas, x: number, y: number): string {
  return [
    ellipse(x, y + 34, 84, 20, { fill: '#2a1508', opacity: 0.4 }),
    ellipse(x, y + 26, 80, 18, '#e7ddc6'),
    path(
      `M${x - 52} ${y - 26}Q${x - 44} ${y + 26} ${x} ${y + 26}Q${x + 44} ${y + 26} ${x + 52} ${y - 26}z`,
      c.across('#fdfaf0', '#c9d6d0'),
    ),
    path(`M${x - 48} ${y - 6}q48 16 96 0`, { stroke: '#4a8a94', width: 5 }),
    ellipse(x, y - 26, 52, 14, '#f4efe0'),
    ellipse(x, y - 25, 45, 10, '#b5892e'),
    steam(c, x, y - 40, 200, 0.45),
  ].join('');
}

function table(c: Canvas): string[] {
  const [x, y] = [1200, 1330];
  const pot = [
    ellipse(x, y + 6, 190, 40, { fill: '#2a1508', opacity: 0.4 }),
    path(`M${x + 130} ${y - 90}q110 -16 120 -130l26 -4q10 170 -140 210z`, '#a04a32'),
    path(`M${x - 130} ${y - 150}q-140 -10 -120 80q20 70 130 50`, { stroke: '#a04a32', width: 24 }),
    path(
      `M${x - 150} ${y - 90}Q${x - 150} ${y - 210} ${x} ${y - 214}Q${x + 150} ${y - 210} ${x + 150} ${y - 90}Q${x + 140} ${y} ${x} ${y}Q${x - 140} ${y} ${x - 150} ${y - 90}z`,
      c.across('#c9694a', '#7d3523'),
    ),
    ellipse(x, y - 210, 76, 18, '#8f3f2a'),
    ellipse(x, y - 216, 70, 20, '#c9694a'),
    circle(x, y - 246, 18, '#8f3f2a'),
    ellipse(x - 70, y - 130, 26, 46, { fill: '#fff', opacity: 0.16 }, 14),
    steam(c, x + 262, y - 230, 260, 0.5),
  ];
  const tray = [
    ellipse(x, y + 20, 620, 96, '#4a2a16'),
    ellipse(x, y + 8, 600, 88, c.across('#8a5a34', '#6a4022')),
    ellipse(x, y + 6, 540, 74, '#7a4e2b'),
  ];
  return [
    rect(300, y + 60, 1800, 60, c.across('#8a5a34', '#5c3820'), 12),
    ellipse(x, y + 60, 900, 120, c.across('#a8713f', '#7a4a28')),
    rect(460, y + 120, 70, 200, '#5c3820'),
    rect(1870, y + 120, 70, 200, '#5c3820'),
    ...tray,
    ...pot,
    cup(c, 830, y - 4),
    cup(c, 1560, y + 4),
    ellipse(560, y + 44, 110, 26, '#fdfaf0'),
    ...[0, 1, 2, 3, 4].map((each) =>
      circle(510 + each * 26, y + 30 - (each % 2) * 12, 20, each % 2 ? '#8fb35a' : '#e0b04a'),
    ),
  ];
}
