import { pinyin } from 'pinyin-pro';
import { fold } from './fold.ts';

/** Longest slug made from a title, in characters. */
const longest = 80;

const han = /\p{Script=Han}+/gu;
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Chinese as Hanyu Pinyin without tones, one group of letters for each word: `胡志明市旅游` → ` huzhimingshi lvyou `. */
const romanise = (run: string): string =>
  [...words.segment(run)]
    .map(({ segment }) => pinyin(segment, { toneType: 'none', type: 'array', v: true }).join(''))
    .join(' ');

/**
 * The readable last part of an address, made from a title of any of our languages: folded Latin letters and digits, one
 * hyphen between words, at most 80 characters, cut between words where there is one to cut at.
 * @returns null where nothing of the title can be written so
 */
export const slugOf = (title: string): string | null => {
  const latin = title.normalize('NFC').replace(han, (run) => ` ${romanise(run)} `);
  const slug = fold(latin)
    .replace(/['’ʼ]/g, '-')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return shorten(slug) || null;
};

const shorten = (slug: string): string => {
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1).lastIndexOf('-');
  return slug.slice(0, cut > longest / 2 ? cut : longest);
};

/** Whether a text that somebody typed can be a slug as it stands. */
export const isSlug = (text: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
