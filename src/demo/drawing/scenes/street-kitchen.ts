import { bulbs, steam } from '../brushes/lights.ts';
import { figure } from '../brushes/people.ts';
import { glow, sky, stars, vignette } from '../brushes/sky.ts';
import { type House, paved, shopHouse } from '../brushes/street.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, polygon, rect, segment } from '../svg.ts';

const houses: readonly [House, ...House[]] = [
  { wall: '#5a4a6d', trim: '#3a3150', shutter: '#27384f', roof: '#2c2340', light: '#e8a35a' },
  { wall: '#4a5270', trim: '#2f3654', shutter: '#3f2f4a', roof: '#262a45' },
  { wall: '#6a4f63', trim: '#453449', shutter: '#22364a', roof: '#33243a', light: '#f2b96a' },
];

/** A noodle stall at night: steam, bulbs under a striped awning, people on low stools. */
export function streetKitchen(c: Canvas): void {
  c.add(sky(c, ['#0d1030', '#241c48', '#4b2f5c'], 1100), stars(c, 60, 300));
  for (let each = 0; each < 7; each += 1)
    c.add(shopHouse(c, each * 370 - 60, 1080, 364, each % 2 ? 980 : 860, houses[each % 3] ?? houses[0]));
  c.add(
    rect(0, 1070, 2400, 530, c.down('#5d4258', '#38293f', '#1d1628')),
    paved([1200, 880], 1070, '#160f20', 0.4),
    glow(c, 1080, 900, 1150, '#ffb45c', 0.55),
  );
  c.add(
    ...stand(c),
    bulbs(c, [300, 560], [1760, 560], 60, 15, '#ffd27a', 12),
    bulbs(c, [1740, 470], [2460, 380], 60, 7, '#ffd27a', 11),
    bulbs(c, [-60, 400], [330, 480], 40, 4, '#ffd27a', 11),
  );
  c.add(
    ...tables(c),
    ellipse(1080, 1340, 1000, 150, c.round([0, '#ffb45c', 0.28], [1, '#ffb45c', 0])),
    vignette(c, '#04020c', 0.62),
  );
}

function stand(c: Canvas): string[] {
  const { jars, bowls, herbs } = goods(c);
  const pot = (x: number, w: number) =>
    [
      ellipse(x, 900, w, w * 0.2, '#e6e9ec'),
      path(`M${x - w} 900V${1010}Q${x} ${1050} ${x + w} 1010V900z`, c.across('#f4f6f8', '#8d99a6')),
      ellipse(x, 900, w, w * 0.22, '#c9d1d9'),
      ellipse(x, 902, w * 0.88, w * 0.17, '#c98a3f'),
      steam(c, x - 20, 880, 420, 0.42),
      steam(c, x + 30, 880, 340, 0.36),
    ].join('');
  return [
    rect(350, 480, 16, 720, '#3a2630'),
    rect(1736, 480, 16, 720, '#3a2630'),
    rect(380, 640, 1340, 170, { fill: '#2a1a26', opacity: 0.55 }),
    rect(1090, 898, 620, 12, '#8a5a34'),
    ...jars,
    figure(
      880,
      1180,
      520,
      'reach',
      { shirt: '#2a9d8f', trousers: '#2b2d42', skin: '#d99f74', hat: 'cap', hatColour: '#fff3dc' },
      true,
    ),
    figure(1420, 1180, 500, 'reach', { shirt: '#f4a261', trousers: '#3d405b', skin: '#e8b48c', longHair: true }),
    pot(520, 120),
    pot(780, 96),
    rect(360, 1000, 1400, 30, '#d9dee3', 6),
    rect(372, 1030, 1376, 190, c.down('#aab4be', '#626d7a')),
    ...Array.from({ length: 6 }, (_, each) =>
      rect(400 + each * 226, 1054, 196, 140, { fill: '#3f4a57', opacity: 0.4 }, 8),
    ),
    ...bowls,
    ...herbs,
    ...awning(),
    rect(318, 470, 1452, 18, '#8f2d22', 8),
  ];
}

/** What is on the counter and on the shelf behind it. */
function goods(c: Canvas) {
  const bowls = Array.from({ length: 7 }, (_, each) =>
    [
      path(`M${1130 + each * 76} 990q32 54 64 0z`, '#fdfaf0'),
      ellipse(1162 + each * 76, 990, 32, 9, '#f1e4c3'),
      circle(1154 + each * 76, 987, 6, '#6a994e'),
      circle(1170 + each * 76, 988, 6, '#e4572e'),
    ].join(''),
  );
  const jars = Array.from(
    { length: 6 },
    (_, each) =>
      rect(
        1120 + each * 92,
        830 - (each % 2) * 16,
        56,
        70 + (each % 2) * 16,
        { fill: ['#d1495b', '#8fb339', '#f3a712', '#fff3dc', '#8a5a34', '#e4572e'][each] ?? '#fff', opacity: 0.9 },
        12,
      ) + rect(1124 + each * 92, 820 - (each % 2) * 16, 48, 14, '#c9d1d9', 4),
  );
  const herbs = Array.from({ length: 26 }, () =>
    ellipse(
      c.random.between(1510, 1690),
      c.random.between(940, 985),
      22,
      10,
      c.random.pick(['#4c956c', '#6aa84f', '#8fc16a']),
      c.random.between(-50, 50),
    ),
  );
  return { jars, bowls, herbs };
}

function awning(): string[] {
  const stripes = Array.from({ length: 18 }, (_, each) =>
    polygon(
      [
        [330 + each * 80, 480],
        [410 + each * 80, 480],
        [404 + each * 86, 610],
        [318 + each * 86, 610],
      ],
      each % 2 ? '#fff3dc' : '#e4572e',
    ),
  );
  const scallops = Array.from({ length: 18 }, (_, each) =>
    circle(361 + each * 86, 610, 43, each % 2 ? '#fff3dc' : '#e4572e'),
  );
  return [...scallops, ...stripes];
}

function tables(c: Canvas): string[] {
  const table = (x: number, y: number, s: number) =>
    [
      ellipse(x, y + 4 * s, 230 * s, 22 * s, { fill: '#0c0714', opacity: 0.5 }),
      segment(x - 80 * s, y - 110 * s, x - 100 * s, y, '#5d7a8a', 12 * s),
      segment(x + 80 * s, y - 110 * s, x + 100 * s, y, '#5d7a8a', 12 * s),
      rect(x - 140 * s, y - 126 * s, 280 * s, 20 * s, '#3fa7d6', 8),
      ...[-70, 40].map(
        (dx) =>
          path(`M${x + dx * s - 36 * s} ${y - 152 * s}q36 ${54 * s} ${72 * s} 0z`, '#fdfaf0') +
          steam(c, x + dx * s, y - 156 * s, 130 * s, 0.4),
      ),
      rect(x - 8 * s, y - 170 * s, 26 * s, 46 * s, '#e4572e', 6),
    ].join('');
  const guest = (x: number, y: number, s: number, shirt: string, left: boolean, longHair = false) =>
    [
      ellipse(x, y, 70 * s, 10 * s, { fill: '#0c0714', opacity: 0.5 }),
      rect(x - 48 * s, y - 96 * s, 92 * s, 18 * s, '#e63946', 6),
      segment(x - 36 * s, y - 80 * s, x - 42 * s, y, '#b52a36', 10 * s),
      segment(x + 30 * s, y - 80 * s, x + 36 * s, y, '#b52a36', 10 * s),
      figure(x, y, 330 * s, 'sit', { shirt, trousers: '#2f3a5a', skin: '#d99f74', longHair }, left),
    ].join('');
  const group = (x: number, y: number, s: number, one: string, two: string) =>
    guest(x - 200 * s, y, s, one, false) + guest(x + 200 * s, y, s, two, true, true) + table(x, y + 10 * s, s);
  return [
    group(1960, 1250, 0.95, '#8ecae6', '#ffb703'),
    group(560, 1470, 1.25, '#f28482', '#84a59d'),
    group(1500, 1510, 1.3, '#cdb4db', '#ffd166'),
    figure(2290, 1440, 480, 'walk', { shirt: '#577590', trousers: '#2b2d42', skin: '#c98a5e', bag: '#c98f57' }, true),
  ];
}
