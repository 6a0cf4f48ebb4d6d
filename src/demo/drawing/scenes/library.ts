import { clothes, figure, skins } from '../brushes/people.ts';
import { glow, vignette } from '../brushes/sky.ts';
import { crown } from '../brushes/trees.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, polygon, rect, segment } from '../svg.ts';

const spines = ['#8f3b3b', '#2f5d73', '#b98a3f', '#4f7a5c', '#6b4a73', '#e6d8b8', '#33475b', '#b5653f'] as const;

/** A reading room: tall windows on a garden, walls of books with a gallery, long tables with green lamps. */
export function library(c: Canvas): void {
  c.add(
    rect(0, 0, 2400, 1150, c.down('#e9d6ae', '#f4e6c8')),
    ceiling(c),
    ...windows(c),
    ...bookWall(c, -20, 560),
    ...bookWall(c, 1860, 560),
  );
  c.add(
    rect(0, 1060, 2400, 540, c.down('#a8754a', '#7a4f30')),
    ...Array.from({ length: 17 }, (_, each) =>
      segment(1200 + (each - 8) * 150, 1060, 1200 + (each - 8) * 330, 1600, '#5c3820', 4, 0.4),
    ),
  );
  for (const x of [700, 1060, 1420])
    c.add(
      polygon(
        [
          [x, 1060],
          [x + 250, 1060],
          [x + 560 * (x / 1300), 1600],
          [x - 160 + 90 * (x / 1300), 1600],
        ],
        { fill: '#fff3c4', opacity: 0.22 },
      ),
    );
  c.add(...table(c, 1180, 0.6, 5), ...table(c, 1340, 0.9, 4), ...table(c, 1580, 1.35, 3), vignette(c, '#241204', 0.5));
}

const ceiling = (c: Canvas): string =>
  [
    rect(0, 0, 2400, 90, c.down('#7a4e2b', '#5c3820')),
    ...Array.from({ length: 13 }, (_, each) => rect(each * 200 - 30, 0, 40, 130, '#5c3820')),
    rect(0, 90, 2400, 16, '#c99a5b'),
    ...[800, 1200, 1600].map((x) =>
      [
        segment(x, 0, x, 220, '#3f2614', 6),
        glow(c, x, 270, 260, '#fff0c0', 0.6),
        circle(x, 270, 52, c.round('#fffdf0', '#ffe3a0')),
      ].join(''),
    ),
  ].join('');

function windows(c: Canvas): string[] {
  return [640, 1010, 1380].flatMap((x) => {
    const [y, w, h] = [190, 300, 800];
    const shape = path(`M${x} ${y + h}V${y + 150}A150 150 0 0 1 ${x + w} ${y + 150}V${y + h}z`, '#000');
    const garden = [
      rect(x, y, w, h, c.down('#bfe3ee', '#eef7df', '#d7ecc0')),
      ...Array.from({ length: 6 }, (_, each) =>
        crown(c, x + each * 60, y + h - 110 - (each % 3) * 70, 110, 100, ['#6fae78', '#93c68b', '#b7dba0']),
      ),
    ];
    return [
      c.inside(shape, ...garden),
      glow(c, x + w / 2, y + 380, 460, '#fffbe0', 0.45),
      path(`M${x} ${y + h}V${y + 150}A150 150 0 0 1 ${x + w} ${y + 150}V${y + h}z`, { stroke: '#8a5a34', width: 24 }),
      ...[0.33, 0.66].map((part) => rect(x + w * part - 6, y + 10, 12, h - 10, '#8a5a34')),
      ...[0.3, 0.55, 0.8].map((part) => rect(x, y + h * part, w, 12, '#8a5a34')),
      rect(x - 40, y + h, w + 80, 30, '#8a5a34'),
    ];
  });
}

function bookWall(c: Canvas, x: number, w: number): string[] {
  const parts = [rect(x, 120, w, 950, '#6a4325'), rect(x + 14, 130, w - 28, 930, '#4a2d18')];
  for (let row = 0; row < 8; row += 1) {
    const y = 142 + row * 114 + (row > 3 ? 24 : 0);
    for (let at = x + 20; at < x + w - 30; ) {
      const width = c.random.between(11, 24);
      const h = c.random.between(66, 92);
      if (c.random.chance(0.94))
        parts.push(
          rect(at, y + 96 - h, width - 2, h, c.random.pick(spines)),
          rect(at + 2, y + 96 - h * 0.8, width - 6, 5, { fill: '#f4e3b0', opacity: 0.7 }),
        );
      at += width;
    }
    parts.push(rect(x + 8, y + 96, w - 16, 13, '#8a5a34'));
  }
  const rail = Array.from({ length: Math.floor(w / 26) }, (_, each) => rect(x + each * 26, 540, 7, 70, '#c99a5b'));
  return [
    ...parts,
    rect(x - 10, 610, w + 20, 24, '#c99a5b'),
    ...rail,
    rect(x - 10, 530, w + 20, 14, '#c99a5b'),
    segment(x + w * 0.5 - 50, 640, x + w * 0.5 - 90, 1064, '#c99a5b', 13),
    segment(x + w * 0.5 + 30, 640, x + w * 0.5 - 10, 1064, '#c99a5b', 13),
    ...Array.from({ length: 8 }, (_, each) =>
      segment(
        x + w * 0.5 - 54 - each * 4.6,
        690 + each * 48,
        x + w * 0.5 + 24 - each * 4.6,
        690 + each * 48,
        '#c99a5b',
        9,
      ),
    ),
  ];
}

function table(c: Canvas, y: number, s: number, seats: number): string[] {
  const r = c.random;
  const w = 1500 * s;
  const left = 1200 - w / 2;
  const h = 130 * s;
  const readers = Array.from({ length: seats }, (_, each) =>
    figure(
      left + ((each + 0.5) / seats) * w - 30 * s,
      y + 60 * s,
      430 * s,
      'sit',
      { shirt: r.pick(clothes), trousers: '#3d405b', skin: r.pick(skins), longHair: r.chance(0.5) },
      each % 2 === 1,
    ),
  );
  const things = Array.from({ length: seats }, (_, each) => {
    const x = left + ((each + 0.5) / seats) * w;
    const side = each % 2 === 1 ? -1 : 1;
    const book =
      polygon(
        [
          [x + side * 40 * s, y - h - 4 * s],
          [x + side * 96 * s, y - h - 26 * s],
          [x + side * 150 * s, y - h - 4 * s],
          [x + side * 96 * s, y - h + 8 * s],
        ],
        '#fffaf0',
      ) + segment(x + side * 96 * s, y - h - 26 * s, x + side * 96 * s, y - h + 8 * s, '#b98a5c', 3 * s);
    return book;
  });
  const lamps = Array.from({ length: seats + 1 }, (_, each) => {
    const x = left + (each / seats) * w;
    return [
      glow(c, x, y - h - 60 * s, 170 * s, '#ffe9a8', 0.65),
      rect(x - 6 * s, y - h - 80 * s, 12 * s, 80 * s, '#c99a3f'),
      ellipse(x, y - h, 40 * s, 9 * s, '#c99a3f'),
      path(
        `M${x - 74 * s} ${y - h - 76 * s}Q${x} ${y - h - 150 * s} ${x + 74 * s} ${y - h - 76 * s}z`,
        c.down('#2f8f6a', '#1d6b4f'),
      ),
      ellipse(x, y - h - 76 * s, 66 * s, 8 * s, '#fff6cf'),
    ].join('');
  });
  const piles = Array.from({ length: 4 }, (_, each) =>
    rect(left + w * 0.46 + (each % 2) * 6 * s, y - h - (each + 1) * 15 * s, 110 * s, 14 * s, r.pick(spines), 3),
  );
  return [
    ellipse(1200, y + 66 * s, w * 0.56, 40 * s, { fill: '#3f2410', opacity: 0.4 }),
    ...readers,
    rect(left - 40 * s, y - h, w + 80 * s, 30 * s, c.down('#b9814a', '#8a5a34'), 8),
    rect(left, y - h + 30 * s, w, 40 * s, '#6a4325'),
    ...[0, 1].map((end) => rect(left + end * (w - 46 * s), y - h + 30 * s, 46 * s, 190 * s, '#7a4e2b')),
    ...things,
    ...piles,
    ...lamps,
  ];
}
