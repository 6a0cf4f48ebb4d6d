import { tcvn3, vni, windows1258 } from '#media/metadata/legacy-tables.ts';
import { visciiLetters, vpsLetters } from './single-byte-tables.ts';

/** Ways in which a text can have been kept before somebody misread it as Latin-1 or Windows-1252. */
export const legacyReadings = ['tcvn3', 'vni', 'viscii', 'vps', 'windows-1258', 'utf-8'] as const;
export type LegacyReading = (typeof legacyReadings)[number];

/** A text as it reads in one of these, with the place in the source that each character of it was made of. */
export interface Reading {
  readonly form: LegacyReading;
  readonly text: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Characters that Windows-1252 shows for the bytes 80–9F, by what Unicode calls them. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const byteOfSign = new Map([...windows1252].map((sign, index) => [sign.charCodeAt(0), 0x80 + index]));

/** The byte that was shown as this character; undefined where none was. */
const byteOf = (code: number): number | undefined => (code < 0x100 ? code : byteOfSign.get(code));

/** Looks for what stands at a place: how much of the source it takes, and what it means. Undefined: it means itself. */
type Step = (text: string, at: number) => { readonly length: number; readonly means: string } | undefined;

const fromTable =
  (table: ReadonlyMap<number, string>): Step =>
  (text, at) => {
    const byte = byteOf(text.charCodeAt(at));
    const means = byte === undefined ? undefined : table.get(byte);
    return means === undefined ? undefined : { length: 1, means };
  };

const fromPairs: Step = (text, at) => {
  const pair = vni.get(text.slice(at, at + 2));
  if (pair !== undefined) return { length: 2, means: pair };
  const single = vni.get(text.charAt(at));
  return single === undefined ? undefined : { length: 1, means: single };
};

/** Bytes of one letter in UTF-8, by its first. */
const lengthOf = (lead: number): number => (lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xc3 && lead <= 0xdf ? 2 : 0);

const utf8 = new TextDecoder('utf-8', { fatal: true });

const fromUtf8: Step = (text, at) => {
  const length = lengthOf(byteOf(text.charCodeAt(at)) ?? 0);
  // Programs make a space of the no-break space that is the last byte of à and Ạ
  const bytes = Array.from({ length }, (_, index) => {
    const code = text.charCodeAt(at + index);
    return index > 0 && code === 0x20 ? 0xa0 : byteOf(code);
  });
  if (length === 0 || bytes.some((byte, index) => byte === undefined || (index > 0 && (byte & 0xc0) !== 0x80)))
    return undefined;
  try {
    return { length, means: utf8.decode(Uint8Array.from(bytes as number[])) };
  } catch {
    return undefined;
  }
};

const steps: Readonly<Record<LegacyReading, Step>> = {
  tcvn3: fromTable(tcvn3),
  vni: fromPairs,
  viscii: fromTable(visciiLetters),
  vps: fromTable(vpsLetters),
  'windows-1258': fromTable(windows1258),
  'utf-8': fromUtf8,
};

const read = (text: string, form: LegacyReading): Reading | null => {
  const step = steps[form];
  const [from, to]: [number[], number[]] = [[], []];
  let made = '';
  let changed = false;
  for (let at = 0; at < text.length; ) {
    const found = step(text, at);
    const { length, means } = found ?? { length: 1, means: text.charAt(at) };
    changed ||= found !== undefined;
    for (let index = 0; index < means.length; index += 1) {
      from.push(at);
      to.push(at + length);
    }
    made += means;
    at += length;
  }
  return changed ? { form, text: made, from, to } : null;
};

/**
 * What every Vietnamese stamp keeps in every old encoding: its plain letters, with something foreign where a vowel has marks. Text
 * in proper letters hardly ever looks like that, and is not read six times over.
 */
const foreign = '[^ -~\\s\\u0102\\u0103\\u0110\\u0111\\u01a0\\u01a1\\u01af\\u01b0\\u1e00-\\u1eff]{1,5}';
const gap = '[\\s._\\-–·*+/]{0,3}';
const suspicious = new RegExp(
  [
    `m${gap}a?${foreign}${gap}t`,
    `n${gap}o?${foreign}${gap}i${gap}b`,
    `bie?${foreign}n`,
    `sao${gap}ch`,
    `thu${gap}h`,
  ].join('|'),
  'i',
);

/** All that a text can be read as beside what it is. Mostly nothing fits; whether one does, the stamps in it tell. */
export const legacyReadingsOf = (text: string): Reading[] =>
  suspicious.test(text) ? legacyReadings.flatMap((form) => read(text, form) ?? []) : [];
