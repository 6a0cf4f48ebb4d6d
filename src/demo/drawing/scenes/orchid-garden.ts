import { orchid } from '../brushes/flowers.ts';
import { figure } from '../brushes/people.ts';
import { glow, vignette } from '../brushes/sky.ts';
import type { Canvas } from '../canvas.ts';
import { ellipse, path, polygon, rect, segment } from '../svg.ts';

const kinds: readonly (readonly [petal: string, lip: string])[] = [
  ['#f6a6d0', '#c2185b'],
  ['#fdfdfb', '#f2c14e'],
  ['#b388eb', '#5e2ca5'],
  ['#f7d6e6', '#d6336c'],
  ['#ffe38a', '#c0562b'],
  ['#e45a9a', '#7d1d52'],
];

/** A glass house of orchids: rows running away from us, baskets hanging overhead, a gardener between them. */
export function orchidGarden(c: Canvas): void {
  c.add(
    rect(0, 0, 2400, 1600, c.down('#d7efe0', '#c3e3cf', '#8fbf9f')),
    glow(c, 1200, 520, 1100, '#fffde8', 0.9),
    ...house(c),
  );
  c.add(
    rect(0, 832, 2400, 768, c.down('#a9c9a4', '#7da383')),
    polygon(
      [
        [1080, 820],
        [1320, 820],
        [1960, 1600],
        [440, 1600],
      ],
      c.down('#e6dcc3', '#bfae8c'),
    ),
    ...Array.from({ length: 9 }, (_, row) =>
      segment(
        1080 - row * row * 8.4,
        826 + row * row * 9.4,
        1320 + row * row * 8.4,
        826 + row * row * 9.4,
        '#9c8a68',
        3,
        0.4,
      ),
    ),
  );
  c.add(
    figure(1200, 990, 320, 'reach', {
      shirt: '#3a7d6c',
      trousers: '#3d4a5c',
      skin: '#d99f74',
      hat: 'cone',
      longHair: true,
    }),
  );
  for (let depth = 0; depth < 6; depth += 1) for (const side of [-1, 1]) c.add(bench(c, depth, side));
  for (let depth = 1; depth < 6; depth += 1) for (const side of [-1, 1]) c.add(hanging(c, depth, side));
  c.add(...shafts, vignette(c, '#0c2f22', 0.4));
}

/** Light falling in through the roof. */
const shafts: readonly string[] = [
  polygon(
    [
      [300, 0],
      [760, 0],
      [1300, 1600],
      [500, 1600],
    ],
    { fill: '#fffef0', opacity: 0.08 },
  ),
  polygon(
    [
      [1500, 0],
      [1780, 0],
      [2300, 1600],
      [1700, 1600],
    ],
    { fill: '#fffef0', opacity: 0.08 },
  ),
];

/** Iron and glass: frames growing towards us, panes between them. */
function house(c: Canvas): string[] {
  const frame = (near: number) => {
    const half = 240 + 1150 * near;
    const [eaves, ridge, ground] = [640 - 560 * near, 520 - 900 * near, 830 + 800 * near];
    return path(`M${1200 - half} ${ground}V${eaves}L1200 ${ridge}L${1200 + half} ${eaves}V${ground}`, {
      stroke: '#5f9a83',
      width: 5 + 22 * near,
      opacity: 0.75,
    });
  };
  const rays = Array.from({ length: 13 }, (_, each) =>
    segment(
      960 + each * 40,
      640 - Math.max(0, 120 - Math.abs(each - 6) * 20),
      each * 200,
      each < 7 ? -40 : -40,
      '#a8d3ba',
      5,
      0.7,
    ),
  );
  return [
    rect(960, 560, 480, 280, c.down('#eefaf0', '#bfe0c6')),
    ...rays,
    ...[0, 0.06, 0.16, 0.33, 0.6, 1].map(frame),
    ...Array.from({ length: 16 }, () =>
      ellipse(c.random.between(970, 1430), c.random.between(740, 830), 40, 26, {
        fill: c.random.pick(['#6fae84', '#8cc49a', '#5a9a74']),
        opacity: 0.8,
      }),
    ),
  ];
}

const spot = (depth: number) => ((depth + 0.3) / 6) ** 1.7;

function bench(c: Canvas, depth: number, side: number): string {
  const near = spot(depth);
  const x = 1200 + side * (230 + 900 * near);
  const y = 850 + 560 * near;
  const s = 0.28 + 1.2 * near;
  const [petal, lip] = kinds[(depth * 2 + (side > 0 ? 1 : 0)) % kinds.length] ?? ['#fff', '#f00'];
  const pots = Array.from({ length: 4 }, (_, each) =>
    plant(c, x + side * (each * 150 - 120) * s, y - each * 6 * s, s, petal, lip),
  );
  return [
    rect(x - 330 * s, y - 4 * s, 660 * s, 22 * s, '#8a6a46'),
    rect(x - 300 * s, y + 18 * s, 24 * s, 190 * s, '#6d5236'),
    rect(x + 276 * s, y + 18 * s, 24 * s, 190 * s, '#6d5236'),
    ...pots,
  ].join('');
}

function plant(c: Canvas, x: number, y: number, s: number, petal: string, lip: string): string {
  const leaves = [-60, -24, 24, 60].map((turn) =>
    path(
      `M${x} ${y - 60 * s}q${turn * 1.1 * s} ${-70 * s} ${turn * 2 * s} ${-20 * s}q${-turn * s} ${-14 * s} ${-turn * 2 * s} ${20 * s}z`,
      turn % 48 === 0 ? '#3f8a58' : '#56a36c',
    ),
  );
  const stems = [-1, 1].map((lean) => {
    const [ex, ey] = [x + lean * 120 * s, y - 330 * s];
    const flowers = Array.from({ length: 6 }, (_, each) => {
      const t = 0.35 + each * 0.13;
      const px = x + lean * 120 * s * t ** 1.4 + c.random.between(-8, 8) * s;
      const py = y - 60 * s - 300 * s * Math.sin((t * Math.PI) / 1.75);
      return orchid(px, py, (34 - each * 2) * s, petal, lip, c.random.between(-20, 20));
    });
    return (
      path(`M${x} ${y - 60 * s}Q${x + lean * 20 * s} ${y - 330 * s} ${ex} ${ey + 40 * s}`, {
        stroke: '#4f8f5a',
        width: 5 * s,
      }) + flowers.join('')
    );
  });
  return [
    ...leaves,
    path(
      `M${x - 50 * s} ${y - 66 * s}H${x + 50 * s}L${x + 38 * s} ${y}H${x - 38 * s}z`,
      c.across('#d98a5c', '#a85c3a'),
    ),
    rect(x - 56 * s, y - 74 * s, 112 * s, 14 * s, '#e6a075'),
    ...stems,
  ].join('');
}

function hanging(c: Canvas, depth: number, side: number): string {
  const near = spot(depth);
  const s = 0.3 + 1.05 * near;
  const x = 1200 + side * (150 + 640 * near);
  const y = 560 - 230 * near;
  const [petal, lip] = kinds[(depth + (side > 0 ? 3 : 0)) % kinds.length] ?? ['#fff', '#f00'];
  const trailing = Array.from({ length: 9 }, (_, each) =>
    orchid(
      x + (each - 4) * 26 * s,
      y + (70 + Math.abs(each - 4) * -9 + c.random.between(0, 50)) * s,
      27 * s,
      petal,
      lip,
      c.random.between(-40, 40),
    ),
  );
  const roots = Array.from({ length: 7 }, (_, each) =>
    path(
      `M${x + (each - 3) * 20 * s} ${y + 30 * s}q${c.random.between(-20, 20) * s} ${80 * s} ${c.random.between(-10, 10) * s} ${150 * s}`,
      { stroke: '#9fb98a', width: 3 * s, opacity: 0.8 },
    ),
  );
  return [
    segment(x, y - 700 * s, x - 70 * s, y, '#6d7f6a', 2.5 * s),
    segment(x, y - 700 * s, x + 70 * s, y, '#6d7f6a', 2.5 * s),
    ...roots,
    path(`M${x - 84 * s} ${y}H${x + 84 * s}L${x + 60 * s} ${y + 50 * s}H${x - 60 * s}z`, '#8a6a46'),
    ...[-50, -20, 20, 50].map((dx) => path(`M${x} ${y}q${dx * s} ${-70 * s} ${dx * 2.2 * s} ${-10 * s}z`, '#4f9a66')),
    ...trailing,
  ].join('');
}
