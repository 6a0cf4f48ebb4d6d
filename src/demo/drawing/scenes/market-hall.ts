import { tiles } from '../brushes/city.ts';
import { clothes, figure, type Look, skins } from '../brushes/people.ts';
import { cloud, sky, vignette } from '../brushes/sky.ts';
import { palm, tree } from '../brushes/trees.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, polygon, rect, rects, segment } from '../svg.ts';

const ground = 1180;

/** Noon before the market hall: clock tower, tiled roofs, striped awnings, people with baskets. */
export function marketHall(c: Canvas): void {
  c.add(sky(c, ['#2d8fc9', '#7cc4e4', [0.75, '#cfeaf0'], '#fdf1d6'], 1300));
  c.add(
    cloud(c, 160, 420, 520, '#fff', 0.9),
    cloud(c, 1700, 330, 640, '#fff', 0.85),
    cloud(c, 980, 190, 300, '#fff', 0.6),
  );
  c.add(...wing(c, 90, 1010), ...wing(c, 1300, 1010), ...clockTower(c));
  c.add(rect(0, ground, 2400, 420, c.down('#e9cf9f', '#cfa873')), paving());
  c.add(
    palm(c, 60, ground + 40, 760, '#8b6b43', '#2f7d4f', 50),
    palm(c, 2330, ground + 40, 820, '#8b6b43', '#2f7d4f', -60),
  );
  for (const x of [330, 640, 1620, 1930]) c.add(stall(c, x, ground + 60));
  c.add(
    tree(c, 2100, ground + 20, 470, '#6f5236', ['#2a6b45', '#3c8a57', '#63ad6d']),
    tree(c, 270, ground + 20, 430, '#6f5236', ['#2a6b45', '#3c8a57', '#63ad6d']),
  );
  c.add(...shoppers(c), vignette(c, '#3b2a12', 0.3));
}

function wing(c: Canvas, x: number, w: number): string[] {
  const arches = Array.from({ length: 7 }, (_, each) => {
    const ax = x + 50 + each * ((w - 100) / 7);
    const aw = (w - 100) / 7 - 34;
    return (
      path(`M${ax} ${ground}v-210q${aw / 2} -96 ${aw} 0v210z`, c.down('#5a3524', '#8a5636')) +
      path(`M${ax} ${ground - 210}q${aw / 2} -96 ${aw} 0`, { stroke: '#fff4da', width: 12 })
    );
  });
  const louvres = Array.from(
    { length: 22 },
    (_, each) => [x + 40 + each * ((w - 80) / 22), ground - 372, (w - 80) / 22 - 14, 44] as const,
  );
  return [
    polygon(
      [
        [x - 40, ground - 400],
        [x + 120, ground - 600],
        [x + w - 120, ground - 600],
        [x + w + 40, ground - 400],
      ],
      c.down('#c4573a', '#9c3f2b'),
    ),
    c.inside(
      polygon(
        [
          [x - 40, ground - 400],
          [x + 120, ground - 600],
          [x + w - 120, ground - 600],
          [x + w + 40, ground - 400],
        ],
        '#000',
      ),
      tiles(x - 40, ground - 600, w + 80, 210, '#6e2718'),
    ),
    rect(x, ground - 400, w, 400, c.down('#f7dfa9', '#e9c27f')),
    rect(x - 24, ground - 412, w + 48, 20, '#fff2d4'),
    rects(louvres, '#a9794a'),
    rect(x, ground - 312, w, 14, '#fff2d4'),
    ...arches,
  ];
}

function clockTower(c: Canvas): string[] {
  const x = 1200;
  const hand = (dx: number, dy: number, width: number) => segment(x, 560, x + dx, 560 + dy, '#3a2a20', width);
  return [
    rect(x - 210, ground - 520, 420, 520, c.across('#fbe6b8', '#e3b873')),
    polygon(
      [
        [x - 250, ground - 510],
        [x - 150, ground - 590],
        [x + 150, ground - 590],
        [x + 250, ground - 510],
      ],
      '#b54c32',
    ),
    path(`M${x - 105} ${ground}v-280q105 -120 210 0v280z`, c.down('#43261b', '#6d3f28')),
    path(`M${x - 105} ${ground - 280}q105 -120 210 0`, { stroke: '#fff6e0', width: 20 }),
    rect(x - 125, 440, 250, 160 + 10, c.across('#fdebc4', '#e5bc7a')),
    rect(x - 150, 424, 300, 24, '#fff4da'),
    polygon(
      [
        [x - 165, 426],
        [x - 70, 320],
        [x + 70, 320],
        [x + 165, 426],
      ],
      c.down('#cf5f40', '#a4432d'),
    ),
    polygon(
      [
        [x - 70, 322],
        [x, 236],
        [x + 70, 322],
      ],
      '#b54c32',
    ),
    segment(x, 240, x, 170, '#7c5a33', 8),
    circle(x, 520, 0.1, '#fff'),
    circle(x, 560, 88, '#fff4da'),
    circle(x, 560, 74, '#fffdf4'),
    ...Array.from({ length: 12 }, (_, hour) =>
      circle(
        x + Math.sin((hour * Math.PI) / 6) * 60,
        560 - Math.cos((hour * Math.PI) / 6) * 60,
        hour % 3 === 0 ? 6 : 3.5,
        '#3a2a20',
      ),
    ),
    hand(14, -34, 9),
    hand(-4, -52, 6),
  ];
}

function paving(): string {
  const rows = Array.from({ length: 9 }, (_, row) =>
    segment(0, ground + 14 + row * row * 5.6, 2400, ground + 14 + row * row * 5.6, '#b98e5c', 2 + row * 0.5, 0.5),
  );
  const lanes = Array.from({ length: 25 }, (_, lane) =>
    segment(1200 + (lane - 12) * 120, ground, 1200 + (lane - 12) * 330, 1600, '#b98e5c', 3, 0.35),
  );
  return [...rows, ...lanes].join('');
}

function stall(c: Canvas, x: number, y: number): string {
  const colours = c.random.pick([
    ['#d1495b', '#fff1e0'],
    ['#2e86ab', '#fff1e0'],
    ['#e08e1b', '#fff1e0'],
    ['#4c956c', '#fff1e0'],
  ]);
  const stripes = Array.from({ length: 8 }, (_, each) =>
    polygon(
      [
        [x - 110 + each * 27.5, y - 190],
        [x - 82.5 + each * 27.5, y - 190],
        [x - 100 + each * 33, y - 120],
        [x - 133 + each * 33, y - 120],
      ],
      colours[each % 2] ?? '#fff',
    ),
  );
  const scallops = Array.from({ length: 8 }, (_, each) =>
    circle(x - 116.5 + each * 33, y - 120, 16.5, colours[each % 2] ?? '#fff'),
  );
  const fruit = Array.from({ length: 34 }, (_, each) =>
    circle(
      x - 100 + (each % 17) * 12.5,
      y - 58 - Math.floor(each / 17) * 11 + c.random.between(-3, 3),
      10,
      c.random.pick(['#e4572e', '#f3a712', '#8fb339', '#d1495b', '#ffd166']),
    ),
  );
  return [
    ellipse(x, y + 6, 150, 16, { fill: '#6b4a22', opacity: 0.35 }),
    rect(x - 118, y - 150, 8, 156, '#7b5433'),
    rect(x + 110, y - 150, 8, 156, '#7b5433'),
    ...fruit,
    rect(x - 120, y - 52, 240, 56, '#a9713f'),
    rect(x - 120, y - 52, 240, 10, '#c98f57'),
    ...scallops,
    ...stripes,
  ].join('');
}

function shoppers(c: Canvas): string[] {
  const r = c.random;
  return Array.from({ length: 15 }, (_, each) => {
    const near = each / 15;
    const y = ground + 110 + near * 260;
    const x = r.between(80, 2320);
    const look: Look = {
      shirt: r.pick(clothes),
      trousers: r.pick(['#2b3a55', '#4a3f35', '#735d78', '#31572c']),
      skin: r.pick(skins),
      hat: r.pick(['none', 'cone', 'cone', 'none', 'cap']),
      longHair: r.chance(0.5),
      bag: r.pick(['#c98f57', '#6a994e', '#d1495b']),
    };
    const h = 190 + near * 150;
    return (
      ellipse(x + 10, y + 2, h * 0.22, h * 0.035, { fill: '#5e3f1a', opacity: 0.35 }) +
      figure(x, y, h, r.pick(['walk', 'stand', 'walk', 'reach']), look, r.chance(0.5))
    );
  });
}
