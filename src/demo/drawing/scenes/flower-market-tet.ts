import { blossom } from '../brushes/flowers.ts';
import { lantern } from '../brushes/lights.ts';
import { clothes, figure, skins } from '../brushes/people.ts';
import { cloud, glow, sky, vignette } from '../brushes/sky.ts';
import { paved } from '../brushes/street.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, rect } from '../svg.ts';

/** Days before Tết: yellow apricot trees, kumquats in glazed pots, peach blossom, and buyers between the rows. */
export function flowerMarketTet(c: Canvas): void {
  const r = c.random;
  c.add(
    sky(c, ['#7cc7e8', '#c9ebee', [0.75, '#fff3cf'], '#ffe3ac'], 980),
    cloud(c, 400, 260, 520, '#fff', 0.85),
    cloud(c, 1600, 330, 480, '#fff', 0.8),
    glow(c, 1200, 640, 900, '#fff6cf', 0.8),
  );
  for (let each = 0; each < 15; each += 1) c.add(house(c, each * 168 - 30));
  c.add(rect(0, 930, 2400, 670, c.down('#e6cba3', '#cfa982', '#a98463')), paved([1200, 780], 930, '#8a6648', 0.35));
  for (const y of [150, 270]) {
    c.add(path(`M-60 ${y - 60}Q1200 ${y + 170} 2460 ${y - 60}`, { stroke: '#8a3b2e', width: 4, opacity: 0.7 }));
    for (let each = 0; each < 8; each += 1)
      c.add(
        lantern(
          c,
          150 + each * 300 + (y === 270 ? 130 : 0),
          y + 20 + 110 * Math.sin(((150 + each * 300) / 2400) * Math.PI),
          92,
          r.pick(['#e63946', '#ffb703', '#e63946']),
        ),
      );
  }
  for (let row = 0; row < 5; row += 1) {
    const near = (row + 0.3) / 5;
    const y = 980 + 600 * near ** 1.3;
    const s = 0.4 + 0.95 * near;
    for (const x of spots(row, s)) c.add(plant(c, x, y + r.between(-8, 8), s));
    c.add(...buyers(c, row, y + 26 * s, s));
  }
  c.add(
    ...Array.from({ length: 80 }, () =>
      blossom(r.between(0, 2400), r.between(900, 1590), r.between(5, 10), r.pick(['#ffd23f', '#f7a1b5']), '#f2a03c'),
    ),
    vignette(c, '#3a1c06', 0.4),
  );
}

/** Where plants stand in a row: both sides of an aisle that widens towards us. */
function spots(row: number, s: number): number[] {
  const xs: number[] = [];
  for (let x = 1200 + (170 + 190 * s) * 1; x < 2500; x += 250 * s) xs.push(x, 2400 - x);
  return row % 2 === 0 ? xs : xs.map((x) => x + (x > 1200 ? 60 : -60) * s);
}

function house(c: Canvas, x: number): string {
  const h = c.random.between(240, 420);
  return [
    rect(x, 940 - h, 164, h, c.random.pick(['#f6dfb3', '#f2cfae', '#dfe8d0', '#f7e6c9', '#e6c9b3'])),
    rect(x - 4, 940 - h, 172, 16, '#c9805c'),
    ...[0, 1, 2, 3].map((each) =>
      rect(
        x + 26 + (each % 2) * 66,
        940 - h + 50 + Math.floor(each / 2) * 100,
        40,
        62,
        { fill: '#8fa8a0', opacity: 0.7 },
        8,
      ),
    ),
  ].join('');
}

function plant(c: Canvas, x: number, y: number, s: number): string {
  const kind = c.random.pick(['apricot', 'kumquat', 'peach', 'daisy', 'apricot'] as const);
  const pot = c.random.pick(['#2f6f94', '#b5482f', '#3f7d5a', '#8a3b3b']);
  const glazed = [
    ellipse(x, y + 6 * s, 84 * s, 12 * s, { fill: '#5c3a1c', opacity: 0.4 }),
    path(
      `M${x - 70 * s} ${y - 100 * s}H${x + 70 * s}Q${x + 72 * s} ${y - 30 * s} ${x + 44 * s} ${y}H${x - 44 * s}Q${x - 72 * s} ${y - 30 * s} ${x - 70 * s} ${y - 100 * s}z`,
      c.across(pot, '#2a1a1a'),
    ),
    rect(x - 78 * s, y - 112 * s, 156 * s, 22 * s, pot, 6),
    path(`M${x - 60 * s} ${y - 60 * s}q60 ${20 * s} ${120 * s} 0`, { stroke: '#f4e3b0', width: 5 * s, opacity: 0.6 }),
  ];
  switch (kind) {
    case 'kumquat':
      return kumquat(c, x, y - 110 * s, s) + glazed.join('');
    case 'daisy':
      return daisies(c, x, y - 110 * s, s) + glazed.join('');
    case 'apricot':
      return branches(c, x, y - 110 * s, s, ['#ffd23f', '#ffe169', '#f7b801'], '#e8871e') + glazed.join('');
    case 'peach':
      return branches(c, x, y - 110 * s, s, ['#f28ab2', '#f7a9c4', '#e8638f'], '#ffe08a') + glazed.join('');
  }
}

function branches(
  c: Canvas,
  x: number,
  y: number,
  s: number,
  petals: readonly [string, ...string[]],
  heart: string,
): string {
  const stems: string[] = [];
  const flowers: string[] = [];
  for (let each = 0; each < 9; each += 1) {
    const angle = -Math.PI / 2 + (each - 4) * 0.26 + c.random.between(-0.08, 0.08);
    const length = c.random.between(210, 320) * s;
    const [ex, ey] = [x + Math.cos(angle) * length, y + Math.sin(angle) * length];
    stems.push(
      path(
        `M${x} ${y}Q${x + Math.cos(angle) * length * 0.4 + c.random.between(-20, 20) * s} ${y + Math.sin(angle) * length * 0.6} ${ex} ${ey}`,
        { stroke: '#5d4030', width: 8 * s },
      ),
    );
    for (let part = 0; part < 8; part += 1) {
      const t = c.random.between(0.35, 1.05);
      flowers.push(
        blossom(
          x + (ex - x) * t + c.random.between(-30, 30) * s,
          y + (ey - y) * t + c.random.between(-26, 26) * s,
          c.random.between(13, 22) * s,
          c.random.pick(petals),
          heart,
        ),
      );
    }
  }
  return [...stems, ...flowers].join('');
}

function kumquat(c: Canvas, x: number, y: number, s: number): string {
  const leaves = Array.from({ length: 80 }, () => {
    const up = c.random.next();
    const half = (1 - up) * 120 * s;
    return ellipse(
      x + c.random.between(-half, half),
      y - up * 300 * s,
      26 * s,
      13 * s,
      c.random.pick(['#2f7d46', '#3f9a58', '#5ab56a']),
      c.random.between(-60, 60),
    );
  });
  const fruit = Array.from({ length: 34 }, () => {
    const up = c.random.next() * 0.92;
    const half = (1 - up) * 118 * s;
    const [fx, fy] = [x + c.random.between(-half, half), y - up * 300 * s];
    return (
      circle(fx, fy, 13 * s, c.random.pick(['#f77f00', '#fb8b24', '#ffa62b'])) +
      circle(fx - 4 * s, fy - 4 * s, 4 * s, { fill: '#fff', opacity: 0.45 })
    );
  });
  return [path(`M${x} ${y}v${-80 * s}`, { stroke: '#5d4030', width: 14 * s }), ...leaves, ...fruit].join('');
}

function daisies(c: Canvas, x: number, y: number, s: number): string {
  const colour = c.random.pick(['#ffd23f', '#e63946', '#fff6ee', '#c77dff', '#ff9f5a']);
  return [
    ...Array.from({ length: 20 }, () =>
      ellipse(
        x + c.random.between(-90, 90) * s,
        y - c.random.between(0, 70) * s,
        24 * s,
        15 * s,
        c.random.pick(['#3f8a4f', '#5aa85c']),
      ),
    ),
    ...Array.from({ length: 24 }, () => {
      const a = c.random.between(Math.PI, Math.PI * 2);
      const out = Math.sqrt(c.random.next());
      return blossom(
        x + Math.cos(a) * 110 * s * out,
        y - 30 * s + Math.sin(a) * 110 * s * out,
        22 * s,
        colour,
        '#b5651d',
      );
    }),
  ].join('');
}

function buyers(c: Canvas, row: number, y: number, s: number): string[] {
  const r = c.random;
  const aisle = 140 + 150 * s;
  return Array.from({ length: row < 3 ? 3 : 2 }, (_, each) => {
    const x = 1200 + (each - 0.8) * aisle * 0.75 + r.between(-20, 20);
    const h = 360 * s;
    const carries = r.chance(0.4)
      ? branches(c, x + 90 * s, y - h * 0.45, s * 0.4, ['#ffd23f', '#ffe169'], '#e8871e')
      : '';
    return (
      ellipse(x, y, h * 0.2, h * 0.03, { fill: '#5c3a1c', opacity: 0.4 }) +
      figure(
        x,
        y,
        h,
        r.pick(['walk', 'stand', 'reach']),
        {
          shirt: r.pick(clothes),
          skin: r.pick(skins),
          longHair: r.chance(0.5),
          hat: r.pick(['none', 'cone', 'none']),
          skirt: r.chance(0.2),
        },
        r.chance(0.5),
      ) +
      carries
    );
  });
}
