import { clothes, figure, skins } from '../brushes/people.ts';
import { birds, cloud, glow, sky, vignette } from '../brushes/sky.ts';
import { paved } from '../brushes/street.ts';
import { tree } from '../brushes/trees.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, polygon, rect, rects, segment } from '../svg.ts';

const base = 1150;
const brick = ['#d2694a', '#b5503a'] as const;

/** The red-brick cathedral on its square under a blue sky: two spires, flower beds, pigeons. */
export function cathedralSquare(c: Canvas): void {
  c.add(sky(c, ['#2f8fd0', '#84c7ea', [0.8, '#dff1f2'], '#fdf3dc'], base + 40), glow(c, 380, 260, 700, '#fff8dc', 0.7));
  c.add(
    cloud(c, 180, 470, 560, '#fff', 0.9),
    cloud(c, 1720, 380, 520, '#fff', 0.85),
    cloud(c, 1560, 180, 300, '#fff', 0.6),
  );
  for (const [x, h] of [
    [120, 520],
    [380, 430],
    [2030, 450],
    [2290, 540],
  ] as const)
    c.add(tree(c, x, base + 30, h, '#6b4f3a', ['#2d6a4f', '#40916c', '#74c69d']));
  c.add(...nave(c), spire(c, 930), spire(c, 1470));
  c.add(
    rect(0, base, 2400, 450, c.down('#e9d3ae', '#cfae86')),
    paved([1200, 760], base, '#a98560', 0.35),
    ...garden(c),
  );
  for (let each = 0; each < 34; each += 1)
    c.add(pigeon(c, 700 + c.random.between(-420, 900), 1400 + c.random.between(-40, 170)));
  c.add(...walkers(c), birds(c, 1180, 300, 7, '#4a5a70', 26), vignette(c, '#2c1508', 0.34));
}

const bricks = (x: number, y: number, w: number, h: number) =>
  rects(
    Array.from(
      { length: Math.floor(h / 13) * 5 },
      (_, each) => [x + ((each * 37) % Math.max(1, Math.floor(w - 26))), y + Math.floor(each / 5) * 13, 22, 3] as const,
    ),
    { fill: '#7d2f22', opacity: 0.28 },
  );

const lancet = (x: number, y: number, w: number, h: number, fill: string) =>
  path(`M${x - w / 2} ${y}V${y - h + w * 0.5}A${w / 2} ${w / 2} 0 0 1 ${x + w / 2} ${y - h + w * 0.5}V${y}z`, fill) +
  path(`M${x - w / 2} ${y - h + w * 0.5}A${w / 2} ${w / 2} 0 0 1 ${x + w / 2} ${y - h + w * 0.5}`, {
    stroke: '#f6e3c8',
    width: Math.max(4, w * 0.1),
  });

function nave(c: Canvas): string[] {
  const rose = Array.from({ length: 12 }, (_, each) =>
    circle(
      1200 + Math.cos((each * Math.PI) / 6) * 62,
      base - 470 + Math.sin((each * Math.PI) / 6) * 62,
      19,
      each % 2 === 0 ? '#5aa3c7' : '#e8b04a',
    ),
  );
  return [
    rect(720, base - 300, 960, 300, c.down(...brick)),
    ...[790, 1610].map((x) => lancet(x, base - 70, 74, 170, '#4a2a30')),
    polygon(
      [
        [1010, base - 600],
        [1200, base - 760],
        [1390, base - 600],
      ],
      '#c75c42',
    ),
    rect(1010, base - 610, 380, 610, c.down(...brick)),
    bricks(1020, base - 600, 360, 590),
    rect(1000, base - 624, 400, 20, '#f6e3c8'),
    circle(1200, base - 470, 104, '#f6e3c8'),
    circle(1200, base - 470, 88, '#3a3a5a'),
    ...rose,
    circle(1200, base - 470, 24, '#d1495b'),
    rect(1000, base - 340, 400, 16, '#f6e3c8'),
    lancet(1200, base, 150, 290, c.down('#5a3524', '#3a2018')),
    lancet(1070, base, 84, 200, '#4a2a20'),
    lancet(1330, base, 84, 200, '#4a2a20'),
    circle(1200, base - 690, 26, '#f6e3c8'),
    segment(1200, base - 760, 1200, base - 840, '#f6e3c8', 8),
    segment(1180, base - 815, 1220, base - 815, '#f6e3c8', 8),
    rect(980, base - 10, 440, 16, '#f6e3c8'),
  ];
}

function spire(c: Canvas, x: number): string {
  const w = 170;
  return [
    rect(x - w / 2, base - 760, w, 760, c.across('#dd7a58', '#a8432f')),
    bricks(x - w / 2 + 8, base - 750, w - 16, 740),
    ...[-560, -320].map((dy) => rect(x - w / 2 - 12, base + dy, w + 24, 16, '#f6e3c8')),
    lancet(x - 34, base - 600, 46, 130, '#4a2a30'),
    lancet(x + 34, base - 600, 46, 130, '#4a2a30'),
    lancet(x, base - 370, 66, 150, '#4a2a30'),
    lancet(x, base - 60, 80, 190, '#4a2a30'),
    rect(x - w / 2 - 14, base - 776, w + 28, 20, '#f6e3c8'),
    polygon(
      [
        [x - w / 2, base - 776],
        [x, base - 1010],
        [x + w / 2, base - 776],
      ],
      c.across('#9aa7b0', '#5d6b78'),
    ),
    polygon(
      [
        [x, base - 1010],
        [x + w / 2, base - 776],
        [x + 10, base - 776],
      ],
      { fill: '#3f4c5a', opacity: 0.4 },
    ),
    segment(x, base - 1006, x, base - 1066, '#e8c56a', 6),
    segment(x - 16, base - 1046, x + 16, base - 1046, '#e8c56a', 6),
  ].join('');
}

function garden(c: Canvas): string[] {
  const bed = (x: number, y: number, rx: number, ry: number) =>
    [
      ellipse(x, y + 8, rx + 12, ry + 8, '#b99872'),
      ellipse(x, y, rx, ry, '#5c9a4e'),
      ...Array.from({ length: Math.round(rx * 0.55) }, () => {
        const angle = c.random.between(0, Math.PI * 2);
        const out = Math.sqrt(c.random.next()) * 0.92;
        return circle(
          x + Math.cos(angle) * rx * out,
          y + Math.sin(angle) * ry * out,
          c.random.between(7, 13),
          c.random.pick(['#ffd166', '#ef476f', '#f78c6b', '#fff1f1', '#c77dff']),
        );
      }),
    ].join('');
  return [bed(430, 1330, 330, 62), bed(1980, 1330, 330, 62), bed(1200, 1270, 220, 34)];
}

function pigeon(c: Canvas, x: number, y: number): string {
  const s = c.random.between(0.8, 1.3);
  const turn = c.random.chance(0.5) ? 1 : -1;
  return [
    ellipse(x, y + 9 * s, 20 * s, 4 * s, { fill: '#6d4a2a', opacity: 0.3 }),
    ellipse(x, y, 20 * s, 11 * s, c.random.pick(['#7d8a99', '#9aa5b1', '#5d6875', '#e6e8ea'])),
    circle(x + turn * 18 * s, y - 12 * s, 7.5 * s, '#5d6875'),
    polygon(
      [
        [x + turn * 25 * s, y - 13 * s],
        [x + turn * 32 * s, y - 10 * s],
        [x + turn * 25 * s, y - 8 * s],
      ],
      '#f2a65a',
    ),
    polygon(
      [
        [x - turn * 16 * s, y - 4 * s],
        [x - turn * 38 * s, y + 3 * s],
        [x - turn * 14 * s, y + 7 * s],
      ],
      '#5d6875',
    ),
  ].join('');
}

function walkers(c: Canvas): string[] {
  const r = c.random;
  return Array.from({ length: 13 }, (_, each) => {
    const [x, y, h] = [r.between(800, 1610), base + 60 + each * 24, 150 + each * 14];
    return (
      ellipse(x, y, h * 0.22, h * 0.03, { fill: '#5e3f1a', opacity: 0.35 }) +
      figure(
        x,
        y,
        h,
        r.pick(['walk', 'stand', 'walk']),
        {
          shirt: r.pick(clothes),
          skin: r.pick(skins),
          longHair: r.chance(0.5),
          skirt: r.chance(0.25),
          hat: r.pick(['none', 'none', 'cone']),
        },
        r.chance(0.5),
      )
    );
  });
}
