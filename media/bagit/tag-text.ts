import { Buffer } from 'node:buffer';

/** A tag file as text, and whether it began with a byte order mark. */
export interface TagText {
  readonly text: string;
  readonly hasMark: boolean;
}

const markOf = (bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null => {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
};

/** The name under which the decoder knows an encoding, or null for one that it does not know. */
export const encodingNamed = (label: string): string | null => {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
};

/** UTF-16 says by its mark which half comes first; without one the zero of the first character, always ASCII here, does. */
const utf16Order = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' =>
  markOf(bytes) === 'utf-16le' || (bytes[0] !== 0 && bytes[1] === 0) ? 'utf-16le' : 'utf-16be';

/**
 * Reads a tag file in the encoding that the bag declares.
 * @returns null where the bytes are not text of that encoding
 */
export const readTagText = (bytes: Uint8Array, encoding: string): TagText | null => {
  const label = /^utf-?16$/i.test(encoding) ? utf16Order(bytes) : encoding;
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return { text, hasMark: markOf(bytes) === new TextDecoder(label).encoding };
  } catch {
    return null;
  }
};

/** Lines, whichever of LF, CR and CRLF ends them; the last may lack its end. */
export const linesOf = (text: string): string[] => {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
};

export const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
