import { ownNames, type StudioLocale, toPublicLocale } from '#languages/locales.ts';
import { escapeHtml } from '#record/escape-html.ts';
import { renderPicture } from '#record/render-picture.ts';
import { studioWords } from '../admin/words/studio-words.ts';
import type { DocumentLanguages } from '../desk/document-languages.ts';
import type { Preview } from '../release/preview.ts';
import type { TextCollection } from '../workflow/content-changes.ts';
import { previewStyle } from './preview-style.ts';

export interface PreviewPage {
  preview: Preview;
  languages: DocumentLanguages;
  collection: TextCollection;
  id: string;
  /** Language of the text. */
  locale: StudioLocale;
  /** Language of the person. */
  language: StudioLocale;
}

const tabs = ({ languages, collection, id, locale, language }: PreviewPage): string =>
  languages.languages
    .map((one) => {
      const href = `/api/preview/${collection}/${encodeURIComponent(id)}?locale=${one.locale}`;
      const current = one.locale === locale ? ' aria-current="page"' : '';
      const state = studioWords[language].studio[`state.${one.state}`] ?? one.state;
      const name = escapeHtml(ownNames[one.locale]);
      return `<a href="${href}" lang="${toPublicLocale(one.locale)}"${current}>${name}<small>${escapeHtml(state)}</small></a>`;
    })
    .join('');

const text = ({ preview, locale }: PreviewPage): string => {
  const cover = preview.cover
    ? `<figure>${renderPicture(preview.cover, toPublicLocale(locale))}<figcaption><small>${escapeHtml(preview.cover.credit)}</small></figcaption></figure>`
    : '';
  const summary = preview.summary ? `<p class="summary">${escapeHtml(preview.summary)}</p>` : '';
  return `<h1>${escapeHtml(preview.title)}</h1>${summary}${cover}${preview.html}`;
};

/** A whole page around a preview: which language is seen, which others there are, and the way back. */
export const previewPage = (page: PreviewPage): string => {
  const { preview, collection, id, locale, language } = page;
  const say = (key: string) => escapeHtml(studioWords[language].studio[key] ?? key);
  const isEmpty = preview.title === '' && preview.html === '';
  const main = isEmpty ? `<p class="missing" lang="${language}">${say('preview.missing')}</p>` : text(page);
  return `<!doctype html>
<html lang="${toPublicLocale(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(preview.title || say('preview.title'))} · ${say('preview.title')}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${previewStyle}</style>
</head>
<body>
<header lang="${language}">
<p><strong>${say('preview.title')}</strong> <span>${say('preview.note')}</span></p>
<a class="back" href="/admin/collections/${collection}/${encodeURIComponent(id)}?locale=${locale}">${say('preview.back')}</a>
<nav aria-label="${say('languages.title')}">${tabs(page)}</nav>
</header>
<main>${main}</main>
</body>
</html>
`;
};
