import compatibility from 'opencc-js/dict/CJK_Compatibility_Ideographs';
import characters from 'opencc-js/dict/STCharacters';
import phrases from 'opencc-js/dict/STPhrases';
import regional from 'opencc-js/dict/STPhrases_GeneratedFromRegionalPhrases';
import variants from 'opencc-js/dict/TWVariants';
import variantPhrases from 'opencc-js/dict/TWVariantsPhrases';
import { type LongestMatch, longestMatch, widthAt } from './longest-match.ts';

const entriesOf = (dictionary: string): [string, string][] =>
  dictionary.split('|').flatMap((entry): [string, string][] => {
    const [source, value] = entry.split(' ');
    return source && value ? [[source, value]] : [];
  });

const replaced = (text: string, by: LongestMatch): string => {
  let result = '';
  for (let at = 0; at < text.length; ) {
    const entry = by.at(text, at);
    const end = at + (entry === 0 ? widthAt(text, at) : by.width(entry));
    result += entry === 0 ? text.slice(at, end) : by.value(entry);
    at = end;
  }
  return result;
};

/** Two characters that look alike and were given two numbers: one of them. */
const compatible = new Map(entriesOf(compatibility));
const isCompatible = /[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;
export const withoutCompatibility = (text: string): string =>
  text.replace(isCompatible, (character) => compatible.get(character) ?? character);

const makeDictionary = (): LongestMatch => {
  const forms = longestMatch([...entriesOf(variants), ...entriesOf(variantPhrases)]);
  const all = [characters, regional, phrases].flatMap(entriesOf);
  const own = entriesOf(variants);
  return longestMatch([...own, ...all.map(([source, value]) => [source, replaced(value, forms)] as const)]);
};

let known: LongestMatch | undefined;

/**
 * Simplified Chinese as it is written in Traditional characters: OpenCC’s `s2tw`, whose phrases decide between characters that
 * Simplified has merged (头发, 发展) and whose forms are those of Taiwan’s standard (裡, 為). Read once, when it is first asked for.
 */
export const dictionary = (): LongestMatch => {
  known ??= makeDictionary();
  return known;
};
