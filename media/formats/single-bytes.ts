/** What Windows-1252 has at 80–9F; bytes that it leaves open stay the controls that they are in Latin-1. */
const highest = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const bytes = new Map([...highest].map((character, index) => [character, 0x80 + index]));

/**
 * The bytes that somebody read as Windows-1252 or as Latin-1 to get this text.
 * @returns null where a character of the text is in neither
 */
export function singleBytes(text: string): Uint8Array | null {
  const found = Array.from(text, (character) => bytes.get(character) ?? character.codePointAt(0) ?? 0);
  return found.some((code) => code > 0xff) ? null : Uint8Array.from(found);
}

/** These bytes as Windows-1252; nothing is lost, so that `singleBytes` finds them again. */
export const asWindows1252 = (data: Uint8Array): string =>
  Array.from(data, (byte) =>
    byte >= 0x80 && byte < 0xa0 ? highest.charAt(byte - 0x80) : String.fromCharCode(byte),
  ).join('');
