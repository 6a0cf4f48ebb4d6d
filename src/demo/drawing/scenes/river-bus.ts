import { farCity, lotusTower, type TowerLook, tower } from '../brushes/city.ts';
import { clothes, figure, skins } from '../brushes/people.ts';
import { birds, cloud, glow, sky, vignette } from '../brushes/sky.ts';
import { crown, palm } from '../brushes/trees.ts';
import { reflected, ripples, water } from '../brushes/water.ts';
import type { Canvas } from '../canvas.ts';
import { ellipse, line, path, polygon, rect, segment } from '../svg.ts';

const shore = 900;
const glass: readonly [TowerLook, ...TowerLook[]] = [
  { left: '#dff1f6', right: '#9cc9dc', glass: '#4b93b8', top: 'flat' },
  { left: '#f5efe0', right: '#d3c8ae', glass: '#7f9cae', top: 'step' },
  { left: '#cbe6ee', right: '#7fb4cf', glass: '#3b7ea1', top: 'spire' },
];

/** Midday: a yellow river bus lies at its landing stage, passengers wait, towers stand behind. */
export function riverBus(c: Canvas): void {
  c.add(
    sky(c, ['#2f97d8', '#86cdee', [0.8, '#dff3f2'], '#fff7e2'], shore),
    cloud(c, 140, 260, 600, '#fff', 0.9),
    cloud(c, 1600, 200, 520, '#fff', 0.85),
    cloud(c, 1080, 380, 340, '#fff', 0.65),
    glow(c, 1900, 160, 600, '#fffde8', 0.6),
  );
  const town = [farCity(c, shore, 120, 260, '#bcdde8')];
  for (const [x, w, h] of [
    [40, 120, 330],
    [180, 150, 460],
    [350, 110, 380],
    [700, 140, 520],
    [860, 110, 350],
    [1290, 130, 430],
    [1440, 160, 560],
    [1630, 110, 370],
    [1900, 150, 470],
    [2070, 120, 350],
    [2220, 150, 540],
  ] as const)
    town.push(tower(c, x, shore, w, h, c.random.pick(glass)));
  town.push(lotusTower(c, 1120, shore, 650, '#e6f4f8', '#7fb0c9', '#ffffff'));
  for (let x = -40; x < 2460; x += 90) town.push(crown(c, x, shore - 16, 80, 48, ['#4d9a6c', '#74b884']));
  c.add(
    ...town,
    water(c, shore, ['#bfe6ea', '#63b4cb', [0.5, '#2b83a8'], '#175a80']),
    reflected(c, town, shore, 230, 0.4, 0.5),
    ripples(c, shore + 10, 1590, '#f5ffff', 190, 0.5),
  );
  c.add(
    ...boat(c, 860, 1200),
    ...stage(c),
    palm(c, 2330, 1500, 700, '#8a6b48', '#2f8a58', -80),
    birds(c, 620, 470, 7, '#3f6a80', 26),
    vignette(c, '#04283c', 0.34),
  );
}

function boat(c: Canvas, x: number, y: number): string[] {
  const r = c.random;
  const panes = Array.from({ length: 11 }, (_, each) =>
    rect(x - 520 + each * 98, y - 200, 82, 96, c.down('#cdeef5', '#5ba3c0'), 10),
  );
  const riders = Array.from({ length: 11 }, (_, each) =>
    r.chance(0.75)
      ? figure(
          x - 484 + each * 98,
          y - 34,
          160,
          'stand',
          { shirt: r.pick(clothes), skin: r.pick(skins), longHair: r.chance(0.5) },
          r.chance(0.5),
        )
      : '',
  );
  return [
    ellipse(x, y + 92, 800, 36, { fill: '#0d4564', opacity: 0.45 }),
    path(
      `M${x - 600} ${y - 40}V${y - 190}Q${x - 590} ${y - 250} ${x - 530} ${y - 250}H${x + 500}Q${x + 590} ${y - 240} ${x + 660} ${y - 40}z`,
      c.down('#ffd23f', '#f2b01e'),
    ),
    c.inside(rect(x - 530, y - 206, 1100, 108, '#000'), ...panes, ...riders.map((rider) => rider)),
    ...Array.from({ length: 11 }, (_, each) =>
      rect(x - 520 + each * 98, y - 200, 82, 96, { fill: '#e9fbff', opacity: 0.25 }, 10),
    ),
    path(`M${x + 566} ${y - 206}Q${x + 600} ${y - 190} ${x + 632} ${y - 100}H${x + 566}z`, '#27496d'),
    rect(x - 560, y - 274, 1080, 28, '#fdfdf8', 14),
    rect(x - 100, y - 330, 190, 60, '#fdfdf8', 12),
    segment(x + 20, y - 330, x + 20, y - 410, '#8fa3a8', 7),
    polygon(
      [
        [x + 24, y - 408],
        [x + 100, y - 388],
        [x + 24, y - 366],
      ],
      '#e63946',
    ),
    path(
      `M${x - 760} ${y - 50}H${x + 790}Q${x + 760} ${y + 90} ${x + 640} ${y + 96}H${x - 640}Q${x - 740} ${y + 60} ${x - 760} ${y - 50}z`,
      c.down('#fdfdf8', '#cfdde0'),
    ),
    path(`M${x - 752} ${y - 14}H${x + 782}L${x + 772} ${y + 22}H${x - 742}z`, '#0a7ea4'),
    line(
      [
        [x - 740, y - 50],
        [x - 740, y - 120],
        [x - 610, y - 120],
      ],
      '#8fa3a8',
      8,
    ),
    path(`M${x + 700} ${y + 90}q90 -30 170 10q-80 20 -170 -10z`, { fill: '#fff', opacity: 0.8 }),
  ];
}

function stage(c: Canvas): string[] {
  const r = c.random;
  const planks = Array.from({ length: 40 }, (_, each) =>
    segment(0 + each * 62, 1390, -60 + each * 66, 1600, '#8a6a4c', 4, 0.5),
  );
  const queue = Array.from({ length: 12 }, (_, each) => {
    const [x, y, h] = [240 + each * 150 + r.between(-30, 30), 1470 + (each % 3) * 34, 290 + (each % 3) * 22];
    return (
      ellipse(x, y, h * 0.22, h * 0.03, { fill: '#4f3720', opacity: 0.4 }) +
      figure(
        x,
        y,
        h,
        r.pick(['stand', 'walk', 'stand', 'raise']),
        {
          shirt: r.pick(clothes),
          skin: r.pick(skins),
          longHair: r.chance(0.5),
          hat: r.pick(['none', 'none', 'cone', 'cap']),
          bag: r.pick(['#d1495b', '#3d5a80', '#c98f57']),
        },
        r.chance(0.5),
      )
    );
  });
  const roof = [
    rect(1500, 1010, 18, 440, '#5d7a8a'),
    rect(2160, 1010, 18, 440, '#5d7a8a'),
    path('M1420 1020Q1840 900 2260 1020L2240 1052Q1840 940 1440 1052z', c.down('#e63946', '#b52a36')),
    rect(1600, 1360, 470, 20, '#c98f57', 6),
    rect(1630, 1380, 14, 80, '#5d7a8a'),
    rect(2020, 1380, 14, 80, '#5d7a8a'),
  ];
  return [
    rect(0, 1380, 2400, 220, c.down('#d3b48c', '#a98a66')),
    ...planks,
    rect(0, 1372, 2400, 16, '#f3e3c3'),
    ...[90, 1260, 2330].map((x) => rect(x, 1300, 34, 90, '#5d4a38', 10)),
    ...roof,
    ...queue,
  ];
}
