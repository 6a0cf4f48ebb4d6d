import { clothes, figure, skins } from '../brushes/people.ts';
import { birds, cloud, glow, sky, vignette } from '../brushes/sky.ts';
import { crown, tree } from '../brushes/trees.ts';
import { reflected, ripples } from '../brushes/water.ts';
import type { Canvas } from '../canvas.ts';
import { ellipse, path, polygon, rect, segment } from '../svg.ts';

const ground = 1080;
const greens = ['#3a8f5c', '#5bb174', '#93d08d'] as const;

/** Research buildings of glass with solar roofs and planted terraces in a park; people on a footbridge over a pond. */
export function techPark(c: Canvas): void {
  c.add(
    sky(c, ['#3fa0dc', '#9ad6f0', [0.8, '#e4f6f0'], '#fff8e2'], ground),
    glow(c, 2000, 240, 720, '#fffbe0', 0.85),
    cloud(c, 240, 330, 560, '#fff', 0.9),
    cloud(c, 1320, 220, 460, '#fff', 0.8),
  );
  for (let x = -40; x < 2460; x += 130) c.add(crown(c, x, ground - 60, 120, 100, ['#8cc7a2', '#a9d8b4']));
  c.add(...block(c, 120, 560, 5), ...block(c, 1640, 660, 6), ...dome(c, 1160, ground));
  c.add(
    rect(0, ground - 6, 2400, 530, c.down('#9fd487', '#6db568', '#4b9a58')),
    path(
      `M0 ${ground + 90}Q600 ${ground + 20} 1200 ${ground + 90}T2400 ${ground + 70}V${ground + 130}Q1800 ${ground + 130} 1200 ${ground + 140}T0 ${ground + 150}z`,
      '#ece3cd',
    ),
  );
  for (const [x, y, h] of [
    [60, 1130, 330],
    [760, 1120, 250],
    [1570, 1120, 270],
    [2340, 1140, 340],
    [930, 1110, 190],
  ] as const)
    c.add(tree(c, x, y, h, '#7a5a40', greens));
  const pond = 'M260 1400Q420 1270 900 1270H1560Q2080 1280 2180 1410Q2100 1560 1300 1570Q380 1560 260 1400z';
  const bridge = footbridge(c);
  c.add(
    path(pond, '#e3d9bd'),
    c.inside(
      path('M290 1402Q440 1288 900 1286H1560Q2050 1294 2150 1410Q2070 1546 1300 1556Q410 1546 290 1402z', '#000'),
      rect(200, 1260, 2100, 340, c.down('#a5dbe6', '#4fa7c4', '#2f7fa3')),
      reflected(c, bridge, 1420, 180, 0.45, 0.6),
      ripples(c, 1290, 1550, '#f2ffff', 60, 0.5),
    ),
  );
  c.add(...bridge, ...walkers(c));
  for (let each = 0; each < 60; each += 1)
    c.add(
      ellipse(
        c.random.between(0, 2400),
        c.random.between(1500, 1600),
        c.random.between(16, 44),
        c.random.between(14, 32),
        c.random.pick(['#3f8f55', '#5aa968', '#2f7d4c']),
      ),
    );
  c.add(birds(c, 700, 250, 6, '#3f6a80', 24), vignette(c, '#06303a', 0.34));
}

function block(c: Canvas, x: number, w: number, floors: number): string[] {
  const floorHeight = 104;
  const parts: string[] = [];
  for (let floor = 0; floor < floors; floor += 1) {
    const inset = floor * 22;
    const y = ground - (floor + 1) * floorHeight;
    const panes = Array.from({ length: Math.floor((w - inset) / 44) }, (_, each) =>
      rect(
        x + inset + 6 + each * 44,
        y + 20,
        38,
        floorHeight - 26,
        c.random.chance(0.2) ? '#e8f7fb' : c.down('#8fd0e6', '#4b98bd'),
      ),
    );
    const plants = Array.from({ length: 9 }, (_, each) =>
      ellipse(
        x + inset + 10 + each * ((w - inset) / 9) + c.random.between(-10, 20),
        y + floorHeight - 4,
        c.random.between(18, 34),
        c.random.between(9, 17),
        c.random.pick(greens),
      ),
    );
    parts.push(
      rect(x + inset, y, w - inset, floorHeight, '#e9f2f2'),
      ...panes,
      rect(x + inset - 14, y + floorHeight - 12, w - inset + 28, 14, '#fdfdf8'),
      ...plants,
      rect(x + inset - 20, y, w - inset + 40, 16, '#fdfdf8'),
    );
  }
  const top = ground - floors * floorHeight;
  for (let panel = 0; panel < 5; panel += 1) {
    const px = x + floors * 22 + 10 + panel * 92;
    if (px + 84 < x + w)
      parts.push(
        polygon(
          [
            [px, top - 8],
            [px + 70, top - 8],
            [px + 90, top - 58],
            [px + 20, top - 58],
          ],
          '#27496d',
        ),
        segment(px + 10, top - 32, px + 80, top - 32, '#7fb3d5', 3),
        segment(px + 45, top - 8, px + 55, top - 58, '#7fb3d5', 3),
      );
  }
  return parts;
}

function dome(c: Canvas, x: number, y: number): string[] {
  const arcs = [-0.66, -0.33, 0, 0.33, 0.66].map((part) =>
    path(`M${x + part * 300} ${y}Q${x + part * 240} ${y - 260} ${x} ${y - 300}`, { stroke: '#fdfdf8', width: 7 }),
  );
  const rings = [0.3, 0.58, 0.82].map((part) =>
    segment(
      x - 300 * Math.sqrt(1 - part * part),
      y - 300 * part,
      x + 300 * Math.sqrt(1 - part * part),
      y - 300 * part,
      '#fdfdf8',
      6,
    ),
  );
  return [
    path(`M${x - 300} ${y}A300 300 0 0 1 ${x + 300} ${y}z`, c.across('#cdeef2', '#6fb9d1')),
    ...Array.from({ length: 9 }, () =>
      ellipse(x + c.random.between(-190, 190), y - c.random.between(10, 90), 60, 50, {
        fill: c.random.pick(greens),
        opacity: 0.55,
      }),
    ),
    ...arcs,
    ...rings,
    rect(x - 60, y - 110, 120, 110, '#3b7ea1', 8),
    rect(x - 316, y - 12, 632, 16, '#fdfdf8'),
  ];
}

function footbridge(c: Canvas): string[] {
  const y = (x: number) => 1330 - 90 * Math.sin(((x - 520) / 1360) * Math.PI);
  const posts = Array.from({ length: 35 }, (_, each) => {
    const x = 520 + each * 40;
    return segment(x, y(x), x, y(x) - 60, '#c3cdd0', 5);
  });
  const people = Array.from({ length: 8 }, (_, each) => {
    const x = 620 + each * 160 + c.random.between(-30, 30);
    return figure(
      x,
      y(x) + 4,
      c.random.between(190, 215),
      c.random.pick(['walk', 'walk', 'stand']),
      {
        shirt: c.random.pick(clothes),
        skin: c.random.pick(skins),
        longHair: c.random.chance(0.5),
        bag: c.random.chance(0.4) ? '#2b3a55' : '#c98f57',
      },
      c.random.chance(0.5),
    );
  });
  return [
    path('M500 1340Q1200 1150 1900 1340L1900 1372Q1200 1186 500 1372z', c.down('#fdfdf8', '#b9c4c4')),
    ...people,
    ...posts,
    path('M520 1270Q1200 1090 1880 1270', { stroke: '#8fa3a8', width: 8 }),
  ];
}

function walkers(c: Canvas): string[] {
  return Array.from({ length: 7 }, (_, each) => {
    const x = 160 + each * 330 + c.random.between(-60, 60);
    return (
      ellipse(x, 1202, 34, 5, { fill: '#2f5a34', opacity: 0.4 }) +
      figure(
        x,
        1200,
        150,
        c.random.pick(['walk', 'stand', 'run']),
        { shirt: c.random.pick(clothes), skin: c.random.pick(skins), longHair: c.random.chance(0.5) },
        c.random.chance(0.5),
      )
    );
  });
}
