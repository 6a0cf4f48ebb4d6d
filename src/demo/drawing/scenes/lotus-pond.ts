import { lotus, lotusBud, lotusLeaf } from '../brushes/flowers.ts';
import { birds, glow, mist, sky, vignette } from '../brushes/sky.ts';
import { crown } from '../brushes/trees.ts';
import { reflected, ripples, water } from '../brushes/water.ts';
import type { Canvas } from '../canvas.ts';
import { ellipse, path, polygon, rect } from '../svg.ts';

const shore = 700;

/** Morning on the lotus pond: mist, a pavilion on stilts, leaves wider than the flowers. */
export function lotusPond(c: Canvas): void {
  const r = c.random;
  c.add(sky(c, ['#7fb7c9', '#bfe0d2', [0.7, '#f4ecc8'], '#ffe3c0'], shore), glow(c, 1750, 380, 700, '#fff2c2', 0.75));
  const far = [...wood(c, 620, '#9cc4b2', 120), mist(c, 500, 240, '#fdf6dc', 0.8), ...wood(c, 690, '#5f9c83', 90)];
  const hall = pavilion(c, 620, shore + 60);
  c.add(...far);
  c.add(
    water(c, shore, ['#d9e8cf', '#8fc3b0', [0.5, '#3f8f86'], '#155e63']),
    reflected(c, [...wood(c, 690, '#4a8a72', 90)], shore, 240, 0.4),
  );
  c.add(
    reflected(c, hall, shore + 60, 330, 0.45),
    ...hall,
    mist(c, 620, 190, '#fffbe8', 0.75),
    ripples(c, shore + 40, 1580, '#f4fff2', 90, 0.35),
  );
  const plants: { y: number; draw: () => string }[] = [];
  for (let each = 0; each < 110; each += 1) {
    const near = r.next() ** 0.75;
    const [x, y] = [r.between(-60, 2460), 830 + near * 760];
    const size = 34 + near * 130;
    plants.push({ y, draw: () => lotusLeaf(c, x, y, size, r.pick(['#2f855a', '#3a9d6a', '#57b27c', '#277a55'])) });
  }
  for (let each = 0; each < 26; each += 1) {
    const near = (each + 0.5) / 26;
    const [x, y] = [((each * 911) % 2400) + r.between(-50, 50), 860 + near * 690];
    const size = 30 + near * 105;
    plants.push({ y: y + 20, draw: () => (r.chance(0.25) ? lotusBud(x, y, size) : lotus(x, y, size)) });
  }
  for (const plant of plants.sort((a, b) => a.y - b.y)) c.add(plant.draw());
  c.add(birds(c, 1300, 240, 6, '#5c8a80', 22), vignette(c, '#06323a', 0.42));
}

function wood(c: Canvas, y: number, colour: string, size: number): string[] {
  return Array.from({ length: 26 }, (_, each) =>
    crown(c, each * 100 + c.random.between(-20, 20), y, size * c.random.between(0.7, 1.2), size * 0.8, [colour]),
  );
}

function pavilion(c: Canvas, x: number, y: number): string[] {
  const roof = (cy: number, w: number, h: number) =>
    path(
      `M${x - w} ${cy}Q${x - w * 0.5} ${cy - h * 0.2} ${x - w * 0.18} ${cy - h}L${x + w * 0.18} ${cy - h}Q${x + w * 0.5} ${cy - h * 0.2} ${x + w} ${cy}Q${x + w * 0.98} ${cy - 26} ${x + w * 1.08} ${cy - 44}Q${x + w * 1.02} ${cy + 6} ${x + w * 0.9} ${cy + 22}L${x - w * 0.9} ${cy + 22}Q${x - w * 1.02} ${cy + 6} ${x - w * 1.08} ${cy - 44}Q${x - w * 0.98} ${cy - 26} ${x - w} ${cy}z`,
      c.down('#b5543c', '#7d3328'),
    );
  const posts = [-190, -96, 96, 190].map((dx) => rect(x + dx - 9, y - 240, 18, 290, '#7a3b2a'));
  return [
    ...posts,
    rect(x - 230, y - 30, 460, 22, '#9c6b45'),
    ...Array.from({ length: 16 }, (_, each) => rect(x - 220 + each * 28, y - 84, 6, 56, '#a8573c')),
    rect(x - 226, y - 92, 452, 10, '#c47a54'),
    rect(x - 190, y - 220, 380, 130, { fill: '#fff3cf', opacity: 0.35 }),
    roof(y - 230, 270, 110),
    rect(x - 90, y - 384, 180, 50, '#a8573c'),
    roof(y - 376, 150, 90),
    polygon(
      [
        [x - 8, y - 462],
        [x, y - 510],
        [x + 8, y - 462],
      ],
      '#e8b95c',
    ),
    ellipse(x, y - 462, 14, 8, '#e8b95c'),
  ];
}
