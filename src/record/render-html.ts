import type { PublicLocale } from '#languages/locales.ts';
import type { Mark } from './blocks.ts';
import { escapeHtml } from './escape-html.ts';
import { renderPicture } from './render-picture.ts';
import { renderTable } from './render-table.ts';
import type { ResolvedBlock, ResolvedInline, ResolvedList } from './resolved.ts';

const elements: Record<Mark, string> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  subscript: 'sub',
  superscript: 'sup',
  code: 'code',
};

const inline = (node: ResolvedInline): string => {
  if (node.type === 'break') return '<br>';
  if (node.type === 'link') return `<a href="${escapeHtml(node.href)}">${inlines(node.children)}</a>`;
  return (node.marks ?? []).reduceRight(
    (inner, mark) => `<${elements[mark]}>${inner}</${elements[mark]}>`,
    escapeHtml(node.text),
  );
};

const inlines = (nodes: readonly ResolvedInline[]): string => nodes.map(inline).join('');

const list = (source: ResolvedList): string => {
  const name = source.ordered ? 'ol' : 'ul';
  const items = source.items.map((item) => `<li>${inlines(item.children)}${item.list ? list(item.list) : ''}</li>`);
  return `<${name}>${items.join('')}</${name}>`;
};

const figure = (source: Extract<ResolvedBlock, { type: 'image' }>, locale: PublicLocale): string => {
  const caption = source.caption ? `${escapeHtml(source.caption)} ` : '';
  const credit = `<small>${escapeHtml(source.picture.credit)}</small>`;
  return `<figure>${renderPicture(source.picture, locale)}<figcaption>${caption}${credit}</figcaption></figure>`;
};

/** A heading that holds nothing would be read out as one. */
const boxTitle = (title: string): string => (title.trim() === '' ? '' : `<h3>${escapeHtml(title)}</h3>`);

const block = (source: ResolvedBlock, locale: PublicLocale): string => {
  switch (source.type) {
    case 'paragraph':
      return `<p>${inlines(source.children)}</p>`;
    case 'heading':
      return `<h${source.level}>${inlines(source.children)}</h${source.level}>`;
    case 'quote':
      return `<blockquote><p>${inlines(source.children)}</p></blockquote>`;
    case 'rule':
      return '<hr>';
    case 'list':
      return list(source);
    case 'image':
      return figure(source, locale);
    case 'table':
      return renderTable(source.rows, inlines);
    case 'facts':
      return `<aside>${boxTitle(source.title)}${renderHtml(source.blocks, locale)}</aside>`;
  }
};

/**
 * A body as clean HTML: plain elements, no scripts, styles, classes or ids.
 * @param locale language of the text; pictures with words in another one say so by `lang`.
 */
export const renderHtml = (blocks: readonly ResolvedBlock[], locale: PublicLocale): string =>
  blocks.map((source) => block(source, locale)).join('');
