import type { Metadata } from 'sharp';
import { readExif } from './exif-read.ts';
import { readIim } from './iim-read.ts';
import { type LangText, withDefault } from './lang-text.ts';
import { readXmp, type XmpWords } from './xmp-read.ts';

/**
 * What a file says of itself, to fill a form with. Nobody has checked it: it is text from a stranger, cleaned of control
 * characters and cut to length, and it counts for nothing until a curator has saved it.
 */
export interface EmbeddedWords {
  readonly title: LangText;
  readonly caption: LangText;
  readonly alt: LangText;
  readonly creator: string | null;
  readonly credit: string | null;
  readonly notice: string | null;
  /** Web address of the rights statement. */
  readonly webStatement: string | null;
  /** `2018`, `2018-05` or `2018-05-19`. */
  readonly date: string | null;
}

/** Reads XMP first, then IPTC-IIM, then EXIF, each part by itself: a block that cannot be read says nothing. */
export function readEmbedded(header: Pick<Metadata, 'exif' | 'iptc' | 'xmp'>): EmbeddedWords {
  const xmp = silent(() => readXmp(header.xmp));
  const iim = silent(() => readIim(header.iptc));
  const exif = silent(() => readExif(header.exif));
  return {
    title: languages(xmp?.title, iim?.title),
    caption: languages(xmp?.description, iim?.caption, exif?.description),
    alt: languages(xmp?.alt, undefined),
    creator: first(300, xmp?.creator, iim?.creator, exif?.artist),
    credit: first(300, xmp?.credit, iim?.credit),
    notice: first(500, inDefault(xmp?.rights), iim?.notice, exif?.copyright),
    webStatement: addressOf(xmp),
    date: [xmp?.date, iim?.date, exif?.date].map(dateOf).find((date) => date !== null) ?? null,
  };
}

function silent<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const inDefault = (text: LangText | undefined) => withDefault(text ?? {})[0]?.[1];

function first(max: number, ...candidates: (string | null | undefined)[]): string | null {
  return candidates.map((text) => clean(text ?? '', max)).find((text) => text !== '') ?? null;
}

function languages(text: LangText | undefined, ...fallbacks: (string | undefined)[]): LangText {
  const found = Object.entries(text ?? {}).map(([lang, words]) => [lang, clean(words, 4000)] as const);
  const filled = found.filter(([, words]) => words !== '');
  if (filled.length > 0) return Object.fromEntries(filled);
  const fallback = first(4000, ...fallbacks);
  return fallback === null ? {} : { 'x-default': fallback };
}

/** Keeps line breaks; everything else that cannot be seen goes. */
function clean(text: string, max: number): string {
  const visible = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n]/gu, '')
    .normalize('NFC')
    .trim();
  return [...visible].slice(0, max).join('');
}

function addressOf(xmp: XmpWords | undefined): string | null {
  const address = first(2000, xmp?.webStatement);
  return address !== null && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;
}

/** The day in `2018-05-19T10:00`, `2018:05:19 10:00:00` or `20180519`; null where there is none in the calendar. */
function dateOf(text: string | undefined): string | null {
  const parts =
    /^(\d{4})(?:[-:]?(\d\d)(?:[-:]?(\d\d))?)?(?:$|[T ])/
      .exec(text ?? '')
      ?.slice(1)
      .filter(Boolean) ?? [];
  const date = parts.filter((part) => Number(part) > 0).join('-');
  const [year = '0', month = '01', day = '01'] = parts.filter((part) => Number(part) > 0);
  const instant = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(`${year}-${month}-${day}`);
  return exists && Number(year) >= 1800 ? date : null;
}
