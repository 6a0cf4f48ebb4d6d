import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicLimit } from '../rights/public-limit.ts';
import { cheapSizes, scaleFactors, tileSide } from './offer.ts';
import { canonicalOf, type Offered, planOf } from './plan.ts';
import { type Parameter, readRequest } from './request.ts';

const offer = (width: number, height: number): Offered => ({
  size: { width, height },
  limit: publicLimit({ width, height }),
});
/** `region/size/rotation/quality.format`, as an address ends. */
const textsOf = (path: string): Record<Parameter, string> => {
  const [region = '', size = '', rotation = '', file = ''] = path.split('/');
  const [quality = '', format = ''] = file.split('.');
  return { region, size, rotation, quality, format };
};
const read = (path: string, offered: Offered) => {
  const asked = readRequest(textsOf(path));
  return 'fault' in asked ? asked : planOf(asked.request, offered);
};
/** The canonical form, or which parameter is refused. */
const meaning = (path: string, offered = offer(1000, 800)): string => {
  const planned = read(path, offered);
  return 'fault' in planned ? `no ${planned.fault}` : canonicalOf(planned.plan, offered);
};

test.each([
  ['full/max/0/default.jpg', 'full/max/0/default.jpg'],
  ['0,0,1000,800/1000,/0/color.jpg', 'full/max/0/default.jpg'],
  ['0,0,5000,5000/1000,800/360/default.png', 'full/max/0/default.png'],
  ['square/max/0/gray.webp', '100,0,800,800/max/0/gray.webp'],
  ['10,20,300,400/max/0/default.jpg', '10,20,300,400/max/0/default.jpg'],
  ['900,700,300,400/max/0/default.jpg', '900,700,100,100/max/0/default.jpg'],
  ['pct:10,25,50,50/max/0/default.jpg', '100,200,500,400/max/0/default.jpg'],
  ['pct:41.6,7.5,66.6,100/max/0/default.jpg', '416,60,584,740/max/0/default.jpg'],
  ['full/500,/0/default.jpg', 'full/500,400/0/default.jpg'],
  ['full/,200/90/default.jpg', 'full/250,200/90/default.jpg'],
  ['full/pct:25/!90.50/default.jpg', 'full/250,200/!90.5/default.jpg'],
  ['full/pct:.5/.5/default.jpg', 'full/5,4/0.5/default.jpg'],
  ['full/300,300/0/bitonal.png', 'full/300,300/0/bitonal.png'],
  ['full/!300,300/0/default.jpg', 'full/300,240/0/default.jpg'],
  ['full/!3000,3000/0/default.jpg', 'full/max/0/default.jpg'],
  ['full/^1500,/0/default.jpg', 'full/^1500,1200/0/default.jpg'],
  ['full/^500,/0/default.jpg', 'full/500,400/0/default.jpg'],
  ['full/^pct:120/0/default.jpg', 'full/^1200,960/0/default.jpg'],
  ['full/^!1500,1500/0/default.jpg', 'full/^1500,1200/0/default.jpg'],
  ['full/^max/0/default.jpg', 'full/^max/0/default.jpg'],
  ['full/^2400,1920/0/default.jpg', 'full/^max/0/default.jpg'],
  ['full/^!9000,9000/0/default.jpg', 'full/^max/0/default.jpg'],
])('%s means %s', (path, canonical) => {
  expect(meaning(path)).toBe(canonical);
  expect(meaning(canonical)).toBe(canonical);
});

test.each([
  ...[
    'Full',
    '',
    'full ',
    '1,2,3',
    '1,2,3,4,5',
    '-1,0,5,5',
    '1.5,0,5,5',
    '0,0,0,5',
    '0,0,5,0',
    '1000,0,5,5',
    '0,800,5,5',
  ],
  ...[
    'pct:',
    'pct:1,2,3',
    'pct:0,0,0,50',
    'pct:100,0,5,5',
    'pct:-1,0,5,5',
    'pct:1e1,0,5,5',
    'pct:0,0,0.001,50',
    'px:0,0,5,5',
  ],
  ...['0,0,99999999999,5', 'ąęć', '../etc'],
])('there is no region “%s”', (region) => {
  expect(meaning(`${region.replace('/', '\\')}/max/0/default.jpg`)).toBe('no region');
});

test.each([
  ...[
    'full',
    '',
    'MAX',
    ',',
    '^',
    '!',
    '0,',
    ',0',
    '0,5',
    '5,0',
    '-5,',
    '5.5,',
    'pct:0',
    'pct:101',
    'pct:',
    'pct:-5',
    '!5',
    '!5,',
    '!0,5',
  ],
  ...[
    '1001,',
    ',801',
    '1001,10',
    '10,801',
    '^2401,',
    '^,7201',
    '^pct:1000',
    '^2400,2401',
    '!^5,5',
    '^^max',
    'pct:0.01',
    '1e3,',
    '5,5,5',
  ],
])('there is no size “%s”', (size) => {
  expect(meaning(`full/${size}/0/default.jpg`)).toBe('no size');
});

test.each(['', '!', '-1', '361', '360.1', 'abc', '90deg', '!!90', '90!', '1e2', '+90', '0x5a', 'NaN'])(
  'there is no rotation “%s”',
  (rotation) => {
    expect(meaning(`full/max/${rotation}/default.jpg`)).toBe('no rotation');
  },
);

test.each(['grey', 'Default', '', 'native', 'colour'])('there is no quality “%s”', (quality) => {
  expect(meaning(`full/max/0/${quality}.jpg`)).toBe('no quality');
});

test.each(['gif', 'jp2', 'pdf', 'tif', 'JPG', 'jpeg', '', 'avif', 'svg'])('there is no format “%s”', (format) => {
  expect(meaning(`full/max/0/default.${format}`)).toBe('no format');
});

const side = fc.integer({ min: 1, max: 7200 });
const sizes = fc.oneof(
  fc.constantFrom('max', '^max'),
  fc.tuple(fc.constantFrom('', '^'), side).map(([up, width]) => `${up}${width},`),
  fc.tuple(fc.constantFrom('', '^'), side).map(([up, height]) => `${up},${height}`),
  fc.tuple(fc.constantFrom('', '^', '!', '^!'), side, side).map(([how, width, height]) => `${how}${width},${height}`),
  fc.tuple(fc.constantFrom('', '^'), fc.integer({ min: 1, max: 300 })).map(([up, percent]) => `${up}pct:${percent}`),
);
const regions = fc.oneof(
  fc.constantFrom('full', 'square'),
  fc.tuple(side, side, side, side).map((numbers) => numbers.join(',')),
  fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 4, maxLength: 4 }).map((all) => `pct:${all.join(',')}`),
);

test('whatever is asked for, nothing is empty, outside the picture or over its limit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2400 }), side, regions, sizes, (width, height, region, size) => {
      const offered = offer(width, height);
      const planned = read(`${region}/${size}/0/default.jpg`, offered);
      if ('fault' in planned) return;
      const { region: box, size: made } = planned.plan;
      expect(box.left >= 0 && box.top >= 0 && box.width >= 1 && box.height >= 1).toBe(true);
      expect(box.left + box.width <= width && box.top + box.height <= height).toBe(true);
      expect(made.width >= 1 && made.height >= 1).toBe(true);
      expect(made.width <= offered.limit.maxWidth && made.height <= offered.limit.maxHeight).toBe(true);
      expect(made.width * made.height).toBeLessThanOrEqual(offered.limit.maxArea);
      if (!size.startsWith('^')) expect(made.width <= box.width && made.height <= box.height).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('the canonical form means the same as what it stands for, and is its own', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2400 }), side, regions, sizes, (width, height, region, size) => {
      const offered = offer(width, height);
      const planned = read(`${region}/${size}/0/default.jpg`, offered);
      if ('fault' in planned) return;
      const canonical = canonicalOf(planned.plan, offered);
      expect(read(canonical, offered)).toEqual(planned);
      expect(meaning(canonical, offered)).toBe(canonical);
    }),
    { numRuns: 2000 },
  );
});

test('what is offered can be asked for: sizes and tiles of every picture', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2400 }), side, (width, height) => {
      const offered = offer(width, height);
      for (const size of cheapSizes(offered.size, offered.limit)) {
        expect(meaning(`full/${size.width},${size.height}/0/default.jpg`, offered)).not.toContain('no ');
      }
      const factors = scaleFactors(offered.size);
      expect(factors).toEqual(factors.map((_, power) => 2 ** power));
      expect(Math.max(width, height) / (factors.at(-1) ?? 1)).toBeLessThanOrEqual(tileSide);
    }),
  );
});
