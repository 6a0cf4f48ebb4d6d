import type { ResolvedBlock, ResolvedInline, ResolvedList } from './resolved.ts';

const inlines = (nodes: readonly ResolvedInline[]): string =>
  nodes
    .map((node) => (node.type === 'break' ? '\n' : node.type === 'link' ? inlines(node.children) : node.text))
    .join('');

const list = (source: ResolvedList, indent = ''): string =>
  source.items
    .map((item, index) => {
      const bullet = source.ordered ? `${index + 1}.` : '•';
      const inner = item.list ? `\n${list(item.list, `${indent}  `)}` : '';
      return `${indent}${bullet} ${inlines(item.children)}${inner}`;
    })
    .join('\n');

const block = (source: ResolvedBlock): string => {
  switch (source.type) {
    case 'rule':
      return '';
    case 'list':
      return list(source);
    case 'image':
      return source.caption ?? '';
    case 'table':
      return source.rows.map((row) => row.map((cell) => inlines(cell.children)).join('\t')).join('\n');
    case 'facts':
      return [source.title, renderText(source.blocks)].filter(Boolean).join('\n\n');
    default:
      return inlines(source.children);
  }
};

/** A body as plain text: blocks apart by an empty line, cells by a tab, list items one a line. */
export const renderText = (blocks: readonly ResolvedBlock[]): string =>
  blocks
    .map(block)
    .filter((text) => text.trim() !== '')
    .join('\n\n')
    .toWellFormed();
