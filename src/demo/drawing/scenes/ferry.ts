import { farCity, lotusTower } from '../brushes/city.ts';
import { clothes, figure, skins } from '../brushes/people.ts';
import { birds, cloud, glow, mist, sky, vignette } from '../brushes/sky.ts';
import { crown, palm } from '../brushes/trees.ts';
import { reflected, ripples, water } from '../brushes/water.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, polygon, rect } from '../svg.ts';

const shore = 800;

/** Morning on the broad river: a white ferry full of people, palms on the far bank. */
export function ferry(c: Canvas): void {
  c.add(sky(c, ['#3f9bd1', '#93d0e8', [0.7, '#d9f0ee'], '#fff0cf'], shore), glow(c, 420, 620, 760, '#fff6d5', 0.8));
  c.add(
    cloud(c, 1350, 330, 700, '#fff', 0.85),
    cloud(c, 300, 250, 420, '#fff', 0.65),
    cloud(c, 2000, 480, 380, '#fff', 0.7),
  );
  const far = [
    farCity(c, shore, 60, 190, '#a9d0d8', 900, 2440),
    lotusTower(c, 1720, shore, 380, '#cfe8ea', '#8fb9c6', '#fff'),
  ];
  const bank: string[] = [];
  for (let x = -60; x < 2460; x += 90) bank.push(crown(c, x, shore - 20, 90, 46, ['#3f8a6b', '#5aa67c']));
  for (let x = 40; x < 2400; x += 210)
    bank.push(
      palm(
        c,
        x + c.random.between(-60, 60),
        shore + 4,
        c.random.between(190, 300),
        '#6d6247',
        '#2f7c5c',
        c.random.between(-40, 40),
      ),
    );
  c.add(...far, mist(c, 640, 220, '#fffbe6', 0.75), ...bank, rect(0, shore - 4, 2400, 12, '#d9c190'));
  c.add(
    water(c, shore + 6, ['#bfe3dc', '#6fb9c4', [0.45, '#2f8ea6'], '#145a78']),
    reflected(c, bank, shore, 150, 0.4, 0.5),
  );
  c.add(
    ripples(c, shore + 20, 1590, '#f4ffff', 190, 0.45),
    ...vessel(c, 1150, 1240),
    birds(c, 620, 430, 8, '#35657a', 30),
    vignette(c, '#04283a', 0.36),
  );
}

function vessel(c: Canvas, x: number, y: number): string[] {
  const r = c.random;
  const rail = (from: number, to: number, at: number) => [
    rect(from, at - 66, to - from, 8, '#2f6f94', 4),
    ...Array.from({ length: Math.floor((to - from) / 34) + 1 }, (_, each) =>
      rect(from + each * 34, at - 64, 6, 64, '#2f6f94'),
    ),
  ];
  const crowd = (from: number, to: number, at: number, count: number) =>
    Array.from({ length: count }, (_, each) =>
      figure(
        from + ((each + 0.5) / count) * (to - from) + r.between(-12, 12),
        at + 6,
        r.between(148, 172),
        r.pick(['stand', 'stand', 'reach', 'raise']),
        {
          shirt: r.pick(clothes),
          skin: r.pick(skins),
          hat: r.pick(['none', 'none', 'cone', 'cap']),
          longHair: r.chance(0.5),
        },
        r.chance(0.5),
      ),
    );
  return [
    ellipse(x, y + 84, 860, 46, { fill: '#0a4762', opacity: 0.5 }),
    rect(x - 560, y - 420, 1000, 30, '#f4f7f4', 10),
    rect(x - 600, y - 396, 1080, 12, '#d1495b'),
    ...[-540, -300, -60, 180, 400].map((dx) => rect(x + dx, y - 390, 14, 190, '#dfe8e6')),
    ...crowd(x - 520, x + 400, y - 206, 11),
    ...rail(x - 560, x + 440, y - 200),
    rect(x - 640, y - 206, 1180, 24, '#f4f7f4', 8),
    rect(x - 640, y - 186, 1180, 12, '#2f6f94'),
    rect(x - 640, y - 174, 1180, 176, c.down('#bcd6d8', '#93b9c0')),
    ...crowd(x - 600, x + 500, y - 2, 14),
    ...[-640, -400, -150, 100, 340, 526].map((dx) => rect(x + dx, y - 180, 16, 186, '#f4f7f4')),
    ...rail(x - 640, x + 540, y),
    ...hull(c, x, y),
  ];
}

function hull(c: Canvas, x: number, y: number): string[] {
  return [
    path(
      `M${x - 800} ${y - 14}L${x + 760} ${y - 14}Q${x + 740} ${y + 96} ${x + 610} ${y + 98}L${x - 640} ${y + 98}Q${x - 770} ${y + 88} ${x - 800} ${y - 14}z`,
      c.down('#fdfdf8', '#cfdedd'),
    ),
    path(`M${x - 790} ${y + 30}L${x + 752} ${y + 30}L${x + 746} ${y + 54}L${x - 784} ${y + 54}z`, '#d1495b'),
    path(
      `M${x - 740} ${y + 76}L${x + 700} ${y + 76}Q${x + 660} ${y + 99} ${x + 610} ${y + 98}L${x - 640} ${y + 98}Q${x - 710} ${y + 96} ${x - 740} ${y + 76}z`,
      '#24597a',
    ),
    ...Array.from(
      { length: 9 },
      (_, each) =>
        circle(x - 560 + each * 128, y + 6, 15, '#f2a65a') + circle(x - 560 + each * 128, y + 6, 7, '#fdfdf8'),
    ),
    rect(x + 120, y - 520, 270, 104, '#f9fbf7', 10),
    rect(x + 140, y - 500, 230, 46, '#3b7ea1', 6),
    rect(x - 300, y - 510, 96, 92, '#d1495b', 6),
    rect(x - 300, y - 486, 96, 20, '#fdfdf8'),
    rect(x + 250, y - 620, 8, 102, '#5b7480'),
    polygon(
      [
        [x + 258, y - 616],
        [x + 330, y - 596],
        [x + 258, y - 574],
      ],
      '#f3a712',
    ),
    path(`M${x - 860} ${y + 96}q60 -34 130 -10q70 24 130 6l-40 30h-250z`, { fill: '#f4ffff', opacity: 0.85 }),
    path(`M${x + 640} ${y + 98}q80 -40 170 -8l90 26h-300z`, { fill: '#f4ffff', opacity: 0.8 }),
  ];
}
