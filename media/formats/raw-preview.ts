import { boxAt, boxesOf } from './boxes.ts';
import { type ByteSource, type Place, partOf } from './byte-source.ts';
import { jpegSize } from './jpeg-size.ts';
import { olympusPreview } from './olympus-preview.ts';
import { rawFolders } from './raw-folders.ts';
import type { RawType } from './sniff.ts';
import { openTiff, type Tiff, type TiffFolder } from './tiff-folders.ts';
import { canonUuids } from './uuid-boxes.ts';

/** Less than this on the longer side is a thumbnail to find a picture by, and no picture. */
const leastPixels = 480;

const tags = {
  ...{ compression: 0x103, strips: 0x111, orientation: 0x112, stripSizes: 0x117, jpeg: 0x201, jpegSize: 0x202 },
  // Panasonic's own
  ...{ whole: 0x2e, wholeLater: 0x127 },
} as const;

/**
 * The largest JPEG that a raw file carries, with the orientation that the file gives to it (1–8); null where it carries
 * none of at least 480 pixels. Only places that the file itself names are looked at. Throws where they lie outside it.
 */
export function previewIn(source: ByteSource, type: RawType): { jpeg: ByteSource; orientation: number } | null {
  const places =
    type === 'image/x-fuji-raf' ? inFuji(source) : type === 'image/x-canon-cr3' ? inCanon(source) : inTiff(source);
  const found = places.flatMap(({ at, length }) => {
    if (at + length > source.size) throw new Error('a picture beyond the end of the file');
    const jpeg = partOf(source, at, length);
    const size = jpegSize(jpeg);
    return size && Math.max(size.width, size.height) >= leastPixels ? [{ jpeg, area: size.width * size.height }] : [];
  });
  const [best] = found.sort((one, other) => other.area - one.area);
  return best ? { jpeg: best.jpeg, orientation: orientationOf(source, type) } : null;
}

/** Where the folders of a TIFF structure name JPEGs. */
function inTiff(source: ByteSource): Place[] {
  const tiff = openTiff(source.read);
  return [...rawFolders(tiff).flatMap((folder) => inFolder(tiff, folder)), ...olympusPreview(source, tiff)];
}

function inFolder(tiff: Tiff, { entries }: TiffFolder): Place[] {
  const numbers = (tag: number) => tiff.numbers(entries.get(tag));
  const [[at], [length]] = [numbers(tags.jpeg), numbers(tags.jpegSize)];
  const [strips, sizes, [compression]] = [numbers(tags.strips), numbers(tags.stripSizes), numbers(tags.compression)];
  const isOneJpeg = (compression === 6 || compression === 7) && strips.length === 1;
  const own = [tags.whole, tags.wholeLater].flatMap((tag) => entries.get(tag) ?? []);
  return [
    ...(at && length ? [{ at, length }] : []),
    ...(isOneJpeg ? [{ at: strips[0] ?? 0, length: sizes[0] ?? 0 }] : []),
    ...own.map((entry) => ({ at: entry.at, length: entry.size })),
  ];
}

/** Fujifilm names the place of its JPEG at byte 84. */
function inFuji({ read }: ByteSource): Place[] {
  const head = read(84, 8);
  return head.length < 8 ? [] : [{ at: head.readUInt32BE(0), length: head.readUInt32BE(4) }];
}

/** Canon keeps a large JPEG as a track of a film, and a smaller one in a box of its own. */
function inCanon(source: ByteSource): Place[] {
  const movie = boxAt(source, 'moov');
  const tracks = movie ? [...boxesOf(movie)].filter(({ name }) => name === 'trak') : [];
  const inTracks = tracks.flatMap(({ content }) => {
    const table = boxAt(content, 'mdia', 'minf', 'stbl');
    const [sizes, places] = [table && boxAt(table, 'stsz')?.read(4, 4), table && boxAt(table, 'co64')?.read(8, 8)];
    if (sizes?.length !== 4 || places?.length !== 8) return [];
    return [{ at: Number(places.readBigUInt64BE(0)), length: sizes.readUInt32BE(0) }];
  });
  return [...inTracks, ...smallerOfCanon(source)];
}

/** Eight bytes, then the box PRVW: its head of eight, and the size of the JPEG at the twelfth byte behind that. */
function smallerOfCanon(source: ByteSource): Place[] {
  const box = [...boxesOf(source)].find(({ name }) => name === `uuid${canonUuids.preview}`);
  const head = box?.content.read(8, 24);
  if (!box || head?.length !== 24 || head.toString('latin1', 4, 8) !== 'PRVW') return [];
  return [{ at: box.at + 32, length: head.readUInt32BE(20) }];
}

function orientationOf(source: ByteSource, type: RawType): number {
  // The JPEG of Fujifilm has it by itself
  if (type === 'image/x-fuji-raf') return 1;
  const told = type === 'image/x-canon-cr3' ? boxAt(source, 'moov', `uuid${canonUuids.camera}`, 'CMT1') : source;
  if (!told) return 1;
  const tiff = openTiff(told.read);
  const [orientation = 1] = tiff.numbers(tiff.folder(tiff.first).entries.get(tags.orientation));
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}
