import { farCity, lotusTower, tower } from '../brushes/city.ts';
import { figure, skins } from '../brushes/people.ts';
import { birds, mist, sky, streaks, sun, vignette } from '../brushes/sky.ts';
import { lightPath, ripples, water } from '../brushes/water.ts';
import type { Canvas } from '../canvas.ts';
import { ellipse, path, polygon, segment } from '../svg.ts';

const shirts = ['#ff4d6d', '#ffd23f', '#3bceac', '#4aa3f0', '#ff8c42', '#c77dff', '#f4f1de', '#7bd389'] as const;

/** Sunrise on the bridge: a field of runners comes over its crest, the towers stand behind them in the haze. */
export function marathon(c: Canvas): void {
  const r = c.random;
  c.add(
    sky(c, ['#3f5fa8', '#9a7fc0', [0.55, '#f59f9a'], [0.85, '#ffcf8f'], '#ffe9b5'], 900),
    sun(c, 1660, 610, 96, '#fffbe6', '#ffd58a'),
    streaks(c, 14, 100, 520, '#ffe0d0', 0.45),
  );
  c.add(farCity(c, 840, 120, 260, '#d99aa0'));
  for (const [x, w, h] of [
    [60, 120, 380],
    [210, 100, 300],
    [350, 130, 450],
    [640, 110, 340],
    [1160, 120, 400],
    [1790, 120, 360],
    [1950, 100, 470],
    [2090, 140, 330],
    [2270, 120, 420],
  ] as const)
    c.add(
      tower(c, x, 850, w, h, {
        left: '#e59a94',
        right: '#80638f',
        glass: '#ffe6cf',
        lit: 0.12,
        top: r.pick(['flat', 'spire', 'slant', 'step']),
      }),
    );
  c.add(
    lotusTower(c, 900, 850, 560, '#ffc9a8', '#7a5f92', '#ffe9d0'),
    mist(c, 680, 240, '#ffe6bf', 0.7),
    water(c, 850, ['#f7c08f', '#b57f9c', '#6a5a94'], 1200),
    lightPath(c, 1660, 856, 1180, 150, '#fff4cf', 0.8),
    ripples(c, 860, 1180, '#ffe3cf', 80, 0.4),
  );
  c.add(...bridge(c), ...field(c));
  c.add(birds(c, 500, 300, 8, '#5a4a80', 24), vignette(c, '#1c1030', 0.42));
}

const crest = 960;

function bridge(c: Canvas): string[] {
  const cables = Array.from({ length: 15 }, (_, each) =>
    [
      segment(330, 190 + each * 14, -700 + each * 60, 1120, '#f4e3e6', 4, 0.75),
      segment(330, 190 + each * 14, 1180 - each * 52, 985 - each * 2, '#f4e3e6', 4, 0.75),
    ].join(''),
  );
  const right = Array.from({ length: 15 }, (_, each) =>
    [
      segment(2070, 190 + each * 14, 3100 - each * 60, 1120, '#f4e3e6', 4, 0.75),
      segment(2070, 190 + each * 14, 1220 + each * 52, 985 - each * 2, '#f4e3e6', 4, 0.75),
    ].join(''),
  );
  const pylon = (x: number) =>
    polygon(
      [
        [x - 34, 1190],
        [x - 18, 160],
        [x + 18, 160],
        [x + 34, 1190],
      ],
      c.across('#fff3ee', '#b59ab5'),
    );
  const road = polygon(
    [
      [960, crest],
      [1440, crest],
      [2900, 1600],
      [-500, 1600],
    ],
    c.down('#8a7f94', '#5d5570', '#433c58'),
  );
  return [
    path(`M-100 1180Q500 1030 1200 ${crest}Q1900 1030 2500 1180V1260H-100z`, '#6d6080'),
    ...cables,
    ...right,
    road,
    ...markings(),
    pylon(330),
    pylon(2070),
  ];
}

/** Lanes and railings, running towards us. */
function markings(): string[] {
  const lanes = [-0.5, 0.5].map((part) =>
    Array.from({ length: 7 }, (_, each) => {
      const [a, b] = [(each / 7) ** 1.8, ((each + 0.5) / 7) ** 1.8];
      const x = (t: number) => 1200 + part * (480 + 2920 * t);
      return segment(x(a), crest + 640 * a, x(b), crest + 640 * b, '#f4ead0', 3 + 12 * b, 0.7);
    }).join(''),
  );
  const rail = [-1, 1].map(
    (side) =>
      Array.from({ length: 16 }, (_, each) => {
        const t = (each / 16) ** 1.8;
        const x = 1200 + side * (240 + 1460 * t);
        return segment(x, crest + 640 * t, x, crest + 640 * t - 30 - 130 * t, '#e6d3d9', 3 + 10 * t);
      }).join('') +
      polygon(
        [
          [1200 + side * 240, crest - 30],
          [1200 + side * 1700, 1600 - 160],
          [1200 + side * 1700, 1600 - 130],
          [1200 + side * 240, crest - 25],
        ],
        '#f4e3e6',
      ),
  );
  return [...lanes, ...rail];
}

function field(c: Canvas): string[] {
  const r = c.random;
  const rows = [0.01, 0.04, 0.09, 0.16, 0.27, 0.42, 0.62, 0.88];
  return rows.flatMap((t, row) => {
    const half = (200 + 1300 * t) * 0.92;
    const count = Math.round(11 - row * 0.75);
    const y = crest + 640 * t;
    const h = 86 + 430 * t;
    return Array.from({ length: count }, (_, each) => {
      const x = 1200 + (((each + 0.5 + (row % 2) * 0.35) / count) * 2 - 1) * Math.min(half, 1180) + r.between(-12, 12);
      const lift = r.between(0, 10) * t;
      return (
        ellipse(x, y + 4, h * 0.24, h * 0.03, { fill: '#1f1730', opacity: 0.4 }) +
        figure(
          x,
          y - lift,
          h,
          'run',
          {
            shirt: r.pick(shirts),
            trousers: r.pick(['#27304a', '#3d2f5c', '#1f4a5a', '#5a2f4a']),
            skin: r.pick(skins),
            longHair: r.chance(0.4),
            hat: r.chance(0.2) ? 'cap' : 'none',
            hatColour: '#fdfdf8',
          },
          each < count / 2,
        )
      );
    });
  });
}
