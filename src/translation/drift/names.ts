import { chineseNames } from '#languages/chinese-names.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { splitWords, type Token } from './split-words.ts';
import { wordDiff } from './words.ts';

/**
 * Whether a name was changed: a person, a place, an office. No list knows them all; a word counts as one by how it is written, and by
 * what stands beside it.
 */
export function changesName(before: string, after: string, locale: StudioLocale): boolean {
  if (locale === 'zh') return changesChineseName(before, after);
  const one = capitalised(before, locale);
  const other = capitalised(after, locale);
  const [wordsBefore, wordsAfter] = [allWords(before, locale), allWords(after, locale)];
  // A capital that came or went alone is style
  return (
    [...one].some((name) => !wordsAfter.has(name.toLowerCase())) ||
    [...other].some((name) => !wordsBefore.has(name.toLowerCase()))
  );
}

const allWords = (text: string, locale: StudioLocale): Set<string> =>
  new Set(splitWords(text, locale).map((token) => token.text.toLowerCase()));

const capital = /^\p{Lu}/u;
const sentenceEnd = /[.!?…:]["'”’»)]*\s*$/u;
/** English headlines give every word a capital, so that none tells a name. */
const headline = 0.7;

/** Words with a capital that no sentence gives them; of the first word of a sentence only what no plain word has. */
function capitalised(text: string, locale: StudioLocale): Set<string> {
  const tokens = splitWords(text, locale);
  const words = tokens.filter(({ isWord }) => isWord);
  const share = words.filter((token) => capital.test(token.text)).length / Math.max(1, words.length);
  if (locale === 'en' && words.length > 2 && share > headline) return new Set();
  const names = new Set<string>();
  let isFirst = true;
  for (const [index, token] of tokens.entries()) {
    if (token.isWord) {
      if (capital.test(token.text) && (!isFirst || isName(token, tokens[index + 2], locale))) names.add(token.text);
      isFirst = false;
    } else if (endsSentence(tokens, index)) isFirst = true;
  }
  return names;
}

/** `Mr.`, `TP.`, `M.`: the point behind them ends no sentence. */
const short = /^\p{Lu}\p{L}{0,2}$/u;

function endsSentence(tokens: readonly Token[], index: number): boolean {
  const last = tokens.slice(Math.max(0, index - 2), index + 1);
  const word = last.findLast(({ isWord }) => isWord);
  const between = last
    .slice(word ? last.indexOf(word) + 1 : 0)
    .map(({ text }) => text)
    .join('');
  return sentenceEnd.test(between) && !(word && short.test(word.text) && between.trim() === '.');
}

const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;

/** At the beginning of a sentence: an abbreviation, a Vietnamese name in another language, the first of several syllables. */
const isName = ({ text }: Token, next: Token | undefined, locale: StudioLocale): boolean =>
  (text.length > 1 && text === text.toUpperCase()) ||
  (locale === 'vi' ? next !== undefined && capital.test(next.text) : vietnamese.test(text));

/** What stands behind the name of a place, of a house, or of a person. */
const places = '市|省|区|县|郡|坊|镇|乡|路|街|大道|桥|江|寺|国|大学|机场|博物馆|剧院';
const titles = '先生|女士|主席|市长|部长|总理|总统|书记|局长|司长|大使|总领事|教授|博士';
const behind = new RegExp(`^(?:${places}|${titles})`, 'u');
const endsLikeName = new RegExp(`(?:${places})$`, 'u');
/** Surnames that are no common word beside. */
const surname = /^[阮黎陈范潘裴邓郑吴刘郭赵孙朱徐沈韩蒋蔡彭冯丁杜胡][\p{Script=Han}]{1,3}$/u;
const known = new Set([
  ...Object.keys(chineseNames),
  '越南',
  '河内',
  '胡志明',
  '岘港',
  '顺化',
  '海防',
  '中国',
  '法国',
  '美国',
]);

function changesChineseName(before: string, after: string): boolean {
  const changes = wordDiff(before, after, 'zh');
  return changes.some(({ kind, text }, index) => {
    if (kind === 'same') return false;
    const next = changes.slice(index + 1).find((change) => change.kind === 'same')?.text ?? '';
    const isQuoted = /[《“]\p{Script=Han}*$/u.test(
      changes.slice(0, index).findLast((one) => one.kind === 'same')?.text ?? '',
    );
    const han = text.replace(/[^\p{Script=Han}·]/gu, '');
    if (han === '') return false;
    const isTitled = behind.test(next) && han.length <= 6;
    return isTitled || isQuoted || text.includes('·') || endsLikeName.test(han) || surname.test(han) || isKnown(han);
  });
}

const isKnown = (han: string): boolean => splitWords(han, 'zh').some(({ text }) => known.has(text)) || known.has(han);
