type Node = { text?: unknown; type?: unknown; children?: unknown; root?: unknown };

const textOf = (value: unknown): string => {
  if (!value || typeof value !== 'object') return '';
  const node: Node = value;
  if (node.root) return textOf(node.root);
  if (typeof node.text === 'string') return node.text;
  if (node.type === 'linebreak') return '\n';
  const inner = Array.isArray(node.children) ? node.children.map(textOf).join('') : '';
  return ['paragraph', 'heading', 'quote', 'listitem', 'tablerow'].includes(String(node.type)) ? `${inner}\n` : inner;
};

/** A field's value as words that two people can compare; null when it has none that say something (ids, for example). */
export const plainValue = (value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = textOf(value).trim();
  return text === '' ? null : text;
};
