import type { RightsWords } from '../rights/rights-words.ts';
import { rightsXmp } from './rights-xmp.ts';

/**
 * Bytes of a packet that any format of ours takes. A JPEG has it in one marker of 65,535 bytes at the most (XMP specification, part 3);
 * libvips takes 60,000 and leaves a larger one out without a word.
 */
export const mostXmpBytes = 60_000;

const withoutDescription = ({ title, description, alt, ...words }: RightsWords): RightsWords => words;

/** Terms in one language alone. */
const brief = (words: RightsWords): RightsWords => {
  const [first] = Object.entries(words.usageTerms ?? {});
  return { ...withoutDescription(words), ...(first && { usageTerms: Object.fromEntries([first]) }) };
};

/**
 * The XMP packet of a copy that leaves. Of words that are too many for a file, those that describe the picture give way first, then terms
 * in further languages: what is owed stays.
 */
export function deliveredXmp(words: RightsWords): string {
  const fits = (packet: string): boolean => Buffer.byteLength(packet) <= mostXmpBytes;
  const whole = rightsXmp(words);
  if (fits(whole)) return whole;
  const less = rightsXmp(withoutDescription(words));
  return fits(less) ? less : rightsXmp(brief(words));
}
