import { streetLamp } from '../brushes/lights.ts';
import { clothes, figure, skins } from '../brushes/people.ts';
import { glow, sky, stars, streaks, vignette } from '../brushes/sky.ts';
import { paved } from '../brushes/street.ts';
import { crown, palm } from '../brushes/trees.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, polygon, rect, segment } from '../svg.ts';

const base = 1180;
const stone = ['#fff1dc', '#f0cfa8', '#c99a86'] as const;

/** The opera house at the blue hour: a great arch, columns, wide stairs, light falling out of the doors. */
export function operaHouse(c: Canvas): void {
  c.add(
    sky(c, ['#1b2a66', '#5a4f9c', [0.62, '#c77a9c'], '#ffb88a'], base),
    stars(c, 50, 380),
    streaks(c, 10, 240, 640, '#ffc4b0', 0.4),
  );
  c.add(glow(c, 1200, 900, 1000, '#ffcf8f', 0.5));
  for (let x = -40; x < 2460; x += 120)
    if (Math.abs(x - 1200) > 640) c.add(crown(c, x, base - 70, 150, 150, ['#232b55', '#2f3a63', '#43507a']));
  c.add(rect(0, base - 4, 2400, 130, c.down('#d9a08f', '#b98a8c')), ...side(c, 380), ...side(c, 1700), ...front(c));
  c.add(
    rect(0, base + 120, 2400, 400, c.down('#b98a8c', '#6f5a7d', '#3a3560')),
    paved([1200, 900], base + 120, '#2d2850', 0.35),
    ...stairs(c),
  );
  c.add(ellipse(1200, base + 180, 760, 90, c.round([0, '#ffd79a', 0.55], [1, '#ffd79a', 0])));
  for (const [x, h, lean] of [
    [190, 720, 50],
    [330, 560, -30],
    [2210, 740, -50],
    [2070, 570, 30],
  ] as const)
    c.add(palm(c, x, base + 130, h, '#3a2f55', '#2a4a5c', lean));
  for (const x of [560, 1800]) c.add(streetLamp(c, x, base + 200, 420, '#221d40', '#ffdf9e'));
  c.add(...visitors(c), vignette(c, '#0a0826', 0.5));
}

function front(c: Canvas): string[] {
  const wall = c.down(...stone);
  const columns = [-330, -230, 230, 330].map((dx) =>
    [
      rect(1200 + dx - 26, base - 540, 52, 540, c.across('#fff6e6', '#e2b98f')),
      rect(1200 + dx - 38, base - 560, 76, 26, '#fff3dd'),
      rect(1200 + dx - 38, base - 22, 76, 26, '#f2d5b0'),
    ].join(''),
  );
  const doors = [-110, 0, 110].map(
    (dx) =>
      path(`M${1200 + dx - 42} ${base}v-210q42 -60 84 0v210z`, c.down('#ffe9b0', '#ffb85c')) +
      segment(1200 + dx, base, 1200 + dx, base - 235, '#8a5a3a', 6) +
      segment(1200 + dx - 40, base - 120, 1200 + dx + 40, base - 120, '#8a5a3a', 5),
  );
  const rays = Array.from({ length: 9 }, (_, each) =>
    segment(
      1200,
      base - 420,
      1200 + Math.cos(Math.PI + (each * Math.PI) / 8) * 190,
      base - 420 + Math.sin(Math.PI + (each * Math.PI) / 8) * 190,
      '#b07a50',
      7,
    ),
  );
  const statues = [-300, 300].map((dx) =>
    figure(1200 + dx, base - 590, 150, 'raise', {
      shirt: '#f6e2c6',
      trousers: '#f0d6b4',
      skin: '#f6e2c6',
      hair: '#e8c9a0',
      skirt: true,
    }),
  );
  return [
    rect(800, base - 620, 800, 620, wall),
    path(`M930 ${base}V${base - 430}A270 270 0 0 1 1470 ${base - 430}V${base}z`, '#f7dcb8'),
    path(`M970 ${base}V${base - 420}A230 230 0 0 1 1430 ${base - 420}V${base}z`, c.down('#a8765e', '#7d4f4a')),
    path(`M1000 ${base - 420}A200 200 0 0 1 1400 ${base - 420}z`, c.down('#ffe3a3', '#ffc069')),
    ...rays,
    path(`M1000 ${base - 420}A200 200 0 0 1 1400 ${base - 420}z`, { stroke: '#fff3dd', width: 14 }),
    rect(980, base - 420, 440, 30, '#fff3dd'),
    rect(1000, base - 390, 400, 130, '#c79a7a'),
    ...[1030, 1120, 1210, 1300].map((x) => rect(x, base - 376, 66, 100, c.down('#ffe3a3', '#ffc069'), 4)),
    ...doors,
    ...columns,
    rect(770, base - 650, 860, 40, '#fff3dd'),
    rect(790, base - 610, 820, 14, '#cfa27f'),
    path(`M800 ${base - 650}Q1200 ${base - 930} 1600 ${base - 650}z`, c.down('#ffe9cc', '#dba98a')),
    path(`M860 ${base - 652}Q1200 ${base - 880} 1540 ${base - 652}z`, '#c98f7d'),
    circle(1200, base - 712, 44, '#fff3dd'),
    path(`M1180 ${base - 690}q20 -70 40 0q-20 16 -40 0`, '#c98f7d'),
    ...statues,
    ellipse(1200, base - 800, 26, 16, '#fff3dd'),
    segment(1200, base - 810, 1200, base - 880, '#fff3dd', 6),
  ];
}

function side(c: Canvas, x: number): string[] {
  const openings = [60, 200].map(
    (dx) =>
      path(`M${x + dx - 30} ${base - 60}v-160q46 -56 92 0v160z`, c.down('#ffdf9e', '#f2a65a')) +
      rect(x + dx - 44, base - 60, 120, 14, '#fff3dd') +
      rect(x + dx - 20, base - 430, 72, 110, c.down('#ffdf9e', '#e89a5c'), 30),
  );
  return [
    rect(x, base - 480, 330, 480, c.down(...stone)),
    ...openings,
    rect(x - 16, base - 300, 362, 18, '#fff3dd'),
    rect(x - 20, base - 500, 370, 26, '#fff3dd'),
    polygon(
      [
        [x - 10, base - 500],
        [x + 40, base - 600],
        [x + 290, base - 600],
        [x + 340, base - 500],
      ],
      c.down('#7d5a72', '#5a4468'),
    ),
  ];
}

const stairs = (c: Canvas): string[] =>
  Array.from(
    { length: 9 },
    (_, step) =>
      rect(760 - step * 26, base + step * 15, 880 + step * 52, 16, step % 2 === 0 ? '#fbe3c2' : '#dcb28f') +
      rect(760 - step * 26, base + step * 15 + 11, 880 + step * 52, 5, {
        fill: c.across('#8a5a5a', '#6f4a68'),
        opacity: 0.6,
      }),
  );

function visitors(c: Canvas): string[] {
  const r = c.random;
  return Array.from({ length: 13 }, (_, each) => {
    const near = each / 13;
    const [x, y, h] = [r.between(620, 1800), base + 130 + near * 280, 140 + near * 150];
    return (
      ellipse(x, y, h * 0.22, h * 0.03, { fill: '#1b1638', opacity: 0.45 }) +
      figure(
        x,
        y,
        h,
        r.pick(['walk', 'stand']),
        {
          shirt: r.pick(clothes),
          trousers: r.pick(['#2b2950', '#4a2f4f', '#3a3a5a']),
          skin: r.pick(skins),
          longHair: r.chance(0.5),
          skirt: r.chance(0.3),
        },
        r.chance(0.5),
      )
    );
  });
}
