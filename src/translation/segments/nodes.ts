/** Anything with named values in it. Stored texts are read as `unknown`: nothing of them is certain. */
export type Properties = Readonly<Record<string, unknown>>;

export const isProperties = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const properties = (value: unknown): Properties => (isProperties(value) ? value : {});

/** The type of a node of the editor, and an empty one for what is no node. */
export const typeOf = (node: unknown): string => (isProperties(node) && typeof node.type === 'string' ? node.type : '');

/** What a node holds, or null where it can hold nothing. */
export const childrenOf = (node: unknown): readonly unknown[] | null =>
  isProperties(node) && Array.isArray(node.children) ? node.children : null;

/** Nodes whose children are words, and whatever else a sentence may hold. */
const holders = new Set(['paragraph', 'heading', 'quote', 'listitem']);
/** Nodes whose children stand one below the other. */
const containers = new Set(['root', 'list', 'table', 'tablerow', 'tablecell']);
const otherBlocks = new Set(['block', 'upload', 'horizontalrule']);
const inlines = new Set(['text', 'tab', 'linebreak', 'link', 'autolink', 'inlineBlock']);

export const isHolder = (type: string): boolean => holders.has(type);
export const isWalked = (type: string): boolean => holders.has(type) || containers.has(type);

const isBlock = (type: string): boolean => isWalked(type) || otherBlocks.has(type);

/**
 * Whether a child belongs to a sentence. What nobody knows does so where sentences are, unless it holds blocks, and nowhere
 * else.
 */
export const isInline = (child: unknown, inHolder: boolean): boolean => {
  const type = typeOf(child);
  if (inlines.has(type)) return true;
  return inHolder && !isBlock(type) && !(childrenOf(child) ?? []).some((inner) => isBlock(typeOf(inner)));
};
