import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMasterReader } from '#media/intake/master-store.ts';
import { readEmbedded } from '#media/metadata/embedded.ts';
import { deriveRenditions } from '#media/pixels/derive.ts';
import { decodeHeic } from '#media/pixels/heic.ts';
import { pictureForm } from '../support/pictures.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { photo, photosFound, photosIn } from './support/photos.ts';
import { textsOf } from './support/said.ts';

/** What is refused, and as what; everything else is taken in. */
const refusals: Readonly<Record<string, readonly [status: number, code: string]>> = {
  'corrupted.jpg': [422, 'image-damaged'],
};

const all = photosIn('**/*.{jpg,jpeg,tiff,tif,png,webp,HEIC}');
const sound = all.filter((path) => !(path in refusals));
const words = { credit: 'Lan', creator: 'Lan', rights: 'http://creativecommons.org/licenses/by/4.0/' };

/** Width and height as the camera held it: orientations from 5 on lie on their side. */
const uprightSize = async (bytes: Uint8Array): Promise<[number, number]> => {
  const { width = 0, height = 0, orientation = 1 } = await sharp(bytes).metadata();
  return orientation >= 5 ? [height, width] : [width, height];
};

/** A file that sharp reads: HEIC it does not. */
const readable = async (bytes: Uint8Array): Promise<Uint8Array> =>
  (await sharp(bytes).metadata()).compression === 'hevc' ? ((await decodeHeic(bytes, undefined)) ?? bytes) : bytes;

/** A picture as 24 × 24 greys, so that two of the same scene can be compared whatever their size. */
const greys = async (bytes: Uint8Array): Promise<Buffer> =>
  sharp(await readable(bytes))
    .autoOrient()
    .flatten()
    .resize(24, 24, { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer();

/** Artist, Copyright, and what every EXIF block has: orientation, resolution, its unit, where colours sit, and the way to its second folder. */
const ours = new Set([0x013b, 0x8298, 0x0112, 0x011a, 0x011b, 0x0128, 0x0213, 0x8769]);

/** Numbers of the tags in the first folder of an EXIF block; in the second stand version and size alone. */
const tagsIn = (block: Buffer | undefined): number[] => {
  if (!block) return [];
  const bytes = block.toString('latin1', 0, 4) === 'Exif' ? block.subarray(6) : block;
  const little = bytes.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const start = little ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4);
  return Array.from({ length: u16(start) }, (_, index) => u16(start + 2 + index * 12));
};

const distance = (one: Buffer, other: Buffer): number =>
  one.reduce((sum, grey, index) => sum + Math.abs(grey - (other[index] ?? 0)), 0) / one.length;

describe.skipIf(!photosFound).each(databasesInTurn)('every photograph of real cameras, on %s', (database) => {
  let studio: Studio;
  let curator: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    curator = await studio.person('curator');
  });
  afterAll(() => studio?.close());

  const upload = (path: string) =>
    curator.send('/api/images/upload?locale=vi&depth=0', {
      method: 'POST',
      body: pictureForm(new Uint8Array(photo(path)), { title: 'Photograph' }, path.split('/').at(-1)),
    });

  it('is there to be looked at', () => {
    expect(sound.length).toBeGreaterThan(15);
    expect(Object.keys(refusals).filter((path) => !all.includes(path))).toEqual([]);
  });

  it.each(sound)('%s comes in by the door, unchanged and the right way up', async (path) => {
    const { status, body } = await upload(path);
    expect(status, JSON.stringify(body)).toBe(201);
    const bytes = photo(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const [width, height] = await uprightSize(bytes);
    expect(body.doc.master).toMatchObject({ sha256, bytes: bytes.length, width, height });
    expect(Buffer.compare(await openMasterReader(studio.values.mastersDir).read(sha256), bytes)).toBe(0);
    expect(JSON.stringify(body.doc)).not.toMatch(/gps|latitude|longitude|serial/i);
  });

  it.each(Object.entries(refusals))('%s is refused by its name', async (path, [status, code]) => {
    const refused = await upload(path);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
  });
});

describe.skipIf(!photosFound)('what the public gets of every photograph', () => {
  it.each(sound)('%s: upright, sRGB, the rights, and neither place nor camera', async (path) => {
    const master = photo(path);
    const { width, height, sources } = await deriveRenditions(master, { words });
    expect([width, height]).toEqual(await uprightSize(master));
    const scene = await greys(master);
    for (const { bytes, type, width: asked, height: high } of sources) {
      const header = await sharp(bytes).metadata();
      expect(header).toMatchObject({
        format: type.slice(6),
        width: asked,
        height: high,
        space: 'srgb',
        depth: 'uchar',
      });
      expect(header.orientation ?? 1).toBe(1);
      expect(distance(await greys(bytes), scene)).toBeLessThan(15);
      expect(Math.abs(asked / high - width / height)).toBeLessThan(0.02 * (width / height) + 1 / high);
      const embedded = textsOf(readEmbedded(header));
      expect(embedded).toMatchObject({ credit: [words.credit], creator: [words.creator] });
      expect(Object.keys(embedded)).not.toContain('created');
      // Only what is said beside the pixels: among millions of them any three letters turn up.
      const said = Buffer.concat([header.exif ?? Buffer.alloc(0), header.xmp ?? Buffer.alloc(0)]);
      expect(said.toString('latin1')).not.toMatch(/GPS|MakerNote|SerialNumber|exif:|aux:/i);
      expect(tagsIn(header.exif).filter((tag) => !ours.has(tag))).toEqual([]);
      expect([header.iptc, header.tifftagPhotoshop]).toEqual([undefined, undefined]);
    }
  });
});
