import { farCity, lotusTower, tower } from '../brushes/city.ts';
import { blossom } from '../brushes/flowers.ts';
import { bulbs } from '../brushes/lights.ts';
import { figure } from '../brushes/people.ts';
import { birds, sky, streaks, sun, vignette } from '../brushes/sky.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, polygon, rect, segment } from '../svg.ts';

const leaf = ['#3f8a4f', '#5aa85c', '#86c46e'] as const;

/** Golden hour on a roof: vegetable beds, a pergola with climbing flowers, two people at work, the city all round. */
export function rooftopGarden(c: Canvas): void {
  c.add(
    sky(c, ['#6f8fc9', '#c9a3c0', [0.6, '#f9b98f'], '#ffe0a3'], 1150),
    sun(c, 640, 760, 92, '#fffbe6', '#ffd28a'),
    streaks(c, 12, 120, 600, '#fff0dc', 0.45),
  );
  c.add(farCity(c, 1120, 260, 420, '#e3b09c'), lotusTower(c, 1010, 1120, 640, '#ffe0bd', '#b98a94', '#fff3df'));
  c.add(...towers(c));
  c.add(
    ...roofs(c),
    rect(0, 1130, 2400, 470, c.down('#d9b094', '#b98a74', '#94685c')),
    rect(0, 1084, 2400, 54, c.down('#f3d9bd', '#d1a98c')),
    ...Array.from({ length: 9 }, (_, each) =>
      segment(0, 1160 + each * each * 6.2, 2400, 1160 + each * each * 6.2, '#7d5548', 3, 0.25),
    ),
  );
  c.add(
    ...pergola(c),
    ellipse(1120, 1404, 90, 14, { fill: '#5c3a30', opacity: 0.4 }),
    figure(1120, 1400, 400, 'bend', {
      shirt: '#e07a5f',
      trousers: '#3d405b',
      skin: '#d99f74',
      hat: 'cone',
      longHair: true,
    }),
  );
  c.add(bed(c, 120, 1290, 560), bed(c, 800, 1250, 420), bed(c, 60, 1530, 820), bed(c, 1010, 1550, 700));
  c.add(
    ellipse(930, 1440, 80, 12, { fill: '#5c3a30', opacity: 0.4 }),
    figure(
      930,
      1440,
      430,
      'reach',
      { shirt: '#81b29a', trousers: '#5c4a6d', skin: '#e8b48c', hat: 'cap', hatColour: '#f2cc8f' },
      true,
    ),
    can(c, 800, 1200),
    birds(c, 1500, 330, 8, '#6d5a7a', 24),
    vignette(c, '#3a1420', 0.42),
  );
}

function towers(c: Canvas): string[] {
  const look = { left: '#f2bf9f', right: '#b58393', glass: '#fff0d8', lit: 0.15, light: '#fff6cf' } as const;
  const places = [
    [40, 170, 560],
    [240, 130, 430],
    [760, 130, 480],
    [1240, 150, 520],
    [1460, 120, 420],
    [2230, 180, 640],
  ] as const;
  return places.map(([x, w, h]) => tower(c, x, 1150, w, h, { ...look, top: c.random.pick(['flat', 'step', 'slant']) }));
}

const roofs = (c: Canvas): string[] =>
  Array.from({ length: 16 }, (_, each) => {
    const [x, y] = [each * 160 - 40, 1020 + c.random.between(-60, 50)];
    return (
      rect(x, y, 150, 140, c.random.pick(['#d99a84', '#c98a7a', '#e3ab8f'])) +
      polygon(
        [
          [x - 12, y + 4],
          [x + 30, y - 40],
          [x + 120, y - 40],
          [x + 162, y + 4],
        ],
        c.random.pick(['#a8553f', '#b5654a', '#8f4a3c']),
      ) +
      (c.random.chance(0.4) ? rect(x + 90, y - 90, 44, 56, '#cfd8dc', 8) : '')
    );
  });

function bed(c: Canvas, x: number, y: number, w: number): string {
  const h = w * 0.13;
  const plants: string[] = [];
  const kind = c.random.whole(0, 2);
  for (let each = 0; each < w / 34; each += 1) {
    const px = x + 18 + each * 34;
    const size = w * 0.055;
    for (let part = 0; part < 5; part += 1)
      plants.push(
        ellipse(
          px + c.random.between(-12, 12),
          y - size * c.random.between(0.1, 1.3),
          size * 0.6,
          size * 0.34,
          c.random.pick(leaf),
          c.random.between(-60, 60),
        ),
      );
    if (kind === 0)
      plants.push(
        circle(
          px + c.random.between(-10, 10),
          y - size * c.random.between(0.3, 1),
          12,
          c.random.pick(['#e63946', '#f4772e']),
        ),
      );
    if (kind === 1)
      plants.push(
        blossom(
          px + c.random.between(-10, 10),
          y - size * c.random.between(0.8, 1.5),
          17,
          c.random.pick(['#ffd166', '#f28ab2', '#fff6ee', '#c77dff']),
          '#c97a1f',
        ),
      );
    if (kind === 2)
      plants.push(
        ellipse(px, y - size * 0.5, 24, 20, '#9bd07a'),
        path(`M${px} ${y - size * 0.9}v26M${px - 12} ${y - size * 0.7}q12 10 24 0`, { stroke: '#e3f5c8', width: 3 }),
      );
  }
  return [
    rect(x, y - 6, w, 20, '#5c3f30'),
    ...plants,
    rect(x - 8, y + 6, w + 16, h, c.down('#b5793f', '#7d4f2c'), 6),
    segment(x - 4, y + h * 0.5, x + w + 4, y + h * 0.5, '#6a4025', 4, 0.6),
    ellipse(x + w / 2, y + h + 10, w * 0.52, 10, { fill: '#4f2f28', opacity: 0.35 }),
  ].join('');
}

function pergola(c: Canvas): string[] {
  const wood = c.across('#a8713f', '#7a4e2b');
  const [left, right, top, foot] = [1560, 2270, 640, 1380];
  const vines = Array.from({ length: 90 }, () =>
    ellipse(
      c.random.between(left - 60, right + 60),
      top + c.random.between(-50, 70),
      c.random.between(22, 46),
      c.random.between(14, 26),
      c.random.pick(leaf),
      c.random.between(-40, 40),
    ),
  );
  const flowers = Array.from({ length: 60 }, () => {
    const x = c.random.between(left - 50, right + 50);
    return blossom(
      x,
      top + c.random.between(-40, 100),
      c.random.between(13, 22),
      c.random.pick(['#e0559a', '#f28ab2', '#c9408a']),
      '#ffe08a',
    );
  });
  return [
    ellipse((left + right) / 2, foot + 20, 460, 40, { fill: '#5c3a30', opacity: 0.35 }),
    ...[left, right - 30].map((x) => rect(x, top, 32, foot - top, wood)),
    ...[left + 90, right - 120].map((x) => rect(x, top, 24, foot - top - 60, { fill: '#8a5a34', opacity: 0.9 })),
    rect(left - 70, top - 14, right - left + 140, 28, wood),
    ...Array.from({ length: 9 }, (_, each) => rect(left - 40 + each * 92, top - 60, 20, 60, '#8a5a34')),
    ...vines,
    ...flowers,
    bulbs(c, [left + 20, top + 60], [right - 20, top + 60], 60, 9, '#ffe3a0', 10),
    rect(left + 150, 1250, 330, 20, '#c98f57', 6),
    rect(left + 170, 1270, 16, 110, '#8a5a34'),
    rect(left + 440, 1270, 16, 110, '#8a5a34'),
    rect(left + 150, 1150, 330, 16, '#c98f57', 6),
    rect(left + 150, 1190, 330, 16, '#c98f57', 6),
    figure(
      left + 300,
      1384,
      380,
      'sit',
      { shirt: '#f2cc8f', trousers: '#6d597a', skin: '#e8b48c', longHair: true },
      true,
    ),
  ];
}

const can = (c: Canvas, x: number, y: number): string =>
  [
    path(`M${x - 60} ${y - 10}q-70 -20 -90 -80l-14 6q20 90 104 110z`, '#4a8fa8'),
    rect(x - 60, y - 70, 120, 110, c.across('#6fb3c9', '#3b7a94'), 12),
    path(`M${x + 50} ${y - 60}q80 10 70 90h-70`, { stroke: '#3b7a94', width: 12 }),
    ...Array.from({ length: 9 }, (_, each) =>
      segment(x - 158 - each * 3, y - 86 + each * 4, x - 190 - each * 6, y - 20 + each * 8, '#d7f1f7', 3, 0.8),
    ),
  ].join('');
