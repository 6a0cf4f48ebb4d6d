import type { StudioLocale } from '#languages/locales.ts';
import { inBrackets, listed, quoted } from '#languages/punctuation.ts';
import type { TermFinding } from '#translation/terms/term-findings.ts';

/** One finding as people read it: `“Ben Thanh Market” → “Bến Thành Market” (why)`. */
const told = ({ found, instead, reason }: TermFinding, language: StudioLocale): string => {
  const right = listed(
    instead.slice(0, 3).map((one) => quoted(one, language)),
    language,
  );
  const line = right === '' ? quoted(found, language) : `${quoted(found, language)} → ${right}`;
  return reason ? inBrackets(line, reason, language) : line;
};

/** Most findings that a refusal names; whoever mends them is told of the next. */
const most = 10;

/** Findings in one line, each name once. */
export const tellFindings = (findings: readonly TermFinding[], language: StudioLocale): string =>
  [...new Set(findings.map((finding) => told(finding, language)))].slice(0, most).join(language === 'zh' ? '；' : '; ');
