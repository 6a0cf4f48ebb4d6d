import { boxAt, boxesOf } from '../formats/boxes.ts';
import { type ByteSource, sourceOfBytes } from '../formats/byte-source.ts';
import { identify } from '../formats/identify.ts';
import { previewIn } from '../formats/raw-preview.ts';
import { isRaw, keptTypes, type MasterType, type plainTypes } from '../formats/sniff.ts';
import { openTiff } from '../formats/tiff-folders.ts';
import { canonUuids, exifUuid, xmpUuid } from '../formats/uuid-boxes.ts';
import { readHeader } from '../pixels/decoder.ts';
import { type Blocks, readEmbedded } from './embedded.ts';
import type { EmbeddedRecord } from './embedded-record.ts';
import { type ExifTexts, readTiff } from './exif-read.ts';

/** Most bytes of one block; what reads it has its own, smaller bounds. */
const most = 2 * 1024 * 1024;
const tags = { xmp: 700, iptc: 33723 } as const;

/**
 * What a master says of itself. Of a TIFF the decoder hands out no EXIF, since the file's own first folder is that; what the
 * decoder does not read at all is looked up where its format has it, a few hundred bytes, wherever in the file they lie.
 * @param header blocks that the decoder found in the master, or in the picture that it carries
 */
export function embeddedIn(source: ByteSource, type: MasterType, header: Blocks): EmbeddedRecord {
  if (type === 'image/tiff') return readEmbedded(header, () => readTiff(source.read));
  if (type === 'image/jp2' || type === 'image/jxl') return readEmbedded(blocksInBoxes(source));
  if (type === 'image/x-canon-cr3') return readEmbedded(blocksInBoxes(source), () => textsOfCanon(source));
  if (!isRaw(type) || type === 'image/x-fuji-raf') return readEmbedded(header);
  return readEmbedded(blocksInFolder(source), () => readTiff(source.read));
}

/** XMP and IPTC-IIM of a raw file that is a TIFF (XMP specification, part 3; TIFF technical note 3). */
function blocksInFolder({ read }: ByteSource): Blocks {
  try {
    const tiff = openTiff(read);
    const { entries } = tiff.folder(tiff.first);
    const [xmp, iptc] = [tiff.bytes(entries.get(tags.xmp), most), tiff.bytes(entries.get(tags.iptc), most)];
    return { ...(xmp.length > 0 ? { xmp } : {}), ...(iptc.length > 0 ? { iptc } : {}) };
  } catch {
    return {};
  }
}

/** Blocks of files that are made of boxes: JPEG 2000 and Canon give them numbers, JPEG XL names. */
function blocksInBoxes(source: ByteSource): Blocks {
  const boxes = [...boxesOf(source)];
  const blockOf = (...names: readonly string[]) => {
    const found = boxes.find(({ name }) => names.includes(name))?.content;
    return found && found.size > 0 ? found.read(0, most) : null;
  };
  const xmp = blockOf(`uuid${xmpUuid}`, 'xml ');
  const bare = blockOf(`uuid${exifUuid}`);
  // JPEG XL says first how many bytes stand before the TIFF structure
  const boxed = blockOf('Exif');
  const exif = bare ?? (boxed && boxed.length > 4 ? boxed.subarray(4 + boxed.readUInt32BE(0)) : null);
  return { ...(xmp ? { xmp } : {}), ...(exif ? { exif } : {}) };
}

/** What Canon's two folders say: those of the camera and those of EXIF are TIFF structures of their own. */
function textsOfCanon(source: ByteSource): ExifTexts {
  const camera = boxAt(source, 'moov', `uuid${canonUuids.camera}`);
  const parts = ['CMT1', 'CMT2'].flatMap((name) => (camera && boxAt(camera, name)) ?? []);
  return new Map(parts.flatMap(({ read }) => [...readTiff(read)]));
}

/** What the master with these bytes says of itself. Throws `image-unsupported` or `image-damaged`, as at its intake. */
export async function embeddedOf(master: Uint8Array): Promise<EmbeddedRecord> {
  const source = sourceOfBytes(master);
  const type = identify(source);
  return embeddedIn(source, type, await blocksByDecoder(master, source, type));
}

async function blocksByDecoder(master: Uint8Array, source: ByteSource, type: MasterType): Promise<Blocks> {
  if (type === 'image/x-fuji-raf') {
    const jpeg = previewIn(source, type)?.jpeg;
    return jpeg ? readHeader(jpeg.read(0, jpeg.size), 'image/jpeg') : {};
  }
  const isPlain = !isRaw(type) && !keptTypes.some((one) => one === type);
  return isPlain ? readHeader(master, type as (typeof plainTypes)[number]) : {};
}
