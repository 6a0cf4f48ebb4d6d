import { readSeal, stateSecrets } from '#access/level.ts';
import { ownNames, type StudioLocale, toPublicLocale } from '#languages/locales.ts';
import { escapeHtml } from '#record/escape-html.ts';
import { formatMoment } from '../admin/words/format-time.ts';
import { speak } from '../words/speak.ts';
import type { CopiedContent } from './copied-content.ts';
import type { Copy } from './copies.ts';
import { copyStyle } from './copy-style.ts';

/** The language of the law, in which the stamp stands whatever else is read. */
const lawful: StudioLocale = 'vi';

const city = 'Asia/Ho_Chi_Minh';

type Values = Readonly<Record<string, string | number>>;

/** The same words in the language of the law and in that of whoever reads the copy, once where they are one. */
const both = (language: StudioLocale, key: string, values: Values | ((one: StudioLocale) => Values) = {}): string => {
  const said = (one: StudioLocale) =>
    escapeHtml(speak(one, 'studio', key, typeof values === 'function' ? values(one) : values));
  if (language === lawful) return `<span lang="${lawful}">${said(lawful)}</span>`;
  return `<span lang="${lawful}">${said(lawful)}</span> <small lang="${language}">${said(language)}</small>`;
};

/** What stands over each sheet: the stamp of the level, whether it copies a state secret, and which copy it is. */
const headOf = (copy: Copy, language: StudioLocale): string => {
  const { level, compartments } = readSeal(copy.seal) ?? { level: 'unreviewed' as const, compartments: [] };
  const stamp = escapeHtml(speak(lawful, 'studio', `level.${level}`));
  const own =
    language === lawful
      ? ''
      : ` <small lang="${language}">${escapeHtml(speak(language, 'studio', `level.${level}`))}</small>`;
  const kind = stateSecrets.includes(level) ? `<p class="kind">${both(language, 'copies.page.secret')}</p>` : '';
  const within = compartments.length > 0 ? `<p>${escapeHtml(compartments.join(' · '))}</p>` : '';
  const { nth, total, number } = copy;
  return `<div class="head"><p><span class="stamp" lang="${lawful}">${stamp}</span>${own}</p>${kind}${within}
<div class="number"><p>${both(language, 'copies.page.nth', { nth, total })}</p><p>${both(language, 'copies.page.number', { number })}</p></div></div>`;
};

/** What stands under each sheet: until when it is protected, who made it and when, for whom. */
const footOf = ({ term, madeName, madeAt, recipient }: Copy, language: StudioLocale): string => {
  const until =
    term === null ? both(language, 'copies.page.noTerm') : both(language, 'copies.page.term', { day: term });
  const made = both(language, 'copies.page.made', (one) => ({
    name: madeName ?? '',
    time: formatMoment(madeAt, one, city),
  }));
  return `<div class="foot"><p>${until}</p><p>${made}</p><p>${both(language, 'copies.page.recipient', { recipient })}</p></div>`;
};

/**
 * A copy as a page to print: level, term, number, who and when stand on each sheet of it.
 * @param language of whoever reads it
 */
export const copyPage = (copy: Copy, { title, html }: CopiedContent, language: StudioLocale): string => `<!doctype html>
<html lang="${toPublicLocale(copy.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(`${copy.number} · ${title}`)}</title>
<style>${copyStyle}</style>
</head>
<body>
<table class="sheet" role="presentation">
<thead><tr><td>${headOf(copy, language)}</td></tr></thead>
<tfoot><tr><td>${footOf(copy, language)}</td></tr></tfoot>
<tbody><tr><td><p><small>${escapeHtml(ownNames[copy.locale])}</small></p><article>${html}</article></td></tr></tbody>
</table>
</body>
</html>
`;
