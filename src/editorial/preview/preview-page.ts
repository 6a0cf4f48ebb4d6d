import { ownNames, type PublicLocale, publicLocalesOf, type StudioLocale, toPublicLocale } from '#languages/locales.ts';
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
  /** Language that the text is written in. */
  locale: StudioLocale;
  /** As the public asks for what is shown: that language, or what a program makes of it. */
  shown: PublicLocale;
  /** Language of the person. */
  language: StudioLocale;
  /** Whether copies of it are counted: then the browser prints no word of it. */
  isCounted: boolean;
}

/** How the address of a preview names what is converted, by ISO 15924. */
export const traditionalScript = 'Hant';

interface Tab {
  /** The question of its address. */
  readonly asked: Readonly<Record<string, string>>;
  readonly tag: PublicLocale;
  readonly name: string;
  /** How it stands, in words. */
  readonly state: string;
}

const tab = ({ collection, id, shown }: PreviewPage, { asked, tag, name, state }: Tab): string => {
  const href = `/api/preview/${collection}/${encodeURIComponent(id)}?${escapeHtml(`${new URLSearchParams(asked)}`)}`;
  const current = tag === shown ? ' aria-current="page"' : '';
  return `<a href="${href}" lang="${tag}"${current}>${escapeHtml(name)}<small>${escapeHtml(state)}</small></a>`;
};

/** Each language that people write, and beside it what is converted from it. */
const tabs = (page: PreviewPage): string => {
  const words = studioWords[page.language].studio;
  const convertedFrom = (locale: StudioLocale): Tab[] =>
    publicLocalesOf(locale)
      .slice(1)
      .map((tag) => ({
        asked: { locale, script: traditionalScript },
        tag,
        name: traditionalName,
        state: words['preview.converted'] ?? '',
      }));
  return page.languages.languages
    .flatMap(({ locale, state }): Tab[] => [
      {
        ...{ asked: { locale }, tag: toPublicLocale(locale), name: ownNames[locale] },
        state: words[`state.${state}`] ?? state,
      },
      ...convertedFrom(locale),
    ])
    .map((one) => tab(page, one))
    .join('');
};

/** What Traditional Chinese calls itself. */
const traditionalName = '繁體中文';

/** What a preview says, without a page around it. */
export const previewText = (preview: Preview, shown: PublicLocale): string => {
  const cover = preview.cover
    ? `<figure>${renderPicture(preview.cover, shown)}<figcaption><small>${escapeHtml(preview.cover.credit)}</small></figcaption></figure>`
    : '';
  const summary = preview.summary ? `<p class="summary">${escapeHtml(preview.summary)}</p>` : '';
  return `<h1>${escapeHtml(preview.title)}</h1>${summary}${cover}${preview.html}`;
};

/** A whole page around a preview: which language is seen, which others there are, and the way back. */
export const previewPage = (page: PreviewPage): string => {
  const { preview, collection, id, locale, shown, language, isCounted } = page;
  const say = (key: string) => escapeHtml(studioWords[language].studio[key] ?? key);
  const isEmpty = preview.title === '' && preview.html === '';
  const isConverted = shown !== toPublicLocale(locale);
  const label = isConverted ? `<p class="converted" lang="${language}">${say('preview.converted.how')}</p>` : '';
  const main = isEmpty
    ? `<p class="missing" lang="${language}">${say('preview.missing')}</p>`
    : `${label}${previewText(preview, shown)}`;
  return `<!doctype html>
<html lang="${shown}">
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
${isCounted ? `<p class="unprinted" lang="${language}">${say('copies.notPrinted')}</p>\n` : ''}<main>${main}</main>
</body>
</html>
`;
};
