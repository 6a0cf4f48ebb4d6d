import type { ReadAt } from './byte-source.ts';
import type { RawType } from './sniff.ts';
import { chainOf, openTiff, type Tiff, type TiffFolder } from './tiff-folders.ts';

/** Tags that tell what a folder of a raw file holds (TIFF 6.0, TIFF/EP, DNG 1.7). */
const tags = { compression: 0x103, colours: 0x106, make: 0x10f, subfolders: 0x14a, dng: 0xc612 } as const;

const mostFolders = 6;
const mostSubfolders = 8;

/** Folders of the chain, each followed by those that it names as its own. None is gone into twice. */
export function rawFolders(tiff: Tiff): TiffFolder[] {
  return [...chainOf(tiff, mostFolders)].flatMap((folder) => {
    const inner = tiff.numbers(folder.entries.get(tags.subfolders)).slice(0, mostSubfolders);
    return [folder, ...inner.map((at) => tiff.folder(at))];
  });
}

/** Pixels as the sensor has them (32803), or as they come from it (34892). */
const sensorColours = new Set([32803, 34892]);
/** How Sony, Samsung, Nikon, Kodak and Pentax press them. */
const sensorCompressions = new Set([32767, 32770, 34713, 65000, 65535]);

/** Whether a folder holds what the sensor saw. */
const isSensors = (tiff: Tiff, { entries }: TiffFolder): boolean =>
  sensorColours.has(tiff.numbers(entries.get(tags.colours))[0] ?? 0) ||
  sensorCompressions.has(tiff.numbers(entries.get(tags.compression))[0] ?? 0);

const makers: readonly [make: RegExp, type: RawType][] = [
  [/^nikon/i, 'image/x-nikon-nef'],
  [/^sony/i, 'image/x-sony-arw'],
  [/^(pentax|ricoh)/i, 'image/x-pentax-pef'],
  [/^samsung/i, 'image/x-samsung-srw'],
];

/** Which raw file a TIFF is; null for a TIFF that is a picture. A TIFF whose folders cannot be read is one to be refused as such. */
export function rawInTiff(read: ReadAt): RawType | null {
  try {
    const tiff = openTiff(read);
    const { entries } = tiff.folder(tiff.first);
    if (entries.has(tags.dng)) return 'image/x-adobe-dng';
    if (!rawFolders(tiff).some((folder) => isSensors(tiff, folder))) return null;
    const make = tiff.bytes(entries.get(tags.make), 40).toString('latin1');
    return makers.find(([name]) => name.test(make))?.[1] ?? 'image/x-raw';
  } catch {
    return null;
  }
}
