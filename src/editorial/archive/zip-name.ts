import { crc32 } from 'node:zlib';
import { asWindows1252 } from '#media/formats/single-bytes.ts';
import { type Recognised, recogniseLegacy } from '#media/metadata/legacy-text.ts';

/** The upper half of code page 437, in which the ZIP format has names that are not in UTF-8 (APPNOTE 6.3.10, annex D). */
const upperHalf =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const asCodePage437 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : (upperHalf[byte - 128] ?? ''))).join('');

const asUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Info-ZIP’s own name in UTF-8 (extra field 0x7075), where it belongs to this very name. */
const besides = (raw: Uint8Array, extras: Extras): string | null => {
  const data = extras.find(({ id }) => id === 0x7075)?.data;
  if (!data || data.length < 6 || data[0] !== 1 || data.readUInt32LE(1) !== crc32(raw)) return null;
  return asUtf8(data.subarray(5));
};

type Extras = readonly { readonly id: number; readonly data: Buffer }[];

export interface ZipName {
  /** With `/` between folders, NFC; what it says is no path of ours. */
  readonly name: string;
  /** What a name in an older encoding seems to say: for somebody to confirm. */
  readonly reading: Recognised | null;
}

/**
 * The name of an entry. UTF-8 where the entry says so, where the name beside it is, or where the bytes are; all else is
 * code page 437, as the format wants it, unless the bytes seem to be Vietnamese in an encoding of Windows.
 */
export function zipNameOf(raw: Buffer, extras: Extras): ZipName {
  const certain = besides(raw, extras) ?? asUtf8(raw);
  if (certain !== null) return { name: pathOf(certain), reading: null };
  const windows = asWindows1252(raw);
  const reading = recogniseLegacy(windows);
  if (reading) return { name: pathOf(windows), reading: { ...reading, text: pathOf(reading.text) } };
  return { name: pathOf(asCodePage437(raw)), reading: null };
}

/** Some programs of Windows write their own kind of stroke. */
const pathOf = (name: string): string => name.replaceAll('\\', '/').normalize('NFC');
