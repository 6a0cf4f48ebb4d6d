import { farCity, tower } from '../brushes/city.ts';
import { streetLamp } from '../brushes/lights.ts';
import { glow, mist, sky, vignette } from '../brushes/sky.ts';
import { tree } from '../brushes/trees.ts';
import { motorbike } from '../brushes/vehicles.ts';
import { reflected } from '../brushes/water.ts';
import type { Canvas } from '../canvas.ts';
import { circle, ellipse, path, rect } from '../svg.ts';

const coats = ['#ffd23f', '#3bceac', '#ee4266', '#4aa3f0', '#c77dff', '#ff9f5a', '#b8e04a'] as const;
const road = 960;

/** Heavy rain in the evening: coloured raincoats, headlamps, everything doubled by the wet asphalt. */
export function rainMotorbikes(c: Canvas): void {
  const r = c.random;
  c.add(sky(c, ['#25324a', '#3c4f6b', [0.7, '#6b7f98'], '#93a3b3'], road + 40), farCity(c, road, 220, 460, '#54677f'));
  for (const [x, w, h] of [
    [60, 190, 620],
    [300, 150, 480],
    [520, 200, 700],
    [1500, 170, 560],
    [1720, 210, 740],
    [2010, 160, 500],
    [2200, 220, 640],
  ] as const)
    c.add(
      tower(c, x, road, w, h, {
        left: '#4c6079',
        right: '#2c3a52',
        glass: '#1c283c',
        lit: 0.3,
        light: r.pick(['#ffd98a', '#ffe9bd', '#a8e0ff']),
      }),
    );
  c.add(mist(c, 560, 420, '#b3c2cf', 0.55));
  for (const x of [200, 840, 1420, 2160])
    c.add(tree(c, x, road + 20, 400, '#2c2a33', ['#243f42', '#2f5350', '#3f6a60']));
  for (const x of [520, 1120, 1760, 2340]) c.add(streetLamp(c, x, road + 20, 470, '#1c2432', '#ffdf9e'));
  c.add(rect(0, road, 2400, 640, c.down('#5d7088', '#3a4a60', '#232f42')), rect(0, road - 4, 2400, 14, '#8494a6'));
  c.add(...traffic(c, 0, 1070, 0.85, 8), ...traffic(c, 1, 1240, 1.35, 6), ...traffic(c, 2, 1490, 2.05, 4));
  c.add(...splashes(c), rain(c), mist(c, 900, 300, '#c3d0da', 0.25), vignette(c, '#060b18', 0.55));
}

/** One row of riders with their reflections, the pools of their headlamps and the tint of their coats. */
function traffic(c: Canvas, row: number, y: number, scale: number, count: number): string[] {
  const r = c.random;
  const pool = c.round([0, '#fff3c4', 0.65], [1, '#fff3c4', 0]);
  const riders = Array.from({ length: count }, (_, each) => {
    const x = ((each + 0.5) / count) * 2500 - 60 + r.between(-50, 50) + row * 60;
    const coat = coats[(each * 3 + row * 2) % coats.length] ?? coats[0];
    const body = r.pick(['#2b2d42', '#8d2f3f', '#1f4e66', '#dfe4ea']);
    const helmet = r.pick(['#f4f1de', '#ee4266', '#2b2d42', '#ffd23f']);
    return { x, coat, bike: motorbike(x, y, scale, { body, shirt: coat, coat, helmet, trousers: '#27324a' }) };
  });
  const bikes = riders.map(({ bike }) => bike);
  const lit = riders.flatMap(({ x, bike, coat }) => [
    ellipse(x + 150 * scale, y + 26 * scale, 150 * scale, 16 * scale, pool),
    bike,
    glow(c, x + 66 * scale, y - 84 * scale, 110 * scale, '#fff3c4', 0.75),
    ellipse(x, y + 14 * scale, 80 * scale, 7 * scale, { fill: coat, opacity: 0.25 }),
  ]);
  return [reflected(c, bikes, y + 4, 210 * scale, 0.4, 0.75), ...lit];
}

function rain(c: Canvas): string {
  const drops = (count: number, length: number) =>
    Array.from({ length: count }, () => {
      const [x, y, l] = [
        c.random.between(-100, 2500),
        c.random.between(-60, 1600),
        length * c.random.between(0.5, 1.2),
      ];
      return `M${Math.round(x)} ${Math.round(y)}l${Math.round(-l * 0.2)} ${Math.round(l)}`;
    }).join('');
  return (
    path(drops(420, 70), { stroke: '#dfeaf2', width: 2, opacity: 0.35 }) +
    path(drops(130, 130), { stroke: '#f2f8fb', width: 3.4, opacity: 0.35 })
  );
}

const splashes = (c: Canvas): string[] =>
  Array.from({ length: 110 }, () => {
    const y = c.random.between(road + 30, 1590);
    const s = (y - road) / 640;
    const x = c.random.between(0, 2400);
    return (
      ellipse(x, y, 10 + 22 * s, 3 + 5 * s, { stroke: '#d9e6ee', width: 1.5 + s, opacity: 0.5 }) +
      circle(x, y - 8 - 8 * s, 2 + 2 * s, { fill: '#e8f2f7', opacity: 0.6 })
    );
  });
