import type { Exif } from 'sharp';
import { noticeOf, type RightsWords } from '../rights/rights-words.ts';

/**
 * Artist and Copyright for readers that know EXIF alone. EXIF holds ASCII: Latin letters lose their marks (the XMP beside
 * it has them), and words in other scripts are left out.
 */
export function rightsExif(words: RightsWords): Exif {
  const artist = ascii(words.creator);
  const copyright = ascii(noticeOf(words));
  return { IFD0: { ...(artist && { Artist: artist }), ...(copyright && { Copyright: copyright }) } };
}

function ascii(text: string): string | null {
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/©/g, '(C)')
    .replace(/[–—]/g, '-')
    .replace(/[‘’]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
  return /^[\x20-\x7e]+$/.test(folded) ? folded : null;
}
