import { apostrophes, quoting, type Rule, replacing } from './latin.ts';
import type { Edit } from './page.ts';

const han = String.raw`\p{Script=Han}`;
const fullWidth = '，。；：！？、（）《》〈〉「」『』【】';
/** What a Chinese sentence is made of: a mark beside it is one of its own. */
const chinese = `[${han}${fullWidth}“”‘’…—]`;
const chineseBefore = `[${han}）》〉」』】”’]`;

const wide: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '.': '。',
  '(': '（',
  ')': '）',
};

/** A rule that puts marks in their full width where a pattern finds them. */
const widening =
  (pattern: RegExp): Rule =>
  (text) =>
    Array.from(text.matchAll(pattern), ({ 0: mark, index }) => ({
      start: index,
      end: index + 1,
      after: wide[mark] ?? mark,
      rule: 'full-width',
    }));

const marks = widening(new RegExp(String.raw`(?<=${chineseBefore})[,;:!?]|(?<=[\p{L}\p{N}])[,;!?](?=${han})`, 'gu'));
const fullStop = widening(new RegExp(String.raw`(?<=${chineseBefore})\.(?=[\s${han}”’）」』]|$)`, 'gu'));

const hasHan = new RegExp(han, 'u');

/** Round brackets around Chinese, or straight after it. Both of a pair, or neither. */
const brackets: Rule = (text, fixed) => {
  const opened: number[] = [];
  const edits: Edit[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (fixed[at]) continue;
    if (text[at] === '(') opened.push(at);
    if (text[at] !== ')') continue;
    const open = opened.pop();
    if (open === undefined || !hasHan.test(text.slice(Math.max(0, open - 1), at))) continue;
    edits.push({ start: open, end: open + 1, after: '（', rule: 'full-width' });
    edits.push({ start: at, end: at + 1, after: '）', rule: 'full-width' });
  }
  return edits;
};

const noSpaces = replacing(
  'no-space',
  new RegExp(
    String.raw`(?<=[${fullWidth}])[ \u00a0\u202f]+(?=\S)|(?<=\S)[ \u00a0\u202f]+(?=[${fullWidth}])|(?<=${chinese})[ \u00a0\u202f]+(?=${chinese})`,
    'gu',
  ),
  '',
);

/** Six points in the middle, but not between figures or letters of another script. */
const ellipsis = replacing(
  'ellipsis',
  /(?<!\.)(?<![A-Za-z0-9](?=\.+[A-Za-z0-9]))(?:\.{3}|\.{6})(?!\.)|(?<!…)…(?!…)|(?<!。)。{3}(?!。)/gu,
  '……',
);

const dash = replacing(
  'dash',
  new RegExp(
    String.raw`(?<=${chinese}[ \u00a0]?)(?:(?<!-)--(?!-)|(?<!—)—(?!—))|(?:(?<!-)--(?!-)|(?<!—)—(?!—))(?=[ \u00a0]?${han})`,
    'gu',
  ),
  '——',
);

export const chineseRules: readonly Rule[] = [
  ellipsis,
  dash,
  apostrophes,
  quoting('"', ['“', '”'], 'dense'),
  quoting("'", ['‘', '’'], 'dense'),
  marks,
  fullStop,
  brackets,
  noSpaces,
];
