import type { ResolvedCell } from './resolved.ts';

const span = (name: string, value: number): string => (value > 1 ? ` ${name}="${value}"` : '');

const cell = (source: ResolvedCell, inHead: boolean, inner: string): string => {
  const spans = span('colspan', source.colSpan) + span('rowspan', source.rowSpan);
  if (!source.header) return `<td${spans}>${inner}</td>`;
  return `<th scope="${inHead ? 'col' : 'row'}"${spans}>${inner}</th>`;
};

/** Rows at the top that hold headings only become `<thead>`; elsewhere a heading cell speaks for its row. */
export const renderTable = (
  rows: readonly (readonly ResolvedCell[])[],
  inner: (children: ResolvedCell['children']) => string,
): string => {
  const firstBody = rows.findIndex((row) => row.length === 0 || row.some((each) => !each.header));
  const headRows = firstBody === -1 ? rows.length : firstBody;
  const html = (from: readonly (readonly ResolvedCell[])[], inHead: boolean): string =>
    from.map((row) => `<tr>${row.map((each) => cell(each, inHead, inner(each.children))).join('')}</tr>`).join('');
  const head = html(rows.slice(0, headRows), true);
  const rest = html(rows.slice(headRows), false);
  return `<table>${head && `<thead>${head}</thead>`}${rest && `<tbody>${rest}</tbody>`}</table>`;
};
