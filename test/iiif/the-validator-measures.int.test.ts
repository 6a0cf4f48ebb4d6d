import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Checks, looked, openChecks, type Turn } from './support/checks.ts';
import { colourIn, expectColour, readSquares } from './support/squares.ts';

describe.each(await readSquares())('the checks of the IIIF Image validator (3.0, level 2) on $name', (squares) => {
  let checks: Checks;
  beforeAll(async () => {
    checks = await openChecks(squares);
  });
  afterAll(() => checks[Symbol.asyncDispose]());
  const picture: Checks['picture'] = (...asked) => checks.picture(...asked);
  const status = async (path: string) => (await checks.get(path)).status;
  const holdSquares: Checks['holdSquares'] = (...asked) => checks.holdSquares(...asked);
  const holdSquare: Checks['holdSquare'] = (...asked) => checks.holdSquare(...asked);

  describe('region', () => {
    it('region_pixels', async () => {
      for (const [column, row] of looked)
        await holdSquare(`${column * 100 + 5},${row * 100 + 5},90,90/max/0/default.jpg`, column, row, 90);
    });
    it('region_percent', async () => {
      for (const [column, row] of looked)
        await holdSquare(`pct:${column * 10 + 0.5},${row * 10 + 0.5},9,9/max/0/default.jpg`, column, row, 90);
    });
    it('region_square', async () => holdSquares('square/max/0/default.jpg', [1000, 1000]));
    it('what lies outside is cut off', async () => {
      const seen = await picture('950,900,200,300/max/0/default.jpg');
      expect([seen.width, seen.height]).toEqual([50, 100]);
    });
    it.each(['q8s7d6', '1,2,3', '0,0,0,10', '1000,0,10,10', 'pct:0,0,0,0', '-1,0,10,10'])(
      'region_error_random: “%s” is refused',
      async (region) => expect(await status(`${region}/max/0/default.jpg`)).toBe(400),
    );
  });

  describe('size', () => {
    it.each([
      ['size_wc', '600,', [600, 600]],
      ['size_ch', ',455', [455, 455]],
      ['size_wh', '400,700', [400, 700]],
      ['size_bwh', '!450,760', [450, 450]],
      ['size_percent', 'pct:35', [350, 350]],
      ['size_up', '^,1500', [1500, 1500]],
      ['size_up, as large as goes', '^max', [2400, 2400]],
    ] as const)('%s: %s', async (_check, size, wanted) => holdSquares(`full/${size}/0/default.jpg`, wanted));
    it('size_percent, so small that JPEG would mix the squares: pct:10', async () =>
      holdSquares('full/pct:10/0/default.png', [100, 100]));
    it('size_region: a part at a size', async () => {
      for (const [column, row] of looked)
        await holdSquare(`${column * 100},${row * 100},100,100/47,/0/default.jpg`, column, row, 47);
    });
    it.each(['1100,', ',1100', 'pct:110', '1500,1500'])('size_noup: %s needs ^', async (size) =>
      expect(await status(`full/${size}/0/default.jpg`)).toBe(400),
    );
    it.each(['full', 'xK3ab9', '0,', 'pct:0', '^2401,', '^pct:500', ','])(
      'size_nofull, size_error_random: “%s” is refused',
      async (size) => expect(await status(`full/${size}/0/default.jpg`)).toBe(400),
    );
  });

  describe('rotation', () => {
    const turns: Record<string, Turn> = {
      '90': (column, row) => [9 - row, column],
      '180': (column, row) => [9 - column, 9 - row],
      '270': (column, row) => [row, 9 - column],
      '360': (column, row) => [column, row],
      '!0': (column, row) => [9 - column, row],
      '!90': (column, row) => [9 - row, 9 - column],
      '!180': (column, row) => [column, 9 - row],
    };
    it.each(Object.entries(turns))('rot_full_basic, rot_mirror, rot_mirror_180: %s', async (rotation, turn) =>
      holdSquares(`full/max/${rotation}/default.jpg`, [1000, 1000], turn),
    );
    it('keeps the size that was asked for, and turns it', async () => {
      const seen = await picture('full/300,500/90/default.jpg');
      expect([seen.width, seen.height]).toEqual([500, 300]);
      await holdSquares('full/500,300/180/default.jpg', [500, 300], turns['180']);
    });
    it('rot_region_basic: a part turned', async () => {
      const seen = await picture('200,300,200,100/max/90/default.jpg');
      expect([seen.width, seen.height]).toEqual([100, 200]);
      expectColour(await colourIn(seen.bytes, 40, 40, 20), await squares.colourOf(2, 3), 'above');
      expectColour(await colourIn(seen.bytes, 40, 140, 20), await squares.colourOf(3, 3), 'below');
    });
    it('rot_full_non90, rot_region_non90: by any angle, with nothing around it but what has to be', async () => {
      const whole = await picture('full/300,/22.5/default.png', 'image/png');
      const around = Math.round(300 * (Math.cos(Math.PI / 8) + Math.sin(Math.PI / 8)));
      for (const side of [whole.width, whole.height]) expect(Math.abs(side - around)).toBeLessThanOrEqual(2);
      expect(whole.channels).toBe(4);
      const corner = await sharp(whole.bytes).extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer();
      expect(corner[3]).toBe(0);
      const part = await picture('400,500,100,100/max/45/default.jpg');
      const middle = part.width / 2;
      expectColour(await colourIn(part.bytes, middle - 10, middle - 10, 20), await squares.colourOf(4, 5), 'middle');
      expectColour(await colourIn(part.bytes, 1, 1, 5), [255, 255, 255], 'corner');
    });
    it.each(['ab1x', '361', '-90', '!', '!!90', '90!'])('rot_error_random: “%s” is refused', async (rotation) =>
      expect(await status(`full/max/${rotation}/default.jpg`)).toBe(400),
    );
  });
});
