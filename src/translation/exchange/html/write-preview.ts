import { ownNames, type StudioLocale } from '#languages/locales.ts';
import type { ExchangeDocument, ExchangeUnit } from '../document.ts';
import { tagOf } from '../languages.ts';
import { element, escapeText, lines, openTag, textElement } from '../xml/write.ts';
import { inlineHtml } from './inline-html.ts';
import { previewStyle } from './preview-style.ts';

const keys = ['unit', 'source', 'target', 'untranslated', 'limit', 'object'] as const;

/** Words of the page, in the language of whoever reads it. `limit` holds `{{max}}`. */
export interface PreviewWords {
  readonly locale: StudioLocale;
  readonly words: Readonly<Record<`preview.${(typeof keys)[number]}`, string>>;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'";

const headOf = ({ title, sourceLocale }: ExchangeDocument, { locale }: PreviewWords): string =>
  lines(
    '<!DOCTYPE html>',
    openTag('html', { lang: tagOf(locale) }),
    '<head>',
    '<meta charset="utf-8">',
    openTag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    textElement('title', { lang: tagOf(sourceLocale) }, title),
    element('style', {}, previewStyle),
    '</head>',
  );

/** `Source: English`: the name of a language in itself. */
const columnOf = (label: string, locale: StudioLocale): string =>
  element(
    'th',
    { scope: 'col' },
    `${escapeText(label)} ${textElement('span', { lang: tagOf(locale) }, ownNames[locale])}`,
  );

const noteList = (unit: ExchangeUnit, { words }: PreviewWords): string => {
  const limit = unit.limit === undefined ? [] : [words['preview.limit'].replace('{{max}}', String(unit.limit))];
  const all = [...unit.notes, ...limit];
  if (all.length === 0) return '';
  return element('ul', {}, all.map((note) => textElement('li', {}, note)).join(''));
};

const rowOf = (document: ExchangeDocument, unit: ExchangeUnit, number: number, page: PreviewWords): string => {
  const { source, target, role } = unit;
  const object = page.words['preview.object'];
  const missing = textElement('em', { class: 'missing', lang: tagOf(page.locale) }, page.words['preview.untranslated']);
  return lines(
    openTag('tr', { id: unit.id, class: role }),
    textElement('th', { scope: 'row' }, String(number)),
    element('td', { lang: tagOf(document.sourceLocale) }, inlineHtml(source, object)),
    element(
      'td',
      { lang: tagOf(document.targetLocale) },
      (target === null ? missing : inlineHtml(target, object)) + noteList(unit, page),
    ),
    '</tr>',
  );
};

/**
 * A page that shows a document in its two languages side by side, to be opened or printed anywhere: nothing is fetched, nothing
 * runs, and no text of the document is markup.
 * @returns pieces of text in order
 */
export function* writePreview(document: ExchangeDocument, page: PreviewWords): Generator<string, void> {
  const { title, sourceLocale, targetLocale, units } = document;
  const { words } = page;
  yield headOf(document, page);
  yield lines(
    '<body>',
    textElement('h1', { lang: tagOf(sourceLocale) }, title),
    '<table>',
    '<thead><tr>',
    textElement('th', { scope: 'col' }, words['preview.unit']),
    columnOf(words['preview.source'], sourceLocale),
    columnOf(words['preview.target'], targetLocale),
    '</tr></thead>',
    '<tbody>',
  );
  for (const [index, unit] of units.entries()) yield rowOf(document, unit, index + 1, page);
  yield lines('</tbody>', '</table>', '</body>', '</html>');
}
