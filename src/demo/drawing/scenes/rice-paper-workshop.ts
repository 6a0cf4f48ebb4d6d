import { figure } from '../brushes/people.ts';
import { cloud, glow, sky, vignette } from '../brushes/sky.ts';
import { bamboo, crown, palm } from '../brushes/trees.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, line, path, polygon, rect, segment } from '../svg.ts';

const ground = 760;

/** A sunny yard: round rice papers drying on slanted bamboo racks, two people at work. */
export function ricePaperWorkshop(c: Canvas): void {
  c.add(
    sky(c, ['#62b6dc', '#b5e2ea', '#fff5d6'], ground + 40),
    glow(c, 1900, 200, 620, '#fff4c9', 0.85),
    cloud(c, 500, 260, 520, '#fff', 0.8),
  );
  for (let x = -40; x < 2460; x += 130) c.add(crown(c, x, ground - 70, 130, 110, ['#4d9a5f', '#6fb46c', '#9acb7e']));
  c.add(...hut(c, 420, ground), ...hut(c, 1950, ground - 20));
  for (let each = 0; each < 9; each += 1)
    c.add(bamboo(c, 1080 + each * 38, ground + 10, c.random.between(420, 560), '#7fa34a', '#5a8f3d'));
  c.add(
    palm(c, 760, ground + 10, 560, '#8a6b48', '#3d8b52', -70),
    palm(c, 2320, ground + 10, 640, '#8a6b48', '#3d8b52', -90),
  );
  c.add(rect(0, ground, 2400, 840, c.down('#e9cf98', '#d1a868', '#b7874d')));
  c.add(
    figure(1290, 1010, 350, 'reach', {
      shirt: '#8e4a6e',
      trousers: '#2d2a3a',
      skin: '#d99f74',
      hat: 'cone',
      longHair: true,
    }),
  );
  for (let row = 0; row < 4; row += 1) c.add(...racks(c, row));
  c.add(
    ellipse(1000, 1496, 140, 24, { fill: '#6d4a22', opacity: 0.4 }),
    figure(1000, 1490, 560, 'bend', { shirt: '#3f7d8c', trousers: '#2d2a3a', skin: '#c98a5e', hat: 'cone' }),
  );
  c.add(basket(1330, 1500), vignette(c, '#3d2408', 0.34));
}

/** One row of racks across the yard, larger the nearer it is. */
function racks(c: Canvas, row: number): string[] {
  const near = (row + 0.4) / 4;
  const y = 850 + 660 * near ** 1.4;
  const w = 210 + 330 * near;
  const shift = row % 2 === 0 ? 0 : w * 0.5;
  const parts: string[] = [];
  for (let x = -w + shift; x < 2400 + w; x += w * 1.16) {
    const inAisle = Math.abs(x + w / 2 - 1180) < 260 + 140 * near;
    if (!inAisle) parts.push(rack(c, x, y, w));
  }
  return parts;
}

function rack(c: Canvas, x: number, y: number, w: number): string {
  const h = w * 0.56;
  const lean = w * 0.16;
  const corner = (u: number, v: number) => [x + u * w + (1 - v) * lean, y - h + v * h] as const;
  const slats = Array.from({ length: 11 }, (_, each) =>
    line([corner(0, each / 10), corner(1, each / 10)], '#b98d4f', w * 0.011, 0.9),
  );
  const frame = [
    line([corner(0, 0), corner(0, 1)], '#8f6a36', w * 0.026),
    line([corner(1, 0), corner(1, 1)], '#8f6a36', w * 0.026),
    line([corner(0.94, 0.04), [x + w * 1.08, y + h * 0.16]], '#7a5828', w * 0.024),
    line([corner(0.06, 0.9), [x + w * 0.04, y + h * 0.16]], '#7a5828', w * 0.024),
  ];
  const papers: string[] = [];
  for (let line_ = 0; line_ < 3; line_ += 1) {
    for (let column = 0; column < 4; column += 1) {
      const [px, py] = corner(0.13 + column * 0.247, 0.19 + line_ * 0.31);
      papers.push(
        ellipse(px + w * 0.008, py + w * 0.012, w * 0.106, w * 0.081, { fill: '#7a5828', opacity: 0.3 }),
        ellipse(px, py, w * 0.106, w * 0.08, c.round('#fffdf4', [0.75, '#fbf3da'], '#eeddb0')),
        ellipse(px - w * 0.02, py - w * 0.02, w * 0.05, w * 0.03, { fill: '#fff', opacity: 0.6 }),
      );
    }
  }
  return [
    polygon(
      [
        [x, y + h * 0.1],
        [x + w, y + h * 0.1],
        [x + w * 1.25, y + h * 0.24],
        [x + w * 0.2, y + h * 0.24],
      ],
      { fill: '#7a5220', opacity: 0.22 },
    ),
    polygon([corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)], { fill: '#d9b06c', opacity: 0.55 }),
    ...slats,
    ...frame,
    ...papers,
  ].join('');
}

function hut(c: Canvas, x: number, y: number): string[] {
  const thatch = Array.from({ length: 34 }, (_, each) =>
    segment(
      x - 190 + each * 11.4,
      y - 320 + Math.abs(each - 17) * 2,
      x - 290 + each * 17.4,
      y - 176,
      '#8a6a34',
      4,
      0.35,
    ),
  );
  return [
    rect(x - 220, y - 190, 440, 196, c.down('#c99a5b', '#a97742')),
    ...Array.from({ length: 14 }, (_, each) =>
      rect(x - 214 + each * 32, y - 190, 4, 196, { fill: '#6d4a22', opacity: 0.4 }),
    ),
    rect(x - 60, y - 150, 120, 156, '#4a3220'),
    polygon(
      [
        [x - 300, y - 170],
        [x - 190, y - 330],
        [x + 190, y - 330],
        [x + 300, y - 170],
      ],
      c.down('#d8b164', '#a87f3e'),
    ),
    ...thatch,
  ];
}

const basket = (x: number, y: number): string =>
  [
    ellipse(x, y + 6, 130, 22, { fill: '#6d4a22', opacity: 0.4 }),
    ...Array.from({ length: 6 }, (_, each) =>
      ellipse(x, y - 74 - each * 12, 104, 26, each % 2 === 0 ? '#fffaf0' : '#f1e2ba'),
    ),
    path(
      `M${x - 118} ${y - 70}Q${x} ${y - 20} ${x + 118} ${y - 70}L${x + 92} ${y}Q${x} ${y + 22} ${x - 92} ${y}z`,
      '#b88744',
    ),
    line(
      [
        [x - 112, y - 50],
        [x, y - 24],
        [x + 112, y - 50],
      ],
      '#8f6a36',
      5,
    ),
    line(
      [
        [x - 102, y - 24],
        [x, y + 2],
        [x + 102, y - 24],
      ],
      '#8f6a36',
      5,
    ),
    circle(x, y, 0.1, '#fff'),
  ].join('');
