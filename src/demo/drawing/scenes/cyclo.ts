import { glow, sky, vignette } from '../brushes/sky.ts';
import { paved } from '../brushes/street.ts';
import { crown, foliage } from '../brushes/trees.ts';
import { cycloDriver, cycloGuest, cyclo as cycloShape } from '../brushes/vehicles.ts';
import type { Canvas } from '../canvas.ts';
import { ellipse, path, polygon, rect } from '../svg.ts';

const leaves = ['#2f6b3f', '#4a8f4c', '#7fb95a', '#b4d66f'] as const;

/** A boulevard under tamarind trees; light falls through in spots on the cyclo and the road. */
export function cyclo(c: Canvas): void {
  c.add(sky(c, ['#cfeccf', '#eaf6cf', '#fff6d0'], 1100), glow(c, 1320, 620, 900, '#fffbd8', 0.9));
  c.add(
    ...houses(c),
    rect(0, 1060, 2400, 540, c.down('#c9bfa2', '#a39a86', '#7f7a74')),
    paved([1320, 880], 1150, '#6d675c', 0.25),
    rect(0, 1050, 2400, 40, '#d9cfae'),
    rect(0, 1086, 2400, 12, '#8d8570'),
  );
  for (let row = 0; row < 4; row += 1) {
    const near = row / 3;
    const s = 0.45 + near * 0.75;
    for (const side of [-1, 1]) c.add(trunk(c, 1320 + side * (330 + 720 * near), 1080 + 70 * near, s));
    for (let each = 0; each < 5; each += 1)
      c.add(
        crown(
          c,
          each * 640 - 100 + c.random.between(-120, 120),
          430 - 240 * near,
          420,
          190,
          leaves.slice(0, 2 + Math.min(2, row)),
        ),
      );
  }
  c.add(foliage(c, [0, 60], [2400, 40], 130, 120, leaves), ...light(c));
  const [x, y, s] = [1050, 1450, 1.75];
  c.add(cycloDriver(x, y, s), cycloShape(x, y, s, '#c8553d', '#8c2f39'), cycloGuest(x, y, s, '#2e86ab'), hood(x, y, s));
  c.add(
    ...Array.from({ length: 26 }, () =>
      ellipse(
        c.random.between(0, 2400),
        c.random.between(300, 1580),
        12,
        5,
        { fill: c.random.pick(['#d9c04a', '#8fb339']), opacity: 0.9 },
        c.random.between(0, 180),
      ),
    ),
    vignette(c, '#142a10', 0.5),
  );
}

/** Spots on the road and shafts between the crowns. */
function light(c: Canvas): string[] {
  const spots = Array.from({ length: 60 }, () =>
    ellipse(
      c.random.between(0, 2400),
      c.random.between(1140, 1590),
      c.random.between(20, 90),
      c.random.between(6, 20),
      {
        fill: '#fff3b8',
        opacity: c.random.between(0.12, 0.4),
      },
    ),
  );
  const shafts = Array.from({ length: 6 }, (_, each) =>
    polygon(
      [
        [600 + each * 240, 300],
        [690 + each * 240, 300],
        [420 + each * 250, 1300],
        [240 + each * 250, 1300],
      ],
      {
        fill: '#fffbd0',
        opacity: 0.07,
      },
    ),
  );
  return [...spots, ...shafts];
}

/** The near edge of the hood, over the guest. */
const hood = (x: number, y: number, s: number): string =>
  path(
    `M${x - 30 * s} ${y - 196 * s}Q${x - 40 * s} ${y - 290 * s} ${x + 40 * s} ${y - 306 * s}Q${x + 6 * s} ${y - 280 * s} ${x + 4 * s} ${y - 196 * s}z`,
    '#a8432f',
  );

function trunk(c: Canvas, x: number, y: number, s: number): string {
  const bark = c.across('#6d5138', '#4a3524');
  return [
    ellipse(x, y, 110 * s, 18 * s, { fill: '#4a4434', opacity: 0.5 }),
    path(
      `M${x - 70 * s} ${y}Q${x - 36 * s} ${y - 200 * s} ${x - 44 * s} ${y - 620 * s}L${x - 150 * s} ${y - 860 * s}L${x - 110 * s} ${y - 870 * s}L${x - 6 * s} ${y - 690 * s}L${x + 110 * s} ${y - 900 * s}L${x + 150 * s} ${y - 880 * s}L${x + 46 * s} ${y - 610 * s}Q${x + 38 * s} ${y - 200 * s} ${x + 76 * s} ${y}z`,
      bark,
    ),
    rect(x - 46 * s, y - 190 * s, 90 * s, 60 * s, { fill: '#f4f1de', opacity: 0.8 }),
  ].join('');
}

function houses(c: Canvas): string[] {
  return Array.from({ length: 9 }, (_, each) => {
    const x = each * 280 - 60;
    const h = c.random.between(330, 470);
    const panes = Array.from({ length: 6 }, (_, pane) =>
      rect(
        x + 30 + (pane % 3) * 80,
        1060 - h + 60 + Math.floor(pane / 3) * 150,
        44,
        90,
        { fill: '#6f9a86', opacity: 0.8 },
        6,
      ),
    );
    return [
      rect(x, 1060 - h, 270, h, c.random.pick(['#f1dfae', '#e9d09a', '#f3e5c3', '#e0c998'])),
      rect(x - 6, 1060 - h, 282, 20, '#c98b5c'),
      ...panes,
      rect(x + 100, 960, 66, 100, '#7d5a3c'),
    ].join('');
  });
}
