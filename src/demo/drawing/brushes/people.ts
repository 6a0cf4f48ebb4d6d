import { circle, ellipse, line, n, type Point, path, place, polygon, rect, segment } from '../svg.ts';

/** Elbow and hand, or knee and foot. The figure is 100 high, its feet at 0, looking to the right. */
type Limb = readonly [ex: number, ey: number, hx: number, hy: number];

interface Pose {
  /** Height of the hips above the ground. */
  readonly hips: number;
  readonly lean: number;
  readonly arms: readonly [back: Limb, front: Limb];
  readonly legs: readonly [back: Limb, front: Limb];
}

const poses = {
  stand: {
    hips: 47,
    lean: 0,
    arms: [
      [-13, -63, -11, -48],
      [12, -63, 12, -48],
    ],
    legs: [
      [-4, -24, -5, -1],
      [4, -24, 6, -1],
    ],
  },
  walk: {
    hips: 47,
    lean: 2,
    arms: [
      [10, -63, 18, -53],
      [-13, -63, -17, -51],
    ],
    legs: [
      [-7, -25, -17, -4],
      [8, -25, 14, -1],
    ],
  },
  run: {
    hips: 48,
    lean: 9,
    arms: [
      [14, -66, 24, -72],
      [-14, -67, -8, -55],
    ],
    legs: [
      [-8, -28, -27, -26],
      [16, -33, 15, -6],
    ],
  },
  sit: {
    hips: 30,
    lean: 0,
    arms: [
      [8, -44, 20, -38],
      [9, -43, 22, -35],
    ],
    legs: [
      [17, -30, 16, -1],
      [19, -29, 20, -1],
    ],
  },
  reach: {
    hips: 47,
    lean: 4,
    arms: [
      [14, -66, 27, -60],
      [13, -63, 27, -66],
    ],
    legs: [
      [-4, -24, -6, -1],
      [4, -24, 6, -1],
    ],
  },
  raise: {
    hips: 47,
    lean: 0,
    arms: [
      [-15, -88, -9, -106],
      [15, -88, 10, -106],
    ],
    legs: [
      [-5, -24, -8, -1],
      [5, -24, 8, -1],
    ],
  },
  bend: {
    hips: 44,
    lean: 38,
    arms: [
      [32, -52, 38, -36],
      [30, -50, 42, -37],
    ],
    legs: [
      [-5, -22, -6, -1],
      [5, -23, 5, -1],
    ],
  },
  ride: {
    hips: 30,
    lean: 10,
    arms: [
      [14, -50, 27, -46],
      [15, -49, 28, -45],
    ],
    legs: [
      [19, -25, 13, -5],
      [21, -25, 15, -4],
    ],
  },
} satisfies Record<string, Pose>;

export type PoseName = keyof typeof poses;

export interface Look {
  readonly shirt: string;
  readonly trousers?: string;
  readonly skin?: string;
  readonly hair?: string;
  readonly hat?: 'cone' | 'helmet' | 'cap' | 'none';
  readonly hatColour?: string;
  readonly longHair?: boolean;
  readonly skirt?: boolean;
  readonly bag?: string;
}

export const skins = ['#e8b48c', '#d99f74', '#c98a5e', '#f0c39d'] as const;
export const clothes = [
  '#e4572e',
  '#2e86ab',
  '#f3a712',
  '#6a994e',
  '#8e4a9e',
  '#f4f1de',
  '#d1495b',
  '#3d5a80',
  '#ffb4a2',
  '#118ab2',
] as const;

/** A person without a face, `height` high, standing on (x, y); `left` turns them round. */
export function figure(x: number, y: number, height: number, pose: PoseName, look: Look, left = false): string {
  const { hips, lean, arms, legs } = poses[pose];
  const { shirt, trousers = '#2b3a55', skin = skins[0], skirt = false } = look;
  const shoulder: Point = [Math.sin((lean * Math.PI) / 180) * 32, -hips - 32 * Math.cos((lean * Math.PI) / 180)];
  const leg = ([kx, ky, fx, fy]: Limb, side: number, shade: string) =>
    line(
      [
        [side, -hips],
        [kx, ky],
        [fx, fy],
      ],
      skirt ? skin : shade,
      skirt ? 6 : 8.5,
    ) + ellipse(fx + 2.5, fy, 6, 2.8, '#3a2a25');
  const arm = ([ex, ey, hx, hy]: Limb, side: number) => {
    const from: Point = [shoulder[0] + side, shoulder[1] + 3];
    return line([from, [ex, ey]], shirt, 7) + segment(ex, ey, hx, hy, skin, 5.4);
  };
  const parts = [
    arm(arms[0], -5),
    leg(legs[0], -3.5, trousers),
    leg(legs[1], 3.5, trousers),
    skirt
      ? polygon(
          [
            [-9, -hips - 6],
            [9, -hips - 6],
            [15, -hips + 20],
            [-14, -hips + 20],
          ],
          trousers,
        )
      : '',
    torso(hips, shoulder, shirt),
    look.bag ? rect(-16, -hips - 8, 14, 17, look.bag, 3) : '',
    head(shoulder, lean, look, skin),
    arm(arms[1], 4),
  ];
  const scale = height / 100;
  return place(parts, x, y, [left ? -scale : scale, scale]);
}

function torso(hips: number, [sx, sy]: Point, shirt: string): string {
  const d = `M-9 ${-hips + 3}L9 ${-hips + 3}Q${n(11 + sx * 0.5)} ${n((sy - hips) / 2)} ${n(sx + 11)} ${n(sy + 2)}Q${n(sx + 9)} ${n(sy - 4)} ${n(sx)} ${n(sy - 4)}Q${n(sx - 10)} ${n(sy - 4)} ${n(sx - 11)} ${n(sy + 3)}Q${n(-9 + sx * 0.5)} ${n((sy - hips) / 2)} -9 ${-hips + 3}z`;
  return path(d, shirt) + path(d, { fill: '#000', opacity: 0.05 });
}

function head([sx, sy]: Point, lean: number, look: Look, skin: string): string {
  const [hx, hy] = [sx + lean * 0.16, sy - 13.5];
  const hair = look.hair ?? '#241a1a';
  const tail = look.longHair
    ? path(
        `M${n(hx - 8)} ${n(hy - 2)}Q${n(hx - 11)} ${n(hy + 16)} ${n(hx - 7)} ${n(hy + 22)}L${n(hx)} ${n(hy + 8)}z`,
        hair,
      )
    : '';
  const cap = path(
    `M${n(hx - 8.6)} ${n(hy + 3)}A8.8 8.8 0 0 1 ${n(hx + 8.4)} ${n(hy - 2)}Q${n(hx + 1)} ${n(hy - 4)} ${n(hx - 4)} ${n(hy - 1)}z`,
    hair,
  );
  const neck = segment(hx, hy + 4, sx, sy, skin, 5.5);
  return tail + neck + circle(hx, hy, 8, skin) + cap + hat(hx, hy, look);
}

function hat(x: number, y: number, { hat: kind = 'none', hatColour }: Look): string {
  switch (kind) {
    case 'cone':
      return coneHat(x, y - 3, 1, hatColour);
    case 'helmet':
      return path(
        `M${n(x - 9.6)} ${n(y + 2)}A9.8 10.6 0 0 1 ${n(x + 9.6)} ${n(y)}L${n(x + 11)} ${n(y + 1)}L${n(x - 9)} ${n(y + 3.5)}z`,
        hatColour ?? '#d1495b',
      );
    case 'cap':
      return path(
        `M${n(x - 8.8)} ${n(y)}A8.8 8.8 0 0 1 ${n(x + 8.8)} ${n(y - 1.5)}L${n(x + 15)} ${n(y - 0.5)}L${n(x + 8)} ${n(y + 0.5)}z`,
        hatColour ?? '#3d5a80',
      );
    case 'none':
      return '';
  }
}

/** The leaf hat: its brim at (x, y), 36 wide at scale 1. */
export function coneHat(x: number, y: number, scale = 1, colour = '#f2dfae'): string {
  const whole = 'M-18 0Q0 6 18 0L0 -17z';
  return place(
    [
      path(whole, colour),
      path('M0 -17L18 0Q9 3 3 3.4z', { fill: '#8a6a2f', opacity: 0.28 }),
      path('M-12 -5Q0 -1 12 -5', { stroke: '#8a6a2f', width: 0.7, opacity: 0.5 }),
    ],
    x,
    y,
    scale,
  );
}
