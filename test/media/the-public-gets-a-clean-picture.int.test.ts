import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readEmbedded } from '#media/metadata/embedded.ts';
import { withIim } from '#media/metadata/iim-write.ts';
import { deriveRenditions } from '#media/pixels/derive.ts';
import type { RightsWords } from '#media/rights/rights-words.ts';
import { perlFound, readBack, saidBesides, type Tags } from '../support/exiftool.ts';
import { photo, photosFound, photosIn } from './support/photos.ts';
import { colourAt, flag } from './support/pictures.ts';
import { textsOf } from './support/said.ts';
import { withPngTexts, withProfile, withThumbnail } from './support/spoken-files.ts';

const words: RightsWords = {
  credit: 'Ảnh: Nguyễn Văn A / <Bến Thành> & "bạn"',
  creator: 'Nguyễn Văn A',
  rights: 'http://creativecommons.org/licenses/by/4.0/',
  title: { vi: 'Chợ Bến Thành', 'zh-Hans': '滨城市场' },
  description: { fr: 'Le marché à midi' },
};

test('widths go up in steps, never beyond the master, each in WebP and JPEG', async () => {
  const { sources, width, height } = await deriveRenditions(await flag(1200, 800).jpeg().toBuffer(), { words });
  expect([width, height]).toEqual([1200, 800]);
  expect(sources.map((source) => `${source.type} ${source.width}x${source.height}`)).toEqual([
    'image/webp 320x213',
    'image/jpeg 320x213',
    'image/webp 640x427',
    'image/jpeg 640x427',
    'image/webp 1024x683',
    'image/jpeg 1024x683',
    'image/webp 1200x800',
    'image/jpeg 1200x800',
  ]);
  for (const { bytes, sha256, type, width } of sources) {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(await sharp(bytes).metadata()).toMatchObject({
      format: type.slice(6),
      width,
      space: 'srgb',
      depth: 'uchar',
    });
  }
});

test('equal input gives equal bytes', async () => {
  const master = await flag().png().toBuffer();
  const [one, two] = [await deriveRenditions(master, { words }), await deriveRenditions(master, { words })];
  expect(two.sources.map((source) => source.sha256)).toEqual(one.sources.map((source) => source.sha256));
  expect(two.thumbhash).toBe(one.thumbhash);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a master with orientation %i comes out the right way up', async (orientation) => {
  const turned = sharp(await flag().png().toBuffer());
  const undo = [
    turned,
    turned.clone().flop(),
    turned.clone().rotate(180),
    turned.clone().flip(),
    sharp(await turned.clone().rotate(90).png().toBuffer()).flop(),
    turned.clone().rotate(270),
    sharp(await turned.clone().rotate(270).png().toBuffer()).flop(),
    turned.clone().rotate(90),
  ][orientation - 1];
  const stored = await sharp(await (undo ?? turned).png().toBuffer())
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
  const { sources, width, height } = await deriveRenditions(stored, { words });
  expect([width, height]).toEqual([600, 400]);
  for (const { bytes } of sources.slice(-2)) {
    expect((await sharp(bytes).metadata()).orientation ?? 1).toBe(1);
    expect((await colourAt(bytes, 0.1, 0.1))[1]).toBeGreaterThan(150);
    expect((await colourAt(bytes, 0.1, 0.9))[0]).toBeGreaterThan(180);
    expect((await colourAt(bytes, 0.9, 0.5))[2]).toBeGreaterThan(180);
  }
});

test('CMYK, 16-bit and grey masters come out as 8-bit sRGB', async () => {
  const masters = [
    await flag().toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer(),
    await flag().toColourspace('cmyk').tiff().toBuffer(),
    await flag().toColourspace('rgb16').tiff().toBuffer(),
    await flag().toColourspace('rgb16').png().toBuffer(),
    await flag().withIccProfile('p3').jpeg().toBuffer(),
  ];
  for (const master of masters) {
    const { sources } = await deriveRenditions(master, { words });
    for (const { bytes } of sources) {
      expect(await sharp(bytes).metadata()).toMatchObject({ space: 'srgb', depth: 'uchar', channels: 3 });
      const [r, g, b] = await colourAt(bytes, 0.3, 0.8);
      expect(r).toBeGreaterThan(150);
      expect(Math.max(g, b)).toBeLessThan(90);
    }
  }
  const grey = await deriveRenditions(await flag().greyscale().toColourspace('b-w').png().toBuffer(), { words });
  expect(grey.sources).toHaveLength(4);
});

test('a transparent master stays transparent in WebP and stands on white in JPEG', async () => {
  const clear = await sharp({
    create: { width: 50, height: 50, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer();
  const { sources } = await deriveRenditions(clear, { words });
  expect((await sharp(sources[0]?.bytes).metadata()).hasAlpha).toBe(true);
  expect(await colourAt(sources[1]?.bytes ?? new Uint8Array(), 0.5, 0.5)).toEqual([255, 255, 255]);
});

test('R35: nothing hidden in a master reaches the public', async () => {
  const canaries = ['CANARY-EXIF', 'CANARY-SERIAL', 'CANARY-XMP', 'CANARY-IPTC', 'CANARY-TAIL'];
  const marked = await flag()
    .withExif({
      IFD0: { ImageDescription: 'CANARY-EXIF', Model: 'CANARY-EXIF' },
      IFD2: { BodySerialNumber: 'CANARY-SERIAL', UserComment: 'CANARY-EXIF' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '10/1 46/1 20/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 41/1 0/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>CANARY-XMP</a></x:xmpmeta>')
    .jpeg()
    .toBuffer();
  const master = Buffer.concat([withIim(marked, { caption: 'CANARY-IPTC' }), Buffer.from('CANARY-TAIL')]);
  for (const canary of canaries) expect(master.includes(canary)).toBe(true);
  const { sources } = await deriveRenditions(master, { words });
  for (const { bytes } of sources) {
    for (const canary of ['CANARY', 'GPS']) expect(Buffer.from(bytes).includes(canary)).toBe(false);
    expect(await gpsIn(bytes)).toBe(false);
  }
});

const green = () => sharp({ create: { width: 160, height: 120, channels: 3, background: { r: 0, g: 250, b: 0 } } });
const profiled = async (words: string): Promise<Buffer> => {
  const { icc } = await sharp(await flag().withIccProfile('p3').jpeg().toBuffer()).metadata();
  return withProfile(await flag().jpeg().toBuffer(), icc ?? Buffer.alloc(0), words);
};
/** Masters that say something where a picture says what its colours mean, what it is, or what it looked like before. */
const talkative: Record<string, (words: string) => Promise<Buffer>> = {
  'a colour profile': profiled,
  'three kinds of text of a PNG': async (words) => withPngTexts(await flag().png().toBuffer(), words),
  'the small picture within its EXIF block': async (words) =>
    withThumbnail(
      await flag().jpeg().toBuffer(),
      await green()
        .withExif({ IFD0: { ImageDescription: words } })
        .jpeg()
        .toBuffer(),
    ),
};

test.each(Object.entries(talkative))('R35: nothing hidden in %s reaches the public', async (_, make) => {
  const canary = 'CANARY-TWK1';
  const master = await make(canary);
  expect(master.includes(canary)).toBe(true);
  const { sources } = await deriveRenditions(master, { words, widths: [320] });
  expect(sources).toHaveLength(2);
  for (const { bytes } of sources) {
    expect(Buffer.from(bytes).includes('CANARY')).toBe(false);
    const { icc, exif, comments } = await sharp(bytes).metadata();
    expect([icc, comments]).toEqual([undefined, undefined]);
    // One picture and none within it; what is shown is what the master shows
    expect(exif?.includes(Buffer.from([0xff, 0xd8, 0xff])) ?? false).toBe(false);
    expect((await colourAt(bytes, 0.9, 0.5))[2]).toBeGreaterThan(180);
  }
});

test.runIf(photosFound && perlFound)(
  'ExifTool finds nothing in copies of real photographs but rights and words',
  async () => {
    const masters = photosIn('{gps,mobile,exif-org,xmp}/**/*.jpg').slice(0, 12);
    expect(masters.length).toBeGreaterThan(5);
    const told = await readBack(masters.map(photo));
    const hides = (tags: Tags) => saidBesides(tags).length > 0;
    expect(told.filter(hides).length).toBeGreaterThan(5);
    const copies = await Promise.all(masters.map((path) => deriveRenditions(photo(path), { words, widths: [320] })));
    const files = copies.flatMap(({ sources }) => sources.map(({ bytes }) => bytes));
    for (const tags of await readBack(files)) {
      expect(saidBesides(tags)).toEqual([]);
      expect(tags).toMatchObject({ 'XMP-photoshop:Credit': words.credit, 'XMP-dc:Creator': [words.creator] });
    }
  },
);

test('the rights are written in, and read back as they were given', async () => {
  const { sources } = await deriveRenditions(await flag().jpeg().toBuffer(), { words });
  for (const { bytes } of sources) {
    const metadata = await sharp(bytes).metadata();
    const said = textsOf(readEmbedded(metadata));
    expect(said).toMatchObject({
      credit: [words.credit],
      creator: [words.creator],
      notice: [`x-default: ${words.credit} (${words.rights})`],
      webStatement: [words.rights],
    });
    expect(said.title).toEqual(['x-default: Chợ Bến Thành', 'vi: Chợ Bến Thành', 'zh-Hans: 滨城市场']);
    expect(said.caption).toContain('fr: Le marché à midi');
    expect(metadata.exif?.includes('Nguyen Van A')).toBe(true);
  }
});

test('a picture that is none is refused', async () => {
  await expect(deriveRenditions(Buffer.from('no picture'), { words })).rejects.toMatchObject({ code: 'image-damaged' });
});

/** Tag 0x8825 in the first folder of the EXIF block points at the position. */
async function gpsIn(bytes: Uint8Array): Promise<boolean> {
  const { exif } = await sharp(bytes).metadata();
  return exif?.includes(Buffer.from([0x25, 0x88])) || exif?.includes(Buffer.from([0x88, 0x25])) || false;
}

describe.skipIf(!photosFound)('photographs of real cameras', () => {
  test.each(photosIn('{gps,exif-org,hdr,mobile}/*'))(
    '%s loses its position, its maker and its thumbnail',
    async (path) => {
      const { sources } = await deriveRenditions(photo(path), { words });
      for (const { bytes } of sources) {
        expect(await gpsIn(bytes)).toBe(false);
        const text = Buffer.from(bytes).toString('latin1');
        expect(text).not.toMatch(/NIKON|Canon|EASTMAN|KODAK|SONY|Apple|Jolla|MakerNote/i);
        expect(text.split('\xff\xd8\xff').length).toBeLessThanOrEqual(2);
      }
    },
  );

  test('photographs that the camera held upright, upside down or sideways come out upright', async () => {
    for (const [path, size] of Object.entries({
      landscape_1: [600, 450],
      landscape_6: [600, 450],
      portrait_3: [450, 600],
      portrait_8: [450, 600],
    })) {
      const { width, height, sources } = await deriveRenditions(photo(`orientation/${path}.jpg`), { words });
      expect([width, height]).toEqual(size);
      expect([sources.at(-1)?.width, sources.at(-1)?.height]).toEqual(size);
    }
  });

  test('one scene, held two ways, looks the same', async () => {
    const [level, turned] = await Promise.all(
      ['landscape_1', 'landscape_6'].map((name) => deriveRenditions(photo(`orientation/${name}.jpg`), { words })),
    );
    for (const [x, y] of [
      [0.1, 0.1],
      [0.9, 0.1],
      [0.5, 0.9],
    ] as const) {
      const [one, two] = await Promise.all(
        [level, turned].map((each) => colourAt(each?.sources[0]?.bytes ?? new Uint8Array(), x, y)),
      );
      const distance = Math.max(...(one ?? []).map((part, channel) => Math.abs(part - (two?.[channel] ?? 0))));
      expect(distance).toBeLessThan(60);
    }
  });
});
