import { clothes, figure, skins } from '../brushes/people.ts';
import { glow, vignette } from '../brushes/sky.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, line, path, polygon, rect, segment } from '../svg.ts';

const vx = 1200;
const vy = 860;

/** From depth 0 (far wall) to 1 (at the viewer): half the hall's width, the heights of spring line and floor. */
const at = (depth: number) => ({
  half: 240 + 1060 * depth,
  spring: vy - 150 - 560 * depth,
  floor: vy + 150 + 690 * depth,
});

/** The barrel vault of the old post office: green iron arches one behind the other, light from the roof, tiles below. */
export function postOfficeArcade(c: Canvas): void {
  c.add(
    rect(0, 0, 2400, 1600, c.down('#f6ecc9', '#f2dca6', '#d9b877')),
    vault(c),
    floor(c),
    ...walls(c),
    ...endWall(c),
  );
  for (let each = 0; each <= 6; each += 1) c.add(arch((each / 6) ** 1.5));
  for (let each = 0; each < 5; each += 1) c.add(lamp(c, 0.06 + (each / 5) ** 1.6 * 0.85));
  c.add(glow(c, vx, 520, 900, '#fffbe2', 0.55), ...people(c), vignette(c, '#2c2408', 0.42));
}

function vault(c: Canvas): string {
  const [far, near] = [at(0), at(1)];
  const ribs = Array.from({ length: 15 }, (_, each) => {
    const angle = Math.PI + (each / 14) * Math.PI;
    const end = (zone: typeof far) =>
      [vx + Math.cos(angle) * zone.half, zone.spring + Math.sin(angle) * zone.half * 0.72] as const;
    return line([end(far), end(near)], '#a8c39a', 5, 0.8);
  });
  const glass = [0.32, 0.5, 0.68].map((part) => {
    const wide = 0.075;
    const end = (zone: typeof far, p: number) =>
      [
        vx + Math.cos(Math.PI + p * Math.PI) * zone.half,
        zone.spring + Math.sin(Math.PI + p * Math.PI) * zone.half * 0.72,
      ] as const;
    return polygon([end(far, part - wide), end(far, part + wide), end(near, part + wide), end(near, part - wide)], {
      fill: '#fffef2',
      opacity: 0.85,
    });
  });
  return [
    path(
      `M${vx - near.half} ${near.spring}A${near.half} ${near.half * 0.72} 0 0 1 ${vx + near.half} ${near.spring}z`,
      c.down('#fffbe6', '#f4e3ae'),
    ),
    ...glass,
    ...ribs,
  ].join('');
}

function arch(depth: number): string {
  const { half, spring, floor: ground } = at(depth);
  const w = 10 + 44 * depth;
  const ring = (grow: number, colour: string, width: number) =>
    path(`M${vx - half + grow} ${spring}A${half - grow} ${(half - grow) * 0.72} 0 0 1 ${vx + half - grow} ${spring}`, {
      stroke: colour,
      width,
      cap: 'butt',
    });
  const holes = Array.from({ length: 23 }, (_, each) => {
    const angle = Math.PI + ((each + 0.5) / 23) * Math.PI;
    return circle(
      vx + Math.cos(angle) * (half - w * 0.9),
      spring + Math.sin(angle) * (half - w * 0.9) * 0.72,
      w * 0.3,
      { stroke: '#d9b45a', width: w * 0.1 },
    );
  });
  const column = (side: number) => {
    const x = vx + side * (half - w * 0.9);
    return [
      rect(x - w * 0.6, spring, w * 1.2, ground - spring, '#3f7d5a'),
      rect(x - w * 0.36, spring, w * 0.3, ground - spring, { fill: '#bfe0b4', opacity: 0.4 }),
      rect(x - w, spring - w * 0.4, w * 2, w * 0.8, '#d9b45a'),
      rect(x - w, ground - w * 1.6, w * 2, w * 1.6, '#2c5c43'),
    ].join('');
  };
  return [
    ring(w * 0.9, '#3f7d5a', w * 1.5),
    ring(w * 0.25, '#8fbf8a', w * 0.25),
    ring(w * 1.55, '#2c5c43', w * 0.22),
    ...holes,
    column(-1),
    column(1),
  ].join('');
}

function walls(c: Canvas): string[] {
  const panels: string[] = [];
  for (let each = 0; each < 6; each += 1) {
    const [a, b] = [at((each / 6) ** 1.5), at(((each + 0.9) / 6) ** 1.5)];
    for (const side of [-1, 1]) {
      const quad = (from: number, to: number, fill: string) => {
        const y = (zone: typeof a, part: number) => zone.floor - (zone.floor - zone.spring) * part;
        return polygon(
          [
            [vx + side * a.half, y(a, from)],
            [vx + side * b.half, y(b, from)],
            [vx + side * b.half, y(b, to)],
            [vx + side * a.half, y(a, to)],
          ],
          fill,
        );
      };
      panels.push(
        quad(0, 1, c.down('#f6e7b8', '#e3c583')),
        quad(0.5, 0.94, c.down('#fff9df', '#f3d99a')),
        quad(0.08, 0.4, '#a9713f'),
        quad(0.4, 0.44, '#d9b45a'),
        quad(0.12, 0.34, '#8a5630'),
      );
    }
  }
  return panels;
}

function endWall(c: Canvas): string[] {
  const { half, spring, floor: ground } = at(0);
  return [
    path(
      `M${vx - half} ${ground}V${spring}A${half} ${half * 0.72} 0 0 1 ${vx + half} ${spring}V${ground}z`,
      c.down('#f9edc6', '#e6c98a'),
    ),
    path(`M${vx - 170} ${spring + 10}A170 122 0 0 1 ${vx + 170} ${spring + 10}z`, c.down('#dff3f5', '#fff9df')),
    ...Array.from({ length: 7 }, (_, each) =>
      segment(
        vx,
        spring + 10,
        vx - Math.cos((each / 6) * Math.PI) * 168,
        spring + 10 - Math.sin((each / 6) * Math.PI) * 120,
        '#3f7d5a',
        5,
      ),
    ),
    circle(vx, spring + 62, 44, '#fff9e6'),
    circle(vx, spring + 62, 44, { stroke: '#8a5630', width: 7 }),
    segment(vx, spring + 62, vx + 18, spring + 50, '#3a2a20', 5),
    segment(vx, spring + 62, vx - 4, spring + 32, '#3a2a20', 4),
    rect(vx - 220, ground - 110, 440, 112, '#a9713f'),
    rect(vx - 220, ground - 118, 440, 12, '#d9b45a'),
    ...Array.from({ length: 8 }, (_, each) =>
      rect(vx - 208 + each * 54, ground - 172, 42, 52, { fill: '#fff3c9', opacity: 0.85 }, 18),
    ),
  ];
}

/** Tiles in perspective: a chequered carpet of stars between plain borders. */
function floor(c: Canvas): string {
  const parts = [
    polygon(
      [
        [vx - at(0).half, at(0).floor],
        [vx + at(0).half, at(0).floor],
        [vx + at(1).half, at(1).floor],
        [vx - at(1).half, at(1).floor],
      ],
      c.down('#d9b98a', '#b98a5c'),
    ),
  ];
  for (let row = 0; row < 14; row += 1) {
    const [a, b] = [at((row / 14) ** 1.5), at(((row + 1) / 14) ** 1.5)];
    for (let column = -6; column < 6; column += 1) {
      const border = Math.abs(column + 0.5) > 4;
      const colour = border ? '#8f4f3a' : (row + column) % 2 === 0 ? '#f3e3bf' : '#5d8a78';
      const x = (zone: typeof a, step: number) => vx + (step / 6) * zone.half * 0.9;
      parts.push(
        polygon(
          [
            [x(a, column), a.floor],
            [x(a, column + 1), a.floor],
            [x(b, column + 1), b.floor],
            [x(b, column), b.floor],
          ],
          { fill: colour, opacity: border ? 0.75 : 0.85 },
        ),
      );
    }
  }
  return parts.join('');
}

function lamp(c: Canvas, depth: number): string {
  const { half, spring } = at(depth);
  const [y, s] = [spring - half * 0.34, 16 + 66 * depth];
  return [
    segment(vx, spring - half * 0.7, vx, y, '#2c5c43', 3 + 5 * depth),
    glow(c, vx, y + s, s * 4, '#fff0b8', 0.6),
    ...[-1, 0, 1].map((dx) =>
      ellipse(vx + dx * s * 1.3, y + s + (dx === 0 ? s * 0.3 : 0), s * 0.5, s * 0.55, '#fffbe6'),
    ),
    line(
      [
        [vx - s * 1.3, y + s * 0.5],
        [vx, y],
        [vx + s * 1.3, y + s * 0.5],
      ],
      '#2c5c43',
      2 + 5 * depth,
    ),
  ].join('');
}

function people(c: Canvas): string[] {
  const r = c.random;
  return Array.from({ length: 12 }, (_, each) => {
    const depth = (each / 12) ** 1.4 * 0.62;
    const zone = at(depth);
    const x = vx + r.between(-0.8, 0.8) * zone.half;
    const h = (zone.floor - zone.spring) * 0.4;
    return (
      ellipse(x, zone.floor, h * 0.22, h * 0.035, { fill: '#4a3018', opacity: 0.4 }) +
      figure(
        x,
        zone.floor,
        h,
        r.pick(['walk', 'stand', 'reach']),
        {
          shirt: r.pick(clothes),
          skin: r.pick(skins),
          longHair: r.chance(0.5),
          hat: r.chance(0.15) ? 'cone' : 'none',
          bag: r.pick(['#8a5630', '#3d5a80', '#d1495b']),
        },
        r.chance(0.5),
      )
    );
  });
}
