import { Buffer } from 'node:buffer';
import type { Metadata } from 'sharp';
import { fold } from '#languages/fold.ts';
import { type EmbeddedRecord, type EmbeddedSource, embeddedSources, type Found, type Said } from './embedded-record.ts';
import { sourcesOf } from './embedded-sources.ts';
import { embeddedProperties, embeddedTable } from './embedded-table.ts';
import { saidBy } from './embedded-values.ts';
import { type ExifTexts, readExif } from './exif-read.ts';
import { type IimTexts, readIim } from './iim-read.ts';
import { readXmp, type XmpValue } from './xmp-read.ts';

export type Blocks = Pick<Metadata, 'exif' | 'iptc' | 'xmp'>;

/**
 * Reads what a file says of itself, each block by itself: one that cannot be read says nothing, and is named.
 * @param exifTexts reads them where EXIF is no block of its own: a TIFF's own first folder is what EXIF is elsewhere
 */
export function readEmbedded(header: Blocks, exifTexts = () => readExif(header.exif)): EmbeddedRecord {
  const unreadable: EmbeddedSource[] = [];
  const attempt = <T>(source: EmbeddedSource, otherwise: T, read: () => T): T => {
    try {
      return read();
    } catch {
      unreadable.push(source);
      return otherwise;
    }
  };
  const xmp = attempt<readonly XmpValue[]>('xmp', [], () => readXmp(header.xmp));
  const iim = attempt<IimTexts>('iim', new Map(), () => readIim(header.iptc));
  const exif = attempt<ExifTexts>('exif', new Map(), exifTexts);
  const readers = sourcesOf(xmp, iim, exif);
  const all = embeddedSources.map((source) => {
    const rows = embeddedProperties.map((property) => {
      const { kind } = embeddedTable[property];
      return { property, kind, raws: readers[source](embeddedTable[property], property) };
    });
    const expected = formOf(rows.flatMap(({ kind, raws }) => saidBy(source, kind, raws)));
    return new Map(rows.map(({ property, kind, raws }) => [property, saidBy(source, kind, raws, expected)]));
  });
  const values = embeddedProperties.flatMap((property) => {
    const found = foundAmong(all.map((each) => each.get(property) ?? []));
    return found ? [[property, found]] : [];
  });
  return { values: Object.fromEntries(values), unreadable };
}

/** The legacy form that most texts of a block are in: whatever wrote it wrote all of it so. */
function formOf(said: readonly Said[]) {
  const forms = said.flatMap(({ legacy }) => legacy?.form ?? []);
  const counts = forms.map((form) => forms.filter((other) => other === form).length);
  return forms[counts.indexOf(Math.max(...counts))];
}

/** The first block that has a value counts; what the others say is kept where it is something else. */
function foundAmong(blocks: readonly (readonly Said[])[]): Found | null {
  const [said, ...others] = blocks.filter((block) => block.length > 0);
  if (!said) return null;
  const texts = said.flatMap(readings);
  const known = [...texts, texts.join(', '), texts.join('; ')].map(plain);
  const agrees = (one: Said) => readings(one).some((text) => known.some((whole) => isSame(one, whole, plain(text))));
  return { said, differing: others.flat().filter((one) => !agrees(one)) };
}

const readings = ({ text, legacy }: Said): string[] => (legacy ? [text, legacy.text] : [text]);
const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Bytes from which on a text of IIM can be one that its dataset has cut. */
const shortestCut = 28;

/** Whether a lesser block says the same as far as it can: a date less exactly, IIM cut short, EXIF without the marks. */
function isSame({ source, precision }: Said, whole: string, text: string): boolean {
  if (precision) {
    const [one, other] = [whole.slice(0, 16), text.slice(0, 16)];
    return one.startsWith(other) || other.startsWith(one);
  }
  // The notice of EXIF is often the name alone, without the licence
  if (source === 'exif') return `${fold(whole)} `.startsWith(`${fold(text)} `);
  return whole === text || (Buffer.byteLength(text) >= shortestCut && whole.startsWith(text));
}
