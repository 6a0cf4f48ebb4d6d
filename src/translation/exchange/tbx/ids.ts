/** An id as XML wants one (`NCName`): it begins with a letter, and what it cannot hold is written by number. */
export const writeId = (id: string): string =>
  `c-${[...id].map((one) => (/[A-Za-z0-9.-]/.test(one) ? one : `_${one.codePointAt(0)?.toString(16)}_`)).join('')}`;

/** The id behind one of ours; any other as it is. */
export const readId = (text: string): string =>
  text.startsWith('c-')
    ? text.slice(2).replace(/_([\da-f]{1,6})_/g, (_, hex: string) => character(Number.parseInt(hex, 16)))
    : text;

const character = (number: number): string => (number <= 0x10_ffff ? String.fromCodePoint(number) : '\ufffd');
