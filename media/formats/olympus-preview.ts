import { Buffer } from 'node:buffer';
import { type ByteSource, type Place, partOf } from './byte-source.ts';
import { openTiff, type Tiff } from './tiff-folders.ts';

const tags = { exif: 0x8769, notes: 0x927c, settings: 0x2020, start: 0x101, length: 0x102 } as const;

/** How the notes of its makers begin, with the bytes to their first folder. Places in them count from their own beginning. */
const heads: readonly [mark: string, folder: number][] = [
  ['OLYMPUS\0II', 12],
  ['OM SYSTEM\0\0\0II', 16],
];

/** Where Olympus and OM System name their JPEG: in the camera's settings, inside the maker's notes, inside EXIF. */
export function olympusPreview({ read, size }: ByteSource, tiff: Tiff): Place[] {
  const [exif] = tiff.numbers(tiff.folder(tiff.first).entries.get(tags.exif));
  const notes = exif ? tiff.folder(exif).entries.get(tags.notes) : undefined;
  if (!notes) return [];
  const mark = read(notes.at, 16).toString('latin1');
  const head = heads.find(([begin]) => mark.startsWith(begin));
  if (!head) return [];
  // A TIFF structure without a head of its own, so it is given one
  const inside = partOf({ read, size }, notes.at, size - notes.at);
  const own = openTiff((at, length) => (at === 0 && length === 16 ? headTo(head[1]) : inside.read(at, length)));
  const [settings] = own.numbers(own.folder(own.first).entries.get(tags.settings));
  if (!settings) return [];
  const { entries } = own.folder(settings);
  const [[start], [length]] = [own.numbers(entries.get(tags.start)), own.numbers(entries.get(tags.length))];
  return start && length ? [{ at: notes.at + start, length }] : [];
}

function headTo(folder: number): Buffer {
  const head = Buffer.alloc(16);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(folder, 4);
  return head;
}
