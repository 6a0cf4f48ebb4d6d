import { circle, ellipse, line, path, place, polygon, segment } from '../svg.ts';
import { figure } from './people.ts';

export interface Rider {
  readonly body: string;
  readonly shirt: string;
  readonly helmet: string;
  readonly trousers?: string;
  /** A wide raincoat over rider and seat. */
  readonly coat?: string;
}

const wheel = (x: number, r: number): string =>
  circle(x, -r, r, '#20242c') +
  circle(x, -r, r * 0.62, '#8b95a1') +
  circle(x, -r, r * 0.5, '#20242c') +
  circle(x, -r, r * 0.16, '#c9d1d9');

/** A motorbike with its rider, about 190 px long at scale 1, wheels on (x, y), driving to the right. */
export function motorbike(x: number, y: number, scale: number, rider: Rider, left = false): string {
  const { body, shirt, helmet, coat, trousers = '#2b3a55' } = rider;
  const parts = [
    ellipse(0, 2, 104, 9, { fill: '#10161d', opacity: 0.35 }),
    wheel(-58, 28),
    wheel(66, 28),
    segment(66, -28, 48, -92, '#9aa4ae', 8),
    path('M-86 -56Q-60 -84 -16 -78L14 -54L34 -54L44 -88L60 -92L56 -50Q46 -24 10 -26L-30 -26Q-50 -60 -86 -56z', body),
    path('M-74 -70Q-40 -92 14 -76L6 -66Q-40 -74 -70 -60z', '#23262d'),
    segment(40, -100, 58, -106, '#23262d', 6),
    ellipse(64, -84, 9, 11, '#fff3c4'),
    ellipse(-86, -58, 6, 5, '#ff4d4d'),
    segment(-40, -22, -96, -26, '#aab4bd', 8),
    figure(-18, -24, 172, 'ride', { shirt, trousers, hat: 'helmet', hatColour: helmet }),
    coat
      ? path('M2 -128Q30 -112 52 -96L40 -84Q20 -84 18 -52L-66 -46Q-52 -100 -26 -124Q-12 -134 2 -128z', coat) +
        path('M-26 -124Q-52 -100 -66 -46L-40 -48Q-30 -100 -10 -130z', { fill: '#000', opacity: 0.14 })
      : '',
  ];
  return place(parts, x, y, [left ? -scale : scale, scale]);
}

/** A cyclo: a seat for a guest between two wheels in front, the driver high behind; wheels on (x, y). */
export function cyclo(x: number, y: number, scale: number, canopy: string, seat: string): string {
  const spokes = (wx: number, r: number) =>
    Array.from({ length: 12 }, (_, each) =>
      segment(wx, -r, wx + Math.cos((each * Math.PI) / 6) * r, -r + Math.sin((each * Math.PI) / 6) * r, '#aeb6bd', 1.6),
    ).join('') +
    circle(wx, -r, r, { stroke: '#23262d', width: 8 }) +
    circle(wx, -r, 7, '#c9d1d9');
  const parts = [
    ellipse(0, 2, 240, 14, { fill: '#2a1c10', opacity: 0.35 }),
    spokes(-150, 66),
    line(
      [
        [-150, -66],
        [-96, -150],
        [-30, -60],
      ],
      '#2f4858',
      9,
    ),
    line(
      [
        [-150, -66],
        [-30, -60],
        [96, -62],
      ],
      '#2f4858',
      9,
    ),
    segment(-96, -150, -104, -190, '#2f4858', 8),
    path('M-130 -192h52q10 14 -6 18h-40z', '#3a2a20'),
    line(
      [
        [-40, -62],
        [-40, -214],
        [-64, -218],
      ],
      '#2f4858',
      8,
    ),
    circle(-52, -58, 14, { stroke: '#9aa4ae', width: 5 }),
    path('M-8 -76H112Q128 -76 128 -92V-108H-2Q-10 -180 -20 -196L-34 -190Q-24 -120 -24 -92Q-22 -76 -8 -76z', seat),
    path('M128 -92L196 -58L192 -46H96L112 -76z', '#2f4858'),
    spokes(96, 60),
    path('M-30 -196Q-40 -290 40 -306Q120 -314 150 -262L128 -254Q96 -282 50 -276Q0 -268 -2 -196z', canopy),
    path('M150 -262Q120 -314 40 -306Q56 -290 50 -276Q96 -282 128 -254z', { fill: '#fff', opacity: 0.16 }),
    ...[0, 1, 2, 3, 4].map((each) =>
      polygon(
        [
          [128 - each * 26, -256 - Math.sin(each) * 10],
          [140 - each * 26, -246],
          [150 - each * 26, -258],
        ],
        '#f3c969',
      ),
    ),
  ];
  return place(parts, x, y, scale);
}

export const cycloDriver = (x: number, y: number, scale: number): string =>
  figure(x - 100 * scale, y - 122 * scale, 226 * scale, 'ride', {
    shirt: '#f4ead2',
    trousers: '#4b5d67',
    skin: '#b9794f',
    hat: 'cone',
  });

export const cycloGuest = (x: number, y: number, scale: number, shirt: string): string =>
  figure(x + 24 * scale, y - 52 * scale, 200 * scale, 'sit', { shirt, trousers: '#6d597a', longHair: true });
