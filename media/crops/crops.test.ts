import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cropAround,
  cropFault,
  cropsOf,
  fractionsOf,
  largestOf,
  leastSide,
  pixelsOf,
  ratioOf,
  refuseBadCrops,
  shapes,
} from './crops.ts';
import { readCrops } from './set-crops.ts';
import { viewCrops } from './view-crops.ts';

const side = fc.integer({ min: 1, max: 30_000 });
const size = fc.record({ width: side, height: side });
const point = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
const shape = fc.constantFrom(...shapes);
const whole = { width: 3000, height: 2000 };

describe('a crop around the focus', () => {
  it('lies in the picture, has its shape within a pixel, touches two sides, and is one that a person may set', () => {
    fc.assert(
      fc.property(shape, size, point, (one, picture, focus) => {
        const { x, y, width, height } = cropAround(one, picture, focus);
        expect([x, y, width, height].every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
        expect(x + width).toBeLessThanOrEqual(picture.width);
        expect(y + height).toBeLessThanOrEqual(picture.height);
        expect(width === picture.width || height === picture.height).toBe(true);
        const part = fractionsOf({ x, y, width, height }, picture);
        expect(cropFault(one, part, picture)).toBe(null);
        expect(pixelsOf(part, picture)).toEqual({ x, y, width, height });
      }),
    );
  });

  it('has the focus in its middle, as far as the picture reaches', () => {
    expect(cropAround('1:1', whole, [0.5, 0.5])).toEqual({ x: 500, y: 0, width: 2000, height: 2000 });
    expect(cropAround('1:1', whole, [0.4, 0.1])).toEqual({ x: 200, y: 0, width: 2000, height: 2000 });
    expect(cropAround('1:1', whole, [0.05, 0.5])).toEqual({ x: 0, y: 0, width: 2000, height: 2000 });
    expect(cropAround('16:9', whole, [0.5, 1])).toEqual({ x: 0, y: 312, width: 3000, height: 1688 });
    expect(cropAround('9:16', whole, [1, 1])).toEqual({ x: 1875, y: 0, width: 1125, height: 2000 });
    expect(largestOf('16:9', { width: 1, height: 30_000 })).toEqual({ width: 1, height: 1 });
  });
});

describe('a crop that somebody sets', () => {
  const set = (x: number, y: number, width: number, height: number) => fractionsOf({ x, y, width, height }, whole);
  it.each([
    ['the whole width', '16:9', set(0, 100, 3000, 1688), null],
    ['one pixel too wide for its shape', '16:9', set(0, 0, 1601, 900), null],
    ['one pixel too high for its shape', '16:9', set(0, 0, 1600, 901), null],
    ['two pixels too high for its shape', '16:9', set(0, 0, 1600, 902), 'shape'],
    ['a shape lying down', '9:16', set(0, 0, 1600, 900), 'shape'],
    ['over the right edge by a pixel', '1:1', set(2001, 0, 1000, 1000), 'outside'],
    ['over the lower edge by a pixel', '1:1', set(0, 1001, 1000, 1000), 'outside'],
    ['up to the corner', '1:1', set(2000, 1000, 1000, 1000), null],
    ['nothing', '1:1', { x: 0.5, y: 0.5, width: 0, height: 0 }, 'outside'],
    ['as small as may be', '1:1', set(0, 0, leastSide, leastSide), null],
    ['smaller', '1:1', set(0, 0, leastSide - 1, leastSide - 1), 'small'],
  ] as const)('%s', (_, one, part, fault) => {
    expect(cropFault(one, part, whole)).toBe(fault);
    const refuse = () => refuseBadCrops({ [one]: part }, whole);
    if (fault === null) expect(refuse).not.toThrow();
    else
      expect(refuse).toThrow(
        expect.objectContaining({ values: { shape: one, least: leastSide }, code: expect.stringMatching(/^crop-/) }),
      );
  });

  it('may be the whole of a picture that is smaller than that', () => {
    expect(cropFault('1:1', { x: 0, y: 0, width: 1, height: 1 }, { width: 40, height: 40 })).toBe(null);
    expect(cropFault('1:1', { x: 0, y: 0, width: 0.5, height: 0.5 }, { width: 40, height: 40 })).toBe('small');
  });

  it('is shown in the place of the one around the focus, until it fits the picture no more', () => {
    const crops = { '1:1': set(10, 20, 500, 500) };
    const shown = cropsOf(whole, [0.5, 0.5], crops);
    expect(shown['1:1']).toEqual({ x: 10, y: 20, width: 500, height: 500, set: true });
    expect(shown['4:3']).toEqual({ x: 167, y: 0, width: 2667, height: 2000, set: false });
    expect(cropsOf({ width: 2000, height: 3000 }, [0.5, 0.5], crops)['1:1']).toMatchObject({ y: 500, set: false });
  });
});

it('what the database holds is read shape by shape, and what is no crop is none', () => {
  const part = { x: 0, y: 0, width: 0.5, height: 0.5 };
  const odd = { '1:1': part, '4:3': { ...part, x: -1 }, '16:9': 'all', '9:16': { ...part, z: 1 }, '2:1': part };
  expect(readCrops(odd)).toEqual({ '1:1': part });
  for (const none of [null, undefined, 'x', []]) expect(readCrops(none)).toEqual({});
});

it('for a page a crop is fractions with an address', () => {
  const viewed = viewCrops(whole, cropsOf(whole, [0.5, 0.5]), ({ x, width }) => `${x} ${width}`);
  expect(viewed['1:1']).toEqual({
    x: 0.166667,
    y: 0,
    width: 0.666667,
    height: 1,
    set: false,
    href: '0.166667 0.666667',
  });
  expect(
    shapes
      .map((one) => (viewed[one].width * 3000) / (viewed[one].height * 2000))
      .map((ratio, at) => Math.abs(ratio - ratioOf(shapes[at] ?? '1:1')) < 0.001),
  ).toEqual([true, true, true, true]);
});
