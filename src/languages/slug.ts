import { pinyin } from 'pinyin-pro';
import { chineseNames } from './chinese-names.ts';
import { fold } from './fold.ts';

/** Longest slug made from a title, in characters. */
const longest = 80;

const han = /\p{Script=Han}+/gu;
const names = new RegExp(`(${Object.keys(chineseNames).join('|')})`);
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a run of Chinese: names of the city first, the rest as the platform's dictionary has it. */
const wordsOf = (run: string): string[] =>
  run
    .split(names)
    .flatMap((part) =>
      Object.hasOwn(chineseNames, part) ? [part] : [...words.segment(part)].map(({ segment }) => segment),
    );

/** Syllables of one word, with the apostrophe that tells 堤岸 (di’an) from 店 (dian). */
const joined = (syllables: readonly string[]): string =>
  syllables.map((syllable, index) => (index > 0 && /^[aoe]/.test(syllable) ? `’${syllable}` : syllable)).join('');

/**
 * Chinese as Hanyu Pinyin without tones, one group of letters for each word: `胡志明市旅游` → `huzhimingshi lvyou`.
 * A character is read in the whole run, since many have several readings: 乐 is le in 快乐, yue in 交响乐.
 */
const romanise = (run: string): string => {
  const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true });
  let from = 0;
  return wordsOf(run)
    .map((word) => {
      const own = syllables.slice(from, from + [...word].length);
      from += own.length;
      return chineseNames[word] ?? joined(own);
    })
    .join(' ');
};

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
