import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { takeIn } from '#media/intake/intake.ts';
import { deriveRenditions } from '#media/pixels/derive.ts';
import { examine } from '#media/pixels/examine.ts';
import { bigTiffOfPages, everyFormat, raws, tiffOfPages, vector } from './support/formats.ts';
import { photo, photosFound } from './support/photos.ts';
import { colourAt, flag } from './support/pictures.ts';
import { textsOf } from './support/said.ts';
import { emptyStore } from './support/store.ts';

const words = { credit: 'Lan', creator: 'Lan', rights: 'http://creativecommons.org/licenses/by/4.0/' };
const look = async (bytes: Uint8Array, filename = 'a.jpg') => {
  const { store } = await emptyStore();
  const taken = await takeIn(store, bytes, { filename, examine });
  expect(taken.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(Buffer.compare(await store.read(taken.sha256), bytes)).toBe(0);
  return taken;
};

/** What the public gets shows the drawing the right way up. */
const expectFlag = async (master: Uint8Array): Promise<void> => {
  const { sources } = await deriveRenditions(master, { words });
  for (const { bytes, width, height } of sources) {
    expect(width / height).toBeCloseTo(1.5, 1);
    const [corner, left, right] = [
      await colourAt(bytes, 0.1, 0.1),
      await colourAt(bytes, 0.2, 0.8),
      await colourAt(bytes, 0.8, 0.5),
    ];
    expect(corner[1]).toBeGreaterThan(150);
    expect(left[0]).toBeGreaterThan(180);
    expect(right[2]).toBeGreaterThan(180);
  }
};

describe('HEIC of telephones', () => {
  test.each(['flag.heic', 'turned.heic', 'p3.heic'])('%s is shown whole and the right way up', async (name) => {
    expect(await look(vector(name))).toMatchObject({
      ...{ type: 'image/heic', display: 'whole', width: 96, height: 64, pages: 1, orientation: 1 },
    });
    await expectFlag(vector(name));
  });

  test('of a width that its decoder rounds up comes out straight', async () => {
    expect(await look(vector('odd.heic'))).toMatchObject({ display: 'whole', width: 94, height: 62 });
    await expectFlag(vector('odd.heic'));
  });

  test('its EXIF and XMP are read', async () => {
    expect(textsOf((await look(vector('flag.heic'))).embedded)).toEqual({
      headline: ['Chợ Bến Thành'],
      creator: ['Nguyen Van A'],
      notice: ['Ben Thanh'],
      created: ['1999-05-25T21:00'],
    });
  });

  test('its colours are those of its profile: the same numbers in Display P3 are another red', async () => {
    const redOf = async (name: string) => {
      const { sources } = await deriveRenditions(vector(name), { words });
      return colourAt(sources.at(-1)?.bytes ?? new Uint8Array(), 0.2, 0.8);
    };
    const [plain, wide] = [await redOf('flag.heic'), await redOf('p3.heic')];
    expect(wide[0]).toBeGreaterThan(plain[0] + 10);
  });
});

describe('raw files of cameras', async () => {
  test.each(Object.entries(await raws()))(
    '%s: the picture that it carries is shown, turned as it says',
    async (type, bytes) => {
      const taken = await look(bytes);
      expect(taken).toMatchObject({ type, display: 'preview', width: 600, height: 400, orientation: 6 });
      expect(textsOf(taken.embedded)).toEqual({ creator: ['Nguyen Van A'], created: ['2019-03-02T07:15'] });
      await expectFlag(bytes);
    },
  );

  test.each(Object.entries(await raws(300)))(
    '%s with nothing but a thumbnail is kept and not shown',
    async (type, bytes) => {
      expect(await look(bytes)).toMatchObject({ type, display: 'none', thumbhash: '' });
      await expect(deriveRenditions(bytes, { words })).rejects.toMatchObject({ code: 'image-not-shown' });
    },
  );

  test.each(Object.entries(await raws()))('%s that breaks off is refused', async (_, bytes) => {
    await expect(look(bytes.subarray(0, bytes.length * 0.6))).rejects.toMatchObject({ code: 'image-damaged' });
  });
});

describe('what can be kept and not shown', () => {
  test.each([
    ['flag.jp2', 'image/jp2'],
    ['flag.j2k', 'image/jp2'],
    ['flag.jxl', 'image/jxl'],
    ['boxed.jxl', 'image/jxl'],
  ])('%s is kept, and says so', async (name, type) => {
    const taken = await look(vector(name));
    expect(taken).toMatchObject({ type, display: 'none', width: 96, height: 64, thumbhash: '' });
    await expect(deriveRenditions(vector(name), { words })).rejects.toMatchObject({ code: 'image-not-shown' });
  });

  test.each(['flag.jp2', 'flag.j2k', 'boxed.jxl'])('%s that breaks off is refused', async (name) => {
    const bytes = vector(name);
    await expect(look(bytes.subarray(0, bytes.length - 9))).rejects.toMatchObject({ code: 'image-damaged' });
  });
});

describe('TIFF', () => {
  test('of several pages shows the first and counts them all', async () => {
    const bytes = tiffOfPages(12);
    expect(await look(bytes)).toMatchObject({ type: 'image/tiff', display: 'whole', width: 4, height: 3, pages: 12 });
    const { sources } = await deriveRenditions(bytes, { words });
    expect((await colourAt(sources.at(-1)?.bytes ?? bytes, 0.5, 0.5))[0]).toBeLessThan(60);
  });

  test('in the form for large files is as good', async () => {
    expect(await look(bigTiffOfPages(3))).toMatchObject({ type: 'image/tiff', pages: 3 });
    const big = await flag()
      .withXmp(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>`)
      .tiff({ bigtiff: true })
      .toBuffer();
    expect(big.toString('latin1', 0, 3)).toBe('II+');
    await look(big);
    await expectFlag(big);
  });

  test('of which a later page is damaged is damaged', async () => {
    const bytes = tiffOfPages(3);
    const compressed = Buffer.from(bytes);
    // The last page claims to be LZW
    const at = compressed.lastIndexOf(Buffer.from([0x03, 0x01, 3, 0, 1, 0, 0, 0, 1, 0]));
    compressed[at + 8] = 5;
    await expect(look(compressed)).rejects.toMatchObject({ code: 'image-damaged' });
  });

  test('of a hundred thousand pages is refused', async () => {
    await expect(look(tiffOfPages(100_000))).rejects.toMatchObject({
      code: 'image-too-many-pages',
      values: { max: 250 },
    });
    expect(await look(tiffOfPages(250))).toMatchObject({ pages: 250 });
  });

  test.each([
    ['16 bits', () => flag().toColourspace('rgb16').tiff()],
    ['CMYK without a profile', () => flag().toColourspace('cmyk').tiff()],
    ['CMYK with a profile', () => flag().toColourspace('cmyk').withIccProfile('cmyk').tiff()],
  ])('of %s comes out in the colours that it had', async (_, make) => {
    const bytes = await make().toBuffer();
    await look(bytes);
    const { sources } = await deriveRenditions(bytes, { words });
    for (const source of sources) {
      const [r, g, b] = await colourAt(source.bytes, 0.2, 0.8);
      expect(r).toBeGreaterThan(150);
      expect(Math.max(g, b)).toBeLessThan(90);
    }
  });
});

test('of every kind there is a file, and each is taken in', async () => {
  for (const [name, bytes] of Object.entries(await everyFormat()))
    expect([name, (await look(bytes)).bytes]).toEqual([name, bytes.length]);
});

describe.skipIf(!photosFound)('a HEIC photograph of a telephone', () => {
  test('is shown whole, with what it says of itself', async () => {
    const bytes = photo('heic/IMG_5195.HEIC');
    const taken = await look(bytes, 'IMG_5195.HEIC');
    expect(taken).toMatchObject({ type: 'image/heic', display: 'whole', width: 2566, height: 3313 });
    expect(textsOf(taken.embedded)).toEqual({ created: ['2021-04-11T15:47'], digitised: ['2021-04-11T15:47'] });
  });
});
