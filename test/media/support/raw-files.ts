import { Buffer } from 'node:buffer';
import { type Folder, tag, tiffFile } from './tiff-files.ts';

/** What stands for the light that the sensor saw; nobody reads it. */
const light = Buffer.alloc(600, 0x5a);

/** The folder of the sensor: pixels in a mosaic, in one strip. */
const sensor = (compression: number): Folder => ({
  [tag.kind]: { long: [0] },
  [tag.width]: { long: [60] },
  [tag.height]: { long: [10] },
  [tag.compression]: { short: [compression] },
  [tag.colours]: { short: [32803] },
  [tag.places]: { at: light },
  [tag.sizes]: { long: [light.length] },
});

const said = (make: string): Folder => ({
  [tag.make]: { text: make },
  [tag.orientation]: { short: [6] },
  [tag.artist]: { text: 'Nguyen Van A' },
  [tag.exif]: { folders: [{ [tag.taken]: { text: '2019:03:02 07:15:00' } }] },
});

const pairOf = (jpeg: Uint8Array): Folder => ({
  [tag.jpeg]: { at: jpeg },
  [tag.jpegSize]: { long: [jpeg.byteLength] },
});
const stripOf = (jpeg: Uint8Array, compression: number): Folder => ({
  [tag.compression]: { short: [compression] },
  [tag.places]: { at: jpeg },
  [tag.sizes]: { long: [jpeg.byteLength] },
});

const box = (name: string, ...content: Uint8Array[]): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.reduce((sum, { byteLength }) => sum + byteLength, 0));
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, ...content]);
};
const own = (uuid: string, ...content: Uint8Array[]) => box('uuid', Buffer.from(uuid, 'hex'), ...content);

const u32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
};

/** A CR3 whose large JPEG is the sample of a track, at a place that is known once the head is written. */
function canon3(jpeg: Uint8Array, small: Uint8Array): Buffer {
  const { [tag.exif]: _, ...first } = said('Canon');
  const camera = own(
    '85c0b687820f11e08111f4ce462b6a48',
    box('CMT1', tiffFile([first])),
    box('CMT2', tiffFile([{ [tag.taken]: { text: '2019:03:02 07:15:00' } }])),
  );
  const track = (at: number) => {
    const table = box('stbl', box('stsz', u32(0, jpeg.byteLength, 1)), box('co64', u32(0, 1, 0, at)));
    return box('trak', box('mdia', box('minf', table)));
  };
  const before = (at: number) =>
    Buffer.concat([box('ftyp', Buffer.from('crx \0\0\0\x01crx isom', 'latin1')), box('moov', camera, track(at))]);
  const head = Buffer.concat([u32(0), Buffer.from([0, 1, 2, 0x80, 1, 0xe0, 0, 1]), u32(small.byteLength)]);
  const preview = own('eaf42b5e1c984b88b9fbb7dc406e4d16', u32(0, 1), box('PRVW', head, small));
  const at = before(0).length + preview.length + 8;
  return Buffer.concat([before(at), preview, box('mdat', jpeg, light)]);
}

function fuji(jpeg: Uint8Array): Buffer {
  const head = Buffer.alloc(148);
  head.write('FUJIFILMCCD-RAW 0201FF129502X-T3', 'latin1');
  head.set(u32(148, jpeg.byteLength, 0, 0, 148 + jpeg.byteLength, light.length), 84);
  return Buffer.concat([head, jpeg, light]);
}

/** The notes of Olympus count places from their own beginning; their first folder lies at byte 12. */
function olympus(jpeg: Uint8Array): Buffer {
  const settings: Folder = { [tag.olympusStart]: { at: jpeg }, [tag.olympusLength]: { long: [jpeg.byteLength] } };
  const notes = tiffFile([{ [tag.olympusSettings]: { folders: [settings] } }], { behindHead: new Uint8Array(4) });
  notes.write('OLYMPUS\0II\x03\0', 'latin1');
  const exif: Folder = { [tag.taken]: { text: '2019:03:02 07:15:00' }, [tag.notes]: { bytes: notes } };
  return tiffFile([{ ...said('OLYMPUS CORPORATION'), ...sensor(1), [tag.exif]: { folders: [exif] } }], {
    mark: 'IIRO',
  });
}

/** Raw files as each maker writes them, with this JPEG as the larger of two pictures, lying on its side. */
export const rawFiles = (jpeg: Uint8Array, small: Uint8Array): Readonly<Record<string, Buffer>> => ({
  'image/x-canon-cr2': tiffFile(
    [{ ...said('Canon'), ...stripOf(jpeg, 6) }, pairOf(small), { [tag.compression]: { short: [1] } }, sensor(6)],
    {
      behindHead: Buffer.from('CR\x02\0\0\0\0\0', 'latin1'),
    },
  ),
  'image/x-canon-cr3': canon3(jpeg, small),
  'image/x-nikon-nef': tiffFile([
    { ...said('NIKON CORPORATION'), [tag.inner]: { folders: [pairOf(jpeg), sensor(34713)] } },
  ]),
  'image/x-sony-arw': tiffFile([
    { ...said('SONY'), ...pairOf(jpeg), [tag.inner]: { folders: [sensor(32767)] } },
    pairOf(small),
  ]),
  'image/x-adobe-dng': tiffFile([
    {
      ...said('Leica'),
      ...stripOf(small, 7),
      [tag.inner]: { folders: [sensor(7), stripOf(jpeg, 7)] },
      [tag.dng]: { bytes: new Uint8Array([1, 4, 0, 0]) },
    },
  ]),
  'image/x-fuji-raf': fuji(jpeg),
  'image/x-olympus-orf': olympus(jpeg),
  'image/x-panasonic-rw2': tiffFile(
    [
      {
        ...said('Panasonic'),
        [tag.panasonicJpeg]: { bytes: jpeg },
        [tag.sizes]: { long: [light.length] },
        [tag.panasonicPlace]: { at: light },
      },
    ],
    { mark: 'IIU\0' },
  ),
  'image/x-pentax-pef': tiffFile([{ ...said('PENTAX'), ...sensor(65535) }, pairOf(small), pairOf(jpeg)]),
  'image/x-samsung-srw': tiffFile([{ ...said('SAMSUNG'), [tag.inner]: { folders: [pairOf(jpeg), sensor(32770)] } }]),
  'image/x-raw': tiffFile([{ ...said('Hasselblad'), ...sensor(1) }, pairOf(jpeg)]),
});
