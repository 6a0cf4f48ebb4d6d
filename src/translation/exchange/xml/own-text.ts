/** Shorter parts of a string are copied by V8 itself. */
const shortest = 13;

/**
 * The same string in memory of its own. A part of a piece of a file keeps the whole piece alive for as long as anybody remembers the
 * part: of a thousand documents the ids alone would hold the whole file.
 */
export const ownText = (text: string): string =>
  text.length < shortest ? text : Buffer.from(text, 'utf16le').toString('utf16le');
