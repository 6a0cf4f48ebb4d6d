import { circle, ellipse, path, place, segment } from '../svg.ts';
import { coneHat, skins } from './people.ts';

export interface AoDai {
  readonly silk: string;
  readonly shade: string;
  readonly trousers?: string;
  readonly skin?: string;
  readonly hat?: boolean;
  /** Small blossoms on the front panel. */
  readonly pattern?: string;
}

/** A woman walking in an áo dài, the panels moved by the wind; `height` high on (x, y). */
export function aoDai(x: number, y: number, height: number, look: AoDai, left = false): string {
  const { silk, shade, trousers = '#fbf7ef', skin = skins[0], pattern } = look;
  const back = 'M-6 -52C-14 -40 -24 -24 -30 -9Q-20 -4 -10 -7Q-3 -28 4 -50z';
  const front = 'M-6 -54L8 -54C13 -40 17 -22 18 -7Q9 -3 1 -6C1 -22 -2 -38 -6 -54z';
  const body = 'M-7 -52Q-6 -62 -9 -76Q-8 -82 0 -82Q9 -82 10 -76Q7 -62 9 -52z';
  const blossoms = pattern
    ? [
        [8, -18],
        [5, -30],
        [11, -34],
        [12, -13],
        [4, -12],
      ].map(([px = 0, py = 0]) => circle(px, py, 1.5, pattern))
    : [];
  const parts = [
    path(back, shade),
    path('M8 -76 L13 -64 L19 -55', { stroke: shade, width: 5.4 }),
    path('M-2 -48 L-9 -24 L-15 -3', { stroke: trousers, width: 9 }),
    path('M3 -48 L7 -24 L11 -2', { stroke: trousers, width: 9.5 }),
    ellipse(-13, -1, 5, 2, '#9a3b3b'),
    ellipse(13, -0.5, 5, 2, '#9a3b3b'),
    path(front, silk),
    ...blossoms,
    path(body, silk),
    path('M-7 -90Q-14 -74 -9 -56Q-4 -62 -2 -76z', '#1f1718'),
    segment(1, -88, 0.5, -80, skin, 5),
    segment(-2.4, -81, 3.4, -81, silk, 4.4),
    circle(1, -91, 7.4, skin),
    path('M-7.4 -88A8.3 8.3 0 0 1 8.6 -93Q1 -96 -3 -91z', '#1f1718'),
    path('M-7 -76 L-11 -64 L-7 -52', { stroke: silk, width: 5.4 }),
    circle(-7, -51, 2.4, skin),
    look.hat ? coneHat(1, -94, 1.05) : '',
  ];
  const scale = height / 104;
  return place(parts, x, y, [left ? -scale : scale, scale]);
}
