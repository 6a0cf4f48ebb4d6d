import type { PublicLocale } from '#languages/locales.ts';
import { escapeHtml } from './escape-html.ts';
import type { Picture } from './picture.ts';

const srcset = (picture: Picture, type: string): string =>
  picture.sources
    .filter((source) => source.type === type)
    .map((source) => `${source.href} ${source.width}w`)
    .join(', ');

/** The JPEG nearest above 960 px: what a browser without `srcset` loads. */
const plain = (picture: Picture) => {
  const all = picture.sources.filter((source) => source.type === 'image/jpeg');
  const sorted = (all.length > 0 ? all : picture.sources).toSorted((a, b) => a.width - b.width);
  return sorted.find((source) => source.width >= 960) ?? sorted.at(-1);
};

const sizes = '(max-width: 960px) 100vw, 960px';

/** `<picture>` with WebP and JPEG steps; `lang` only where the picture's words differ from the text around them. */
export const renderPicture = (picture: Picture, around: PublicLocale): string => {
  const source = plain(picture);
  if (!source) return '';
  const webp = srcset(picture, 'image/webp');
  const jpeg = srcset(picture, 'image/jpeg');
  const lang = picture.language === around ? '' : ` lang="${picture.language}"`;
  return [
    '<picture>',
    webp && `<source type="image/webp" srcset="${escapeHtml(webp)}" sizes="${sizes}">`,
    `<img src="${escapeHtml(source.href)}"`,
    jpeg && ` srcset="${escapeHtml(jpeg)}" sizes="${sizes}"`,
    ` alt="${escapeHtml(picture.alt)}"${lang} width="${source.width}" height="${source.height}"`,
    ' loading="lazy" decoding="async"></picture>',
  ].join('');
};
