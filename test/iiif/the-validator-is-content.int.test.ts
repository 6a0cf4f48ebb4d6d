import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImageRecord } from '../../src/record/records.ts';
import { publicUrl } from '../support/delivery-node.ts';
import { type House, openHouse } from './support/house.ts';
import { type Colour, colourIn, expectColour, readSquares } from './support/squares.ts';

/** Squares that every check looks at: corners, middle and some that nothing mirrors onto itself. */
const looked = [
  [0, 0],
  [9, 0],
  [0, 9],
  [9, 9],
  [4, 5],
  [2, 7],
  [6, 1],
] as const;

describe.each(await readSquares())(
  'the checks of the IIIF Image validator (3.0, level 2) on $name',
  ({ bytes, colourOf }) => {
    let house: House;
    let record: ImageRecord;
    beforeAll(async () => {
      house = await openHouse();
      record = await house.release('o-vuong', bytes);
    });
    afterAll(() => house[Symbol.asyncDispose]());

    const get = (path: string, init?: RequestInit) => house.ask(record, path, init);
    const picture = async (path: string, type = 'image/jpeg') => {
      const response = await get(path);
      expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, type]);
      const seen = Buffer.from(await response.arrayBuffer());
      const { width, height, format, channels } = await sharp(seen).metadata();
      return { bytes: seen, width, height, format, channels };
    };
    const status = async (path: string) => (await get(path)).status;
    type Turn = (column: number, row: number) => readonly [column: number, row: number];
    /** Holds a whole picture of this size against its squares; `turn` says where a square has gone. */
    const holdSquares = async (
      path: string,
      [width, height]: readonly [number, number],
      turn: Turn = (...at) => at,
    ) => {
      const seen = await picture(path, path.endsWith('png') ? 'image/png' : 'image/jpeg');
      expect([seen.width, seen.height]).toEqual([width, height]);
      for (const [column, row] of looked) {
        const [atColumn, atRow] = turn(column, row);
        const [wide, high] = [width / 10, height / 10];
        const side = Math.min(wide, high) / 5;
        const left = (atColumn + 0.5) * wide - side / 2;
        const top = (atRow + 0.5) * high - side / 2;
        expectColour(
          await colourIn(seen.bytes, left, top, side),
          await colourOf(column, row),
          `${path} ${column},${row}`,
        );
      }
    };
    const holdSquare = async (path: string, column: number, row: number, side: number) => {
      const seen = await picture(path);
      expect([path, seen.width, seen.height]).toEqual([path, side, side]);
      const colour = await colourIn(seen.bytes, side * 0.4, side * 0.4, side / 5);
      expectColour(colour, await colourOf(column, row), path);
    };

    describe('information', () => {
      it('info_json: is complete and correct', async () => {
        const response = await get('info.json');
        expect(response.headers.get('content-type')).toBe(
          'application/ld+json;profile="http://iiif.io/api/image/3/context.json"',
        );
        const info = await response.json();
        expect(Object.keys(info)[0]).toBe('@context');
        expect(info).toMatchObject({
          '@context': 'http://iiif.io/api/image/3/context.json',
          id: `${publicUrl}/iiif/3/${record.id}`,
          type: 'ImageService3',
          protocol: 'http://iiif.io/api/image',
          profile: 'level2',
          ...{ width: 1000, height: 1000, maxWidth: 2400, maxHeight: 7200, maxArea: 5_760_000 },
          sizes: [250, 500, 1000].map((side) => ({ width: side, height: side })),
          tiles: [{ width: 512, scaleFactors: [1, 2] }],
          rights: 'http://creativecommons.org/licenses/by/4.0/',
        });
      });

      it('baseurl_redirect: the base address leads to it', async () => {
        const response = await house.node.get(`/iiif/3/${record.id}`);
        expect([response.status, response.headers.get('location')]).toEqual([
          303,
          `${publicUrl}/iiif/3/${record.id}/info.json`,
        ]);
      });

      it('jsonld: is JSON-LD for whoever asks for that, and plain JSON for whoever likes that better', async () => {
        const typeFor = async (accept: string) => {
          const response = await get('info.json', { headers: { accept } });
          expect(response.headers.get('vary')).toBe('Accept, Accept-Encoding');
          return [response.headers.get('content-type'), response.headers.get('etag')] as const;
        };
        const linked = 'application/ld+json;profile="http://iiif.io/api/image/3/context.json"';
        const tags = new Set<string | null>();
        for (const [accept, type] of [
          ...[
            ['application/ld+json', linked],
            [linked, linked],
            ['*/*', linked],
            ['text/html', linked],
          ],
          ...[
            ['application/ld+json;profile="http://example.org/other"', linked],
            ['application/json', 'application/json'],
          ],
          ...[
            ['application/json, */*;q=0.5', 'application/json'],
            ['application/json;q=0.5, application/ld+json', linked],
          ],
        ] as [string, string][]) {
          const [seen, tag] = await typeFor(accept);
          expect([accept, seen]).toEqual([accept, type]);
          tags.add(tag);
        }
        expect(tags.size).toBe(2);
      });

      it('cors: any page may read everything, refusals too', async () => {
        for (const path of ['info.json', 'manifest.json', 'full/10,/0/default.jpg', 'none/max/0/default.jpg'])
          expect((await get(path)).headers.get('access-control-allow-origin'), path).toBe('*');
        const asked = {
          method: 'OPTIONS',
          headers: { origin: 'https://viewer.example', 'access-control-request-method': 'GET' },
        };
        const preflight = await get('info.json', asked);
        expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
          204,
          'GET, HEAD, OPTIONS',
        ]);
      });

      it('linkheader_profile: the level is named', async () => {
        for (const path of ['info.json', 'full/10,/0/default.jpg'])
          expect((await get(path)).headers.get('link'), path).toContain(
            '<http://iiif.io/api/image/3/level2.json>;rel="profile"',
          );
      });

      it.each([
        ['full/max/0/default.jpg', 'full/max/0/default.jpg'],
        ['0,0,1000,1000/500,/360/color.png', 'full/500,500/0/default.png'],
        ['pct:10,10,20,20/!50,80/!90.0/gray.jpg', '100,100,200,200/50,50/!90/gray.jpg'],
      ])('linkheader_canonical: %s', async (path, canonical) => {
        expect((await get(path)).headers.get('link')).toContain(
          `<${publicUrl}/iiif/3/${record.id}/${canonical}>;rel="canonical"`,
        );
      });
    });

    describe('identifier', () => {
      const asked = (id: string) => house.node.get(`/iiif/3/${id}/full/10,/0/default.jpg`);

      it('id_basic: the picture is there', async () => expect((await asked(record.id)).status).toBe(200));
      it('id_escaped: escaped as far as one likes', async () => {
        const escaped = [...record.id].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
        expect((await asked(escaped)).status).toBe(200);
      });
      it.each([
        ['id_error_random', 'a1b2c3d4e5f6g7h8i9j0kl', 404],
        ['id_error_escapedslash', `a%2F${'x'.repeat(10)}`, 404],
        ['id_error_unescaped', '[frob]', 404],
        ['id_squirrel', `${encodeURIComponent('#')}squirrel`, 404],
      ])('%s: another name is none', async (_check, id, expected) => expect((await asked(id)).status).toBe(expected));
    });

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
        expectColour(await colourIn(seen.bytes, 40, 40, 20), await colourOf(2, 3), 'above');
        expectColour(await colourIn(seen.bytes, 40, 140, 20), await colourOf(3, 3), 'below');
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
        expectColour(await colourIn(part.bytes, middle - 10, middle - 10, 20), await colourOf(4, 5), 'middle');
        expectColour(await colourIn(part.bytes, 1, 1, 5), [255, 255, 255], 'corner');
      });
      it.each(['ab1x', '361', '-90', '!', '!!90', '90!'])('rot_error_random: “%s” is refused', async (rotation) =>
        expect(await status(`full/max/${rotation}/default.jpg`)).toBe(400),
      );
    });

    describe('quality', () => {
      const greyOf = ([red, green, blue]: Colour): boolean => Math.abs(red - green) <= 3 && Math.abs(green - blue) <= 3;

      it('quality_color: as it is', async () => holdSquares('full/max/0/color.jpg', [1000, 1000]));
      it('quality_grey: without a colour', async () => {
        const seen = await picture('full/500,/0/gray.png', 'image/png');
        const tones = new Set<number>();
        for (const [column, row] of looked) {
          const colour = await colourIn(seen.bytes, column * 50 + 20, row * 50 + 20, 10);
          expect(greyOf(colour), colour.join()).toBe(true);
          tones.add(colour[0]);
        }
        expect(tones.size).toBeGreaterThan(2);
      });
      it('quality_bitonal: black and white alone', async () => {
        const seen = await picture('full/max/0/bitonal.png', 'image/png');
        const tones = new Set(await sharp(seen.bytes).toColourspace('b-w').raw().toBuffer());
        expect([...tones].sort()).toEqual([0, 255]);
      });
      it.each(['grey', 'native', 'x7y8', 'Default'])('quality_error_random: “%s” is refused', async (quality) =>
        expect(await status(`full/max/0/${quality}.jpg`)).toBe(400),
      );
    });

    describe('format', () => {
      it.each([
        ['jpg', 'image/jpeg', 'jpeg'],
        ['png', 'image/png', 'png'],
        ['webp', 'image/webp', 'webp'],
      ])('format_%s: is what it says', async (ending, type, format) => {
        const seen = await picture(`full/200,/0/default.${ending}`, type);
        expect([seen.format, seen.width, seen.height]).toEqual([format, 200, 200]);
      });
      it('format_conneg: the ending decides, whatever a client would accept', async () => {
        const response = await get('full/10,/0/default.png', { headers: { accept: 'image/webp' } });
        expect(response.headers.get('content-type')).toBe('image/png');
      });
      it.each(['gif', 'jp2', 'pdf', 'tif', 'xyz', 'q7'])(
        'format_%s, format_error_random: is not offered, and says so',
        async (ending) => {
          const response = await get(`full/max/0/default.${ending}`);
          expect(response.status).toBe(400);
          expect(await response.json()).toMatchObject({ code: 'parameter-invalid', errors: [{ parameter: 'format' }] });
        },
      );
    });
  },
);
