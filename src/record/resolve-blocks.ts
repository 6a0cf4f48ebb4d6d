import type { Block, Inline, LinkTarget, List } from './blocks.ts';
import type { RecordType } from './common.ts';
import type { Picture } from './picture.ts';
import type { ResolvedBlock, ResolvedInline, ResolvedList } from './resolved.ts';

/** Turns references into what a reader may open; null where there is nothing that the reader may see. */
export interface Resolver {
  /** Absolute address of a document in the language of the text. */
  link(type: RecordType, id: string): string | null;
  picture(id: string): Picture | null;
}

type Leaf = Extract<Inline, { type: 'text' | 'break' }>;

const openable = /^(https?:|mailto:|tel:)/i;

const target = (
  to: LinkTarget,
  resolver: Resolver,
): Omit<Extract<ResolvedInline, { type: 'link' }>, 'children'> | null => {
  if ('href' in to) return openable.test(to.href) ? { type: 'link', href: to.href } : null;
  const href = resolver.link(to.document.type, to.document.id);
  return href === null ? null : { type: 'link', href, document: to.document };
};

const inline = (node: Inline, resolver: Resolver): ResolvedInline[] => {
  if (node.type !== 'link') return [node];
  const children: Leaf[] = node.children;
  const resolved = target(node.to, resolver);
  return resolved ? [{ ...resolved, children }] : children;
};

const inlines = (nodes: readonly Inline[], resolver: Resolver): ResolvedInline[] =>
  nodes.flatMap((node) => inline(node, resolver));

const list = (source: List, resolver: Resolver): ResolvedList => ({
  type: 'list',
  ordered: source.ordered,
  items: source.items.map((item) => ({
    children: inlines(item.children, resolver),
    ...(item.list && { list: list(item.list, resolver) }),
  })),
});

const block = (source: Block, resolver: Resolver): ResolvedBlock[] => {
  switch (source.type) {
    case 'rule':
      return [source];
    case 'list':
      return [list(source, resolver)];
    case 'image': {
      const picture = resolver.picture(source.image);
      return picture ? [{ type: 'image', picture, caption: source.caption }] : [];
    }
    case 'table':
      return [
        {
          type: 'table',
          rows: source.rows.map((row) => row.map((cell) => ({ ...cell, children: inlines(cell.children, resolver) }))),
        },
      ];
    case 'facts':
      return [
        {
          ...source,
          blocks: source.blocks.map((inner) =>
            inner.type === 'list' ? list(inner, resolver) : { ...inner, children: inlines(inner.children, resolver) },
          ),
        },
      ];
    default:
      return [{ ...source, children: inlines(source.children, resolver) }];
  }
};

/**
 * A body with its references replaced by addresses: links to documents that cannot be seen are unwrapped into their
 * words, pictures that cannot be seen are left out. HTML, text and data are all made from the result, so they agree.
 */
export const resolveBlocks = (blocks: readonly Block[], resolver: Resolver): ResolvedBlock[] =>
  blocks.flatMap((source) => block(source, resolver));
