import { type LinkKind, parseInline, type Span } from './inline.ts';
import {
  factsNode,
  headingNode,
  type LexicalNode,
  type LexicalState,
  linkNode,
  listNode,
  paragraphNode,
  pictureNode,
  quoteNode,
  stateOf,
  tableNode,
  textNode,
} from './lexical-nodes.ts';
import type { DemoBlock } from './schema/body.ts';

/** Hands out the studio id of a demo document; throws where there is none. */
export type ResolveId = (kind: LinkKind, key: string) => string;

const collectionOf: Record<LinkKind, string> = {
  article: 'articles',
  event: 'events',
  place: 'places',
  topic: 'topics',
  agency: 'agencies',
  image: 'images',
};

/** Node ids need only be unique within one body, and the same body must give the same JSON on every seeding. */
function numbered(): () => string {
  let count = 0;
  return () => (++count).toString(16).padStart(24, '0');
}

interface Builder {
  readonly resolve: ResolveId;
  readonly nextId: () => string;
}

function spanNode(span: Span, { resolve, nextId }: Builder): LexicalNode {
  const text = textNode(span.text, span.bold, span.italic);
  if (span.link === undefined) return text;
  if ('href' in span.link) return linkNode(nextId(), { linkType: 'custom', url: span.link.href }, [text]);
  const { kind, key } = span.link;
  const doc = { relationTo: collectionOf[kind], value: resolve(kind, key) };
  return linkNode(nextId(), { linkType: 'internal', doc }, [text]);
}

const inlineNodes = (source: string, builder: Builder) => parseInline(source).map((span) => spanNode(span, builder));

function blockNode(block: DemoBlock, builder: Builder): LexicalNode {
  const inline = (source: string) => inlineNodes(source, builder);
  if (typeof block === 'string') return paragraphNode(inline(block));
  if ('h2' in block) return headingNode('h2', inline(block.h2));
  if ('h3' in block) return headingNode('h3', inline(block.h3));
  if ('ul' in block) return listNode(false, block.ul.map(inline));
  if ('ol' in block) return listNode(true, block.ol.map(inline));
  if ('quote' in block) return quoteNode(inline(block.quote));
  if ('image' in block) return pictureNode(builder.nextId(), builder.resolve('image', block.image), block.caption);
  if ('table' in block) return tableNode([block.table.head, ...block.table.rows].map((row) => row.map(inline)));
  return factsNode(builder.nextId(), block.facts, stateOf([listNode(false, block.items.map(inline))]));
}

/**
 * Turns a body of the demo's notation into what a Lexical field of the studio stores.
 * @param resolve gives the studio id of every document that the body links to or shows
 * @throws RangeError on broken inline marks; whatever `resolve` throws
 */
export function toLexical(body: readonly DemoBlock[], resolve: ResolveId): LexicalState {
  const builder = { resolve, nextId: numbered() };
  return stateOf(body.map((block) => blockNode(block, builder)));
}
