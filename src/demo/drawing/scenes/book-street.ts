import { clothes, figure, skins } from '../brushes/people.ts';
import { glow, sky, vignette } from '../brushes/sky.ts';
import { paved } from '../brushes/street.ts';
import { crown, foliage } from '../brushes/trees.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, polygon, rect, segment } from '../svg.ts';

const spines = ['#d1495b', '#2e86ab', '#edae49', '#66a182', '#8d5a97', '#f4f1de', '#3d5a80', '#e76f51'] as const;
const leaves = ['#3d7a4a', '#5a9a55', '#86bb62', '#b5d77a'] as const;

/** A street of bookstalls under trees whose crowns meet overhead; people leaf, read and talk. */
export function bookStreet(c: Canvas): void {
  const r = c.random;
  c.add(sky(c, ['#d9f0da', '#f3f7da', '#fff3cf'], 1000), glow(c, 1200, 720, 820, '#fffbdc', 0.95));
  for (let each = 0; each < 7; each += 1) c.add(crown(c, 820 + each * 130, 760, 120, 110, ['#a9d0a0', '#c3dfae']));
  c.add(rect(0, 930, 2400, 670, c.down('#e3d0b0', '#c9a985', '#a98766')), paved([1200, 800], 930, '#8a6a4c', 0.4));
  for (let depth = 0; depth < 4; depth += 1) {
    const near = ((depth + 0.35) / 4) ** 1.5;
    for (const side of [-1, 1])
      c.add(
        treeTrunk(c, 1200 + side * (230 + 900 * near), 950 + 330 * near, 0.4 + near),
        stall(c, 1200 + side * (360 + 980 * near), 960 + 420 * near, 0.42 + 0.95 * near, side),
      );
    for (let each = 0; each < 6; each += 1)
      c.add(
        crown(
          c,
          each * 520 - 100 + r.between(-90, 90),
          430 - 330 * near,
          330,
          150,
          leaves.slice(0, 2 + (depth > 1 ? 2 : 0)),
        ),
      );
    c.add(...readers(c, near));
  }
  c.add(foliage(c, [0, 30], [2400, 30], 120, 90, leaves), ...bunting(), bench(c));
  for (let each = 0; each < 40; each += 1)
    c.add(
      ellipse(r.between(300, 2100), r.between(1000, 1590), r.between(20, 80), r.between(6, 16), {
        fill: '#fff3b8',
        opacity: r.between(0.15, 0.4),
      }),
    );
  c.add(vignette(c, '#1c2408', 0.45));
}

function shelfOf(c: Canvas, x: number, y: number, w: number, h: number): string {
  const books: string[] = [];
  for (let at = x; at < x + w - 8; ) {
    const width = c.random.between(0.1, 0.22) * h;
    const tall = h * c.random.between(0.7, 0.96);
    books.push(
      rect(at, y + h - tall, width - 1, tall, c.random.pick(spines)),
      rect(at, y + h - tall * 0.8, width - 1, tall * 0.08, { fill: '#fff', opacity: 0.5 }),
    );
    at += width;
  }
  return books.join('') + rect(x - 4, y + h, w + 8, h * 0.1, '#8a5a34');
}

function stall(c: Canvas, x: number, y: number, s: number, side: number): string {
  const w = 560 * s;
  const left = side < 0 ? x - w : x;
  const top = y - 520 * s;
  const shelves = [0, 1, 2].map((row) => shelfOf(c, left + 24 * s, top + (130 + row * 112) * s, w - 48 * s, 92 * s));
  const stripes = Array.from({ length: 10 }, (_, each) =>
    polygon(
      [
        [left - 30 * s + (each * (w + 60 * s)) / 10, top + 70 * s],
        [left + 10 * s + (each * (w - 20 * s)) / 10, top - 30 * s],
        [left + 10 * s + ((each + 1) * (w - 20 * s)) / 10, top - 30 * s],
        [left - 30 * s + ((each + 1) * (w + 60 * s)) / 10, top + 70 * s],
      ],
      each % 2 === 0 ? c.random.pick(['#c8553d', '#2e7d6b', '#33658a']) : '#fff6e3',
    ),
  );
  const desk = [
    rect(left - 10 * s, y - 60 * s, w + 20 * s, 70 * s, c.down('#c08a55', '#8a5a34')),
    ...Array.from({ length: 9 }, (_, each) =>
      rect(
        left + (12 + each * 60) * s,
        y - (76 + (each % 3) * 14) * s,
        46 * s,
        (18 + (each % 3) * 14) * s,
        c.random.pick(spines),
        3,
      ),
    ),
  ];
  return [
    ellipse(left + w / 2, y + 10 * s, w * 0.6, 18 * s, { fill: '#5c3f24', opacity: 0.4 }),
    rect(left, top, w, 520 * s, c.down('#9c6b40', '#7a4e2b')),
    rect(left + 16 * s, top + 90 * s, w - 32 * s, 370 * s, '#4f3018'),
    ...shelves,
    ...stripes,
    ...desk,
  ].join('');
}

const treeTrunk = (c: Canvas, x: number, y: number, s: number): string =>
  path(
    `M${x - 50 * s} ${y}Q${x - 26 * s} ${y - 240 * s} ${x - 34 * s} ${y - 640 * s}L${x + 34 * s} ${y - 640 * s}Q${x + 30 * s} ${y - 240 * s} ${x + 56 * s} ${y}z`,
    c.across('#7d6045', '#4f3a28'),
  );

function readers(c: Canvas, near: number): string[] {
  const r = c.random;
  return Array.from({ length: 4 }, () => {
    const [x, y, h] = [
      1200 + r.between(-1, 1) * (200 + 560 * near),
      970 + 440 * near + r.between(-10, 30),
      150 + 290 * near,
    ];
    const left = r.chance(0.5);
    const reading = r.chance(0.6);
    const book = reading
      ? polygon(
          [
            [x + (left ? -0.36 : 0.2) * h, y - 0.66 * h],
            [x + (left ? -0.2 : 0.36) * h, y - 0.66 * h],
            [x + (left ? -0.22 : 0.34) * h, y - 0.56 * h],
            [x + (left ? -0.34 : 0.22) * h, y - 0.56 * h],
          ],
          r.pick(spines),
        )
      : '';
    return (
      ellipse(x, y, h * 0.22, h * 0.03, { fill: '#5c3f24', opacity: 0.4 }) +
      figure(
        x,
        y,
        h,
        reading ? 'reach' : r.pick(['walk', 'stand']),
        {
          shirt: r.pick(clothes),
          skin: r.pick(skins),
          longHair: r.chance(0.5),
          skirt: r.chance(0.25),
          bag: r.pick(['#c98f57', '#3d5a80']),
        },
        left,
      ) +
      book
    );
  });
}

const bunting = (): string[] =>
  [250, 420].map(
    (y, row) =>
      path(`M0 ${y - 120}Q1200 ${y + 190} 2400 ${y - 120}`, { stroke: '#6b4a30', width: 4 }) +
      Array.from({ length: 22 }, (_, each) => {
        const t = (each + 0.5) / 22;
        const [bx, by] = [t * 2400, y - 120 + 620 * t * (1 - t)];
        return (
          polygon(
            [
              [bx - 30, by],
              [bx + 30, by],
              [bx, by + 62],
            ],
            spines[(each + row * 3) % spines.length] ?? '#fff',
          ) + circle(bx, by, 3, '#6b4a30')
        );
      }).join(''),
  );

function bench(c: Canvas): string {
  const [x, y] = [1430, 1500];
  return [
    ellipse(x, y + 6, 330, 30, { fill: '#4f3720', opacity: 0.45 }),
    rect(x - 260, y - 130, 20, 136, '#4a3524'),
    rect(x + 240, y - 130, 20, 136, '#4a3524'),
    figure(x - 90, y - 4, 420, 'sit', { shirt: '#e4572e', trousers: '#3d5a80', longHair: true }),
    figure(x + 110, y - 4, 420, 'sit', { shirt: '#66a182', trousers: '#6d597a' }),
    rect(x - 290, y - 140, 580, 26, c.down('#b98351', '#8a5a34'), 8),
    polygon(
      [
        [x + 160, y - 190],
        [x + 250, y - 214],
        [x + 262, y - 180],
        [x + 176, y - 158],
      ],
      '#fff6e3',
    ),
    segment(x + 210, y - 202, x + 220, y - 168, '#8a5a34', 3),
  ].join('');
}
