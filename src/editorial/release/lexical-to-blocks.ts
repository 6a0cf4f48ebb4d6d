import { z } from 'zod';
import type { Block } from '#record/blocks.ts';
import { toFacts } from './lexical-facts.ts';
import { isBlank, toInlines } from './lexical-inline.ts';
import { toList } from './lexical-list.ts';
import { type Conversion, idOf, type LexicalNode, readNodes } from './lexical-node.ts';
import { toTable } from './lexical-table.ts';
import type { Reference, Resolve } from './released-collections.ts';

export interface ConvertedBody {
  readonly blocks: Block[];
  /** Documents of ours that the text shows or links to, releasable or not. */
  readonly refs: Reference[];
  /** Types of nodes that have no place in a public record, sorted. Not empty: the text must not be published. */
  readonly unknown: string[];
}

const editorState = z.object({ root: z.object({ children: z.array(z.unknown()) }) });

/**
 * Rebuilds a body from the editor's state (Payload's Lexical JSON) by naming every node that may pass. Empty paragraphs
 * go; a link or picture that `resolve` answers with null leaves its words, or nothing, behind.
 */
export function lexicalToBlocks(state: unknown, resolve: Resolve): ConvertedBody {
  const conversion: Conversion = { resolve, refs: [], unknown: new Set() };
  if (state === null || state === undefined) return { blocks: [], refs: [], unknown: [] };
  const read = editorState.safeParse(state);
  if (!read.success) return { blocks: [], refs: [], unknown: ['malformed'] };
  const blocks = readNodes(read.data.root.children).flatMap((node) => toBlocks(node, conversion));
  return { blocks, refs: conversion.refs, unknown: [...conversion.unknown].sort() };
}

function toBlocks(node: LexicalNode, conversion: Conversion): Block[] {
  switch (node.type) {
    case 'paragraph':
    case 'quote':
      return toTextBlock({ type: node.type, children: toInlines(node.children, conversion) });
    case 'heading':
      return toTextBlock({ type: 'heading', level: levelOf(node), children: toInlines(node.children, conversion) });
    case 'list':
      return [toList(node, conversion)];
    case 'horizontalrule':
      return [{ type: 'rule' }];
    case 'upload':
      return toImage(uploadedImage(node), conversion);
    case 'table':
      return [toTable(node, conversion)];
    case 'block':
      return toBlock(node, conversion);
    default:
      conversion.unknown.add(node.type);
      return [];
  }
}

type TextBlock = Extract<Block, { type: 'paragraph' | 'quote' | 'heading' }>;

const toTextBlock = (block: TextBlock): Block[] => (isBlank(block.children) ? [] : [block]);

/** The page's own title is the only `h1`, and the contract knows three levels below it. */
function levelOf({ tag }: LexicalNode): 2 | 3 | 4 {
  const level = typeof tag === 'string' ? Number(tag.slice(1)) : 2;
  return level <= 2 || Number.isNaN(level) ? 2 : level === 3 ? 3 : 4;
}

/** Blocks in Payload's sense: the two that an editor can put into a body. */
function toBlock(node: LexicalNode, conversion: Conversion): Block[] {
  const picture = pictureFields.safeParse(node.fields);
  return picture.success
    ? toImage({ image: idOf(picture.data.image), caption: picture.data.caption ?? null }, conversion)
    : toFacts(node, conversion);
}

const caption = z.string().nullish().catch(null);
const pictureFields = z.object({ blockType: z.literal('picture'), image: z.unknown().optional(), caption });
const uploadFields = z.object({ caption }).catch({ caption: null });

interface ShownImage {
  /** Null where the node names no picture of the library. */
  readonly image: string | null;
  readonly caption: string | null;
}

const uploadedImage = ({ relationTo, value, fields }: LexicalNode): ShownImage => ({
  image: relationTo === 'images' ? idOf(value) : null,
  caption: uploadFields.parse(fields ?? {}).caption ?? null,
});

function toImage({ image: id, caption }: ShownImage, { refs, resolve, unknown }: Conversion): Block[] {
  if (id === null) {
    unknown.add('upload');
    return [];
  }
  refs.push({ collection: 'images', id, use: 'shown' });
  const image = resolve({ collection: 'images', id });
  return image === null ? [] : [{ type: 'image', image, caption: caption?.toWellFormed().trim() || null }];
}
