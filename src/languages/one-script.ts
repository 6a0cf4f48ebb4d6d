import hongKong from 'opencc-js/dict/HKVariants';
import toTraditional from 'opencc-js/dict/STCharacters';
import toSimplified from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariants';

/** What Traditional writes in some words only, where the tables of single characters keep two apart: 答覆 is 答复, 藉口 is 借口. */
const inSomeWords =
  '覆 复|藉 借|瞭 了|像 象|揹 背|伕 夫|甯 宁|薰 熏|甦 苏|鎗 枪|哩 里|濬 浚|燄 焰|荳 豆|菓 果|隄 堤|拏 拿';

const pairsOf = (dictionary: string): [string, string][] =>
  dictionary.split('|').flatMap((entry): [string, string][] => {
    const [source, value] = entry.split(' ');
    return source && value ? [[source, value]] : [];
  });

/** One character for all that either script, or the usage of a place, writes in its stead. */
const makeTable = (): ReadonlyMap<string, string> => {
  const stands = new Map(pairsOf(toSimplified));
  const of = (character: string): string => {
    const next = stands.get(character);
    return next === undefined || next === character ? character : of(next);
  };
  // Pairs that the first table does not join: a rare form stands for the usual one
  for (const [form, usual] of pairsOf(inSomeWords)) stands.set(form, of(usual));
  for (const [one, other] of [taiwan, hongKong, toTraditional].flatMap(pairsOf)) {
    const [usual, form] = stands.has(other) ? [of(other), of(one)] : [of(one), of(other)];
    if (usual !== form) stands.set(form, usual);
  }
  return new Map(Array.from(stands.keys(), (character) => [character, of(character)]));
};

let table: ReadonlyMap<string, string> | undefined;

/**
 * Chinese as it is compared, whichever script it is written in: every character by itself, mostly as Simplified has it. It is no writing
 * for people: 乾 becomes 干 in 乾隆 too. OpenCC’s tables, read once, when they are first asked for.
 */
export const inOneScript = (text: string): string => {
  table ??= makeTable();
  const known = table;
  return text.replace(/\p{Script=Han}/gu, (character) => known.get(character) ?? character);
};
