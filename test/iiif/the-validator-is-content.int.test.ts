import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicUrl } from '../support/delivery-node.ts';
import { type Checks, looked, openChecks } from './support/checks.ts';
import { type Colour, colourIn, readSquares } from './support/squares.ts';

describe.each(await readSquares())('the checks of the IIIF Image validator (3.0, level 2) on $name', (squares) => {
  let checks: Checks;
  beforeAll(async () => {
    checks = await openChecks(squares);
  });
  afterAll(() => checks[Symbol.asyncDispose]());
  const get: Checks['get'] = (...asked) => checks.get(...asked);
  const picture: Checks['picture'] = (...asked) => checks.picture(...asked);
  const status = async (path: string) => (await checks.get(path)).status;
  const holdSquares: Checks['holdSquares'] = (...asked) => checks.holdSquares(...asked);

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
        id: `${publicUrl}/iiif/3/${checks.record.id}`,
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
      const response = await checks.house.node.get(`/iiif/3/${checks.record.id}`);
      expect([response.status, response.headers.get('location')]).toEqual([
        303,
        `${publicUrl}/iiif/3/${checks.record.id}/info.json`,
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
        `<${publicUrl}/iiif/3/${checks.record.id}/${canonical}>;rel="canonical"`,
      );
    });
  });

  describe('identifier', () => {
    const asked = (id: string) => checks.house.node.get(`/iiif/3/${id}/full/10,/0/default.jpg`);

    it('id_basic: the picture is there', async () => expect((await asked(checks.record.id)).status).toBe(200));
    it('id_escaped: escaped as far as one likes', async () => {
      const escaped = [...checks.record.id].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
      expect((await asked(escaped)).status).toBe(200);
    });
    it.each([
      ['id_error_random', 'a1b2c3d4e5f6g7h8i9j0kl', 404],
      ['id_error_escapedslash', `a%2F${'x'.repeat(10)}`, 404],
      ['id_error_unescaped', '[frob]', 404],
      ['id_squirrel', `${encodeURIComponent('#')}squirrel`, 404],
    ])('%s: another name is none', async (_check, id, expected) => expect((await asked(id)).status).toBe(expected));
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
});
