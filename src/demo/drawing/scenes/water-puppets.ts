import { lantern } from '../brushes/lights.ts';
import { glow, vignette } from '../brushes/sky.ts';
import { reflected, ripples, water } from '../brushes/water.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, line, path, polygon, rect } from '../svg.ts';

const pool = 930;

/** The water stage: a red pavilion with a bamboo curtain, a dragon, a phoenix and two dancers on the green pool. */
export function waterPuppets(c: Canvas): void {
  c.add(rect(0, 0, 2400, pool, c.down('#2a0f1f', '#5a1a26', '#7d2a26')), glow(c, 1200, 620, 1200, '#ff9f4a', 0.45));
  const house = pavilion(c);
  c.add(
    ...house,
    water(c, pool, ['#5f9a5a', '#2f7a58', [0.5, '#1b5a4c'], '#0b2f30']),
    reflected(c, house, pool, 330, 0.5, 0.6),
  );
  c.add(
    ellipse(1200, 1180, 900, 190, c.round([0, '#ffe6a0', 0.35], [1, '#ffe6a0', 0])),
    ripples(c, pool + 10, 1590, '#e0ffd0', 170, 0.4),
  );
  c.add(
    ...dragon(c, 560, 1210),
    ...phoenix(c, 1840, 1170),
    dancer(1060, 1190, 1.25, '#e63946', '#ffd166'),
    dancer(1360, 1200, 1.25, '#2a9d8f', '#ffd166', true),
    ...fish(c),
  );
  c.add(...[330, 700, 1700, 2070].map((x) => lantern(c, x, 250, 150, '#ff5a36')), vignette(c, '#0a0206', 0.6));
}

function pavilion(c: Canvas): string[] {
  const roof = (y: number, half: number, h: number) =>
    path(
      `M${1200 - half} ${y}Q${1200 - half * 0.55} ${y - h * 0.25} ${1200 - half * 0.5} ${y - h}H${1200 + half * 0.5}Q${1200 + half * 0.55} ${y - h * 0.25} ${1200 + half} ${y}Q${1200 + half * 1.03} ${y - 50} ${1200 + half * 1.08} ${y - 84}Q${1200 + half * 1.07} ${y + 20} ${1200 + half * 0.94} ${y + 36}H${1200 - half * 0.94}Q${1200 - half * 1.07} ${y + 20} ${1200 - half * 1.08} ${y - 84}Q${1200 - half * 1.03} ${y - 50} ${1200 - half} ${y}z`,
      c.down('#e08a3c', '#a8402a'),
    );
  const slats = Array.from({ length: 56 }, (_, each) =>
    rect(604 + each * 21.4, 520, 14, 410, { fill: each % 2 ? '#c98a3f' : '#e0a852', opacity: 0.95 }),
  );
  const bands = [580, 700, 820].map((y) => rect(600, y, 1200, 12, '#8f2d22'));
  return [
    rect(480, 470, 1440, 470, c.down('#a8281f', '#7d1a1a')),
    ...slats,
    ...bands,
    ...[480, 780, 1580, 1880].map(
      (x) =>
        rect(x - 6, 440, 62, 500, c.across('#e63946', '#8f1d22')) +
        rect(x - 16, 900, 82, 40, '#f2c14e') +
        rect(x - 16, 440, 82, 30, '#f2c14e'),
    ),
    rect(440, 430, 1520, 44, '#f2c14e'),
    roof(430, 860, 150),
    rect(860, 200, 680, 90, '#a8281f'),
    ...Array.from({ length: 9 }, (_, each) => circle(910 + each * 72, 246, 22, '#f2c14e')),
    roof(206, 480, 130),
    path('M1140 78q60 -80 120 0q-30 -20 -60 -20q-30 0 -60 20z', '#f2c14e'),
    circle(1200, 56, 26, '#ffe08a'),
    rect(440, 915, 1520, 26, '#5a1418'),
  ];
}

function dragon(c: Canvas, x: number, y: number): string[] {
  const hump = (dx: number, r: number) =>
    [
      path(
        `M${x + dx - r} ${y}A${r} ${r * 1.1} 0 0 1 ${x + dx + r} ${y}L${x + dx + r * 0.56} ${y}A${r * 0.56} ${r * 0.62} 0 0 0 ${x + dx - r * 0.56} ${y}z`,
        c.down('#ffd166', '#d98a1f'),
      ),
      ...Array.from({ length: 7 }, (_, each) => {
        const a = Math.PI * (1.08 + each * 0.14);
        return polygon(
          [
            [x + dx + Math.cos(a) * r * 0.98 - 12, y + Math.sin(a) * r * 1.08],
            [x + dx + Math.cos(a) * r * 1.24, y + Math.sin(a) * r * 1.36],
            [x + dx + Math.cos(a) * r * 0.98 + 12, y + Math.sin(a) * r * 1.08],
          ],
          '#e63946',
        );
      }),
      ellipse(x + dx, y + 6, r * 1.2, 12, { fill: '#eaffd8', opacity: 0.5 }),
    ].join('');
  const [hx, hy] = [x + 260, y - 190];
  return [
    path(`M${x - 390} ${y}q-20 -90 -90 -120q90 10 130 116z`, '#e63946'),
    hump(-290, 90),
    hump(-80, 115),
    path(
      `M${x + 120} ${y}Q${x + 110} ${y - 190} ${hx - 30} ${hy - 30}L${hx + 40} ${hy + 50}Q${x + 210} ${y - 90} ${x + 220} ${y}z`,
      c.down('#ffd166', '#d98a1f'),
    ),
    ...Array.from({ length: 6 }, (_, each) =>
      polygon(
        [
          [x + 118 + each * 12, y - 30 - each * 26],
          [x + 70 + each * 12, y - 50 - each * 28],
          [x + 124 + each * 12, y - 60 - each * 26],
        ],
        '#e63946',
      ),
    ),
    path(
      `M${hx - 70} ${hy - 60}q-60 -70 -120 -60q70 20 90 90zM${hx - 60} ${hy - 20}q-70 -10 -110 30q60 -10 100 20z`,
      '#2a9d8f',
    ),
    circle(hx, hy - 20, 80, c.round('#ffe08a', '#e09a26')),
    path(
      `M${hx + 10} ${hy - 70}Q${hx + 150} ${hy - 90} ${hx + 200} ${hy - 20}Q${hx + 130} ${hy} ${hx + 40} ${hy + 10}z`,
      '#ffc23a',
    ),
    path(`M${hx + 30} ${hy + 8}L${hx + 176} ${hy - 10}Q${hx + 140} ${hy + 60} ${hx + 40} ${hy + 54}z`, '#8f1d2c'),
    circle(hx + 30, hy - 54, 27, '#fffdf4'),
    circle(hx + 38, hy - 52, 15, '#1d3557'),
    path(`M${hx - 20} ${hy - 90}q-20 -70 20 -120q10 60 46 104z`, '#fff0c2'),
    path(`M${hx + 180} ${hy + 10}q120 -50 200 20q60 60 110 80`, { stroke: '#d7f4ff', width: 13, opacity: 0.85 }),
    path(`M${hx + 180} ${hy + 20}q90 -10 140 60q40 60 80 90`, { stroke: '#bfeaff', width: 9, opacity: 0.75 }),
    ellipse(x + 170, y + 6, 140, 14, { fill: '#eaffd8', opacity: 0.5 }),
  ];
}

function phoenix(c: Canvas, x: number, y: number): string[] {
  const plume = (turn: number, colour: string) =>
    `<g transform="rotate(${turn} ${x + 70} ${y - 90})">${path(`M${x + 70} ${y - 90}q150 -60 300 -10q-140 20 -290 40z`, colour)}${circle(x + 350, y - 98, 20, '#fff3b0')}${circle(x + 350, y - 98, 11, '#2a9d8f')}</g>`;
  return [
    ...[
      [-62, '#e63946'],
      [-40, '#f77f00'],
      [-18, '#fcbf49'],
      [4, '#2a9d8f'],
    ].map(([turn, colour]) => plume(Number(turn), String(colour))),
    path(
      `M${x - 120} ${y - 40}Q${x - 60} ${y + 30} ${x + 60} ${y}Q${x + 140} ${y - 60} ${x + 90} ${y - 110}Q${x - 20} ${y - 140} ${x - 120} ${y - 40}z`,
      c.across('#ff6b4a', '#d62839'),
    ),
    path(`M${x - 40} ${y - 90}q90 -150 200 -160q-60 60 -70 150q-50 40 -130 10z`, c.down('#fcbf49', '#f77f00')),
    path(
      `M${x - 100} ${y - 40}Q${x - 190} ${y - 130} ${x - 150} ${y - 220}L${x - 104} ${y - 214}Q${x - 120} ${y - 130} ${x - 40} ${y - 100}z`,
      '#ff6b4a',
    ),
    circle(x - 134, y - 236, 42, '#ff7f5c'),
    polygon(
      [
        [x - 172, y - 240],
        [x - 226, y - 226],
        [x - 170, y - 216],
      ],
      '#fcbf49',
    ),
    circle(x - 146, y - 244, 10, '#fffdf4'),
    circle(x - 148, y - 243, 6, '#1d3557'),
    ...[-30, 0, 30].map(
      (turn) =>
        `<g transform="rotate(${turn} ${x - 120} ${y - 270})">${path(`M${x - 120} ${y - 266}q-14 -50 0 -84q18 40 0 84z`, '#fcbf49')}</g>`,
    ),
    ellipse(x, y + 14, 170, 16, { fill: '#eaffd8', opacity: 0.5 }),
  ];
}

/** A lacquered wooden dancer, up to her knees in the water. */
function dancer(x: number, y: number, s: number, silk: string, sash: string, left = false): string {
  const d = left ? -1 : 1;
  return [
    polygon(
      [
        [x - 66 * s, y],
        [x - 34 * s, y - 150 * s],
        [x + 34 * s, y - 150 * s],
        [x + 66 * s, y],
      ],
      silk,
    ),
    rect(x - 40 * s, y - 166 * s, 80 * s, 24 * s, sash, 6),
    path(
      `M${x - 40 * s} ${y - 160 * s}Q${x - 48 * s} ${y - 230 * s} ${x} ${y - 236 * s}Q${x + 48 * s} ${y - 230 * s} ${x + 40 * s} ${y - 160 * s}z`,
      silk,
    ),
    line(
      [
        [x - 36 * s, y - 220 * s],
        [x - 96 * s, y - 190 * s],
        [x - 116 * s, y - 260 * s * (d > 0 ? 1 : 0.9)],
      ],
      silk,
      24 * s,
    ),
    line(
      [
        [x + 36 * s, y - 220 * s],
        [x + 96 * s, y - 196 * s],
        [x + 112 * s, y - 266 * s * (d < 0 ? 1 : 0.9)],
      ],
      silk,
      24 * s,
    ),
    polygon(
      [
        [x + 112 * s * d, y - 260 * s],
        [x + 60 * s * d, y - 350 * s],
        [x + 130 * s * d, y - 372 * s],
        [x + 180 * s * d, y - 330 * s],
      ],
      sash,
    ),
    circle(x, y - 276 * s, 42 * s, '#f7d3ae'),
    path(
      `M${x - 44 * s} ${y - 270 * s}A44 44 0 0 1 ${x + 44 * s} ${y - 270 * s}Q${x} ${y - 312 * s} ${x - 44 * s} ${y - 270 * s}z`.replaceAll(
        'A44 44',
        `A${44 * s} ${44 * s}`,
      ),
      '#20151a',
    ),
    circle(x, y - 326 * s, 18 * s, '#20151a'),
    circle(x - 15 * s, y - 272 * s, 4.5 * s, '#20151a'),
    circle(x + 15 * s, y - 272 * s, 4.5 * s, '#20151a'),
    path(`M${x - 10 * s} ${y - 256 * s}q${10 * s} ${9 * s} ${20 * s} 0`, { stroke: '#c1121f', width: 4 * s }),
    ellipse(x, y + 4 * s, 96 * s, 12 * s, { fill: '#eaffd8', opacity: 0.55 }),
  ].join('');
}

const fish = (c: Canvas): string[] =>
  [
    [840, 1420, 1],
    [1180, 1470, 1.3],
    [1560, 1400, -1.1],
  ].map(([x = 0, y = 0, s = 1]) =>
    [
      path(
        `M${x - 90 * s} ${y - 40}Q${x} ${y - 120} ${x + 90 * s} ${y - 10}Q${x + 10 * s} ${y - 20} ${x - 60 * s} ${y}z`,
        c.across('#ff9f4a', '#e4572e'),
      ),
      polygon(
        [
          [x - 70 * s, y - 20],
          [x - 140 * s, y - 60],
          [x - 110 * s, y + 16],
        ],
        '#e4572e',
      ),
      circle(x + 52 * s, y - 46, 8, '#fffdf4'),
      ellipse(x, y + 6, 130, 14, { fill: '#eaffd8', opacity: 0.5 }),
    ].join(''),
  );
