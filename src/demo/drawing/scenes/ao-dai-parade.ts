import { type AoDai, aoDai } from '../brushes/ao-dai.ts';
import { birds, cloud, glow, sky, vignette } from '../brushes/sky.ts';
import { paved } from '../brushes/street.ts';
import { crown, tree } from '../brushes/trees.ts';
import type { Canvas } from '../canvas.ts';
import { ellipse, path, rect } from '../svg.ts';

const dresses: readonly AoDai[] = [
  { silk: '#e63946', shade: '#b5202d', pattern: '#ffd9a0' },
  { silk: '#fff4e0', shade: '#e6cfae', pattern: '#e56b6f', trousers: '#f2b5a7' },
  { silk: '#2a9d8f', shade: '#1d746a', pattern: '#f4e3b0' },
  { silk: '#f4a03c', shade: '#c97a1f', pattern: '#fff4d0' },
  { silk: '#7b5ea7', shade: '#573f80', pattern: '#f2d0f5' },
  { silk: '#f28ab2', shade: '#cf6490', pattern: '#fff1f6' },
  { silk: '#3a86c8', shade: '#275f94', pattern: '#e3f3ff' },
  { silk: '#ffd452', shade: '#d9ab24', pattern: '#d1495b' },
];

/** Women in áo dài of every colour walk along an avenue; long flags of plain colours above, blossom in the air. */
export function aoDaiParade(c: Canvas): void {
  const r = c.random;
  c.add(
    sky(c, ['#5cb8e4', '#b3e0ee', [0.8, '#e9f5ea'], '#fff5dc'], 1100),
    cloud(c, 300, 300, 560, '#fff', 0.9),
    cloud(c, 1620, 240, 640, '#fff', 0.85),
    glow(c, 1200, 760, 900, '#fffbe2', 0.7),
  );
  for (let each = 0; each < 14; each += 1) c.add(house(c, each * 180 - 40));
  for (let x = 0; x < 2450; x += 150) c.add(crown(c, x, 940, 110, 80, ['#5aa36c', '#7dbb80']));
  for (const x of [130, 690, 1270, 1830, 2330])
    c.add(tree(c, x, 1110, 520, '#7a5a40', ['#c75c8a', '#e285a8', '#f7b5c9']));
  for (let each = 0; each < 9; each += 1) c.add(flag(c, 60 + each * 285));
  c.add(rect(0, 1080, 2400, 520, c.down('#e3d3bb', '#cbb296', '#b0937a')), paved([1200, 860], 1090, '#94765c', 0.35));
  for (let each = 0; each < 9; each += 1)
    c.add(walker(120 + each * 275, 1210, 330, dresses[(each * 3 + 1) % dresses.length]));
  for (let each = 0; each < 6; each += 1)
    c.add(
      walker(190 + each * 405 + r.between(-20, 20), 1490, 590, dresses[(each * 5) % dresses.length], each % 2 === 0),
    );
  c.add(
    ...Array.from({ length: 110 }, () =>
      ellipse(
        r.between(0, 2400),
        r.between(120, 1580),
        r.between(6, 13),
        r.between(4, 7),
        { fill: r.pick(['#f7b5c9', '#ffe0ea', '#e285a8']), opacity: 0.9 },
        r.between(0, 180),
      ),
    ),
    birds(c, 1180, 380, 7, '#4a7a90', 24),
    vignette(c, '#3a1820', 0.32),
  );
}

function walker(x: number, y: number, h: number, look: AoDai | undefined, hat = false): string {
  return look
    ? ellipse(x, y + 2, h * 0.26, h * 0.03, { fill: '#5c4030', opacity: 0.4 }) + aoDai(x, y, h, { ...look, hat })
    : '';
}

function flag(c: Canvas, x: number): string {
  const colour = c.random.pick(['#e63946', '#ffd452', '#2a9d8f', '#f4a03c', '#7b5ea7', '#3a86c8']);
  return (
    rect(x - 6, 470, 12, 640, '#8a6a4c') +
    path(`M${x + 6} 486q70 26 64 90q-10 80 0 150q8 60 -12 120q-20 -30 -52 -36z`, c.across(colour, colour)) +
    path(`M${x + 6} 486q30 150 4 330l-4 -6z`, { fill: '#fff', opacity: 0.2 })
  );
}

function house(c: Canvas, x: number): string {
  const h = c.random.between(300, 470);
  const panes = Array.from({ length: 6 }, (_, each) =>
    rect(
      x + 22 + (each % 3) * 50,
      1090 - h + 50 + Math.floor(each / 3) * 110,
      28,
      66,
      { fill: '#8fb3b5', opacity: 0.75 },
      12,
    ),
  );
  return [
    rect(x, 1090 - h, 176, h, c.random.pick(['#f6e6c8', '#f3d9c0', '#e6ead2', '#f7ddd0'])),
    rect(x - 4, 1090 - h, 184, 16, '#d9a585'),
    ...panes,
  ].join('');
}
