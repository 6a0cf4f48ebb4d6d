import { boxesOf } from './boxes.ts';
import type { ByteSource } from './byte-source.ts';
import { rawFolders } from './raw-folders.ts';
import type { RawType } from './sniff.ts';
import { openTiff } from './tiff-folders.ts';

/** Where the data of a folder lie and how long each part is: in strips, in tiles, and as Panasonic has it. */
const tags = [
  { places: 0x111, sizes: 0x117 },
  { places: 0x144, sizes: 0x145 },
  { places: 0x118, sizes: 0x117 },
] as const;

const mostParts = 65_536;
/** Panasonic's word for a place that stands elsewhere. */
const elsewhere = 0xffffffff;

/** Whether what a raw file says it holds of its sensor lies inside it. What is in there nobody but its maker can tell. */
export function isRawWhole(source: ByteSource, type: RawType): boolean {
  try {
    if (type === 'image/x-canon-cr3') return [...boxesOf(source)].every(({ whole }) => whole);
    if (type === 'image/x-fuji-raf') return isFujiWhole(source);
    return isTiffWhole(source);
  } catch {
    return false;
  }
}

/** The sensor's data: place and length stand at byte 100. */
function isFujiWhole({ size, read }: ByteSource): boolean {
  const head = read(100, 8);
  return head.length === 8 && head.readUInt32BE(0) + head.readUInt32BE(4) <= size;
}

function isTiffWhole({ size, read }: ByteSource): boolean {
  const tiff = openTiff(read);
  return rawFolders(tiff).every(({ entries }) =>
    tags.every(({ places, sizes }) => {
      const all = (tag: number) => tiff.numbers(entries.get(tag), mostParts);
      const [from, long] = [all(places), all(sizes)];
      return from.every((at, index) => at === elsewhere || at + (long[index] ?? 0) <= size);
    }),
  );
}
