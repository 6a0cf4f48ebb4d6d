/**
 * How a picture looks, in 80 hexadecimal digits: a difference hash of 64 bits to search with, and one of 256 bits to make
 * sure with. Each bit says whether a cell of a small grey copy is darker than its neighbour to the right. The same picture
 * resized, compressed again, in grey or brighter changes few of them.
 */
export type Likeness = string;

/** Bits of the first part, and of the second. */
export const quickBits = 64;
export const fineBits = 256;

/** Whether a text is a likeness: what comes from a database or a bag is not to be trusted. */
export const isLikeness = (value: unknown): value is Likeness =>
  typeof value === 'string' && /^[0-9a-f]{80}$/.test(value);
