import { z } from 'zod';
import type { Block } from '#record/blocks.ts';
import { isBlank, toInlines } from './lexical-inline.ts';
import { toList } from './lexical-list.ts';
import { type Conversion, type LexicalNode, readNodes } from './lexical-node.ts';

type Facts = Extract<Block, { type: 'facts' }>;

const factsFields = z.object({
  blockType: z.literal('facts'),
  title: z.string().nullish().catch(''),
  content: z.object({ root: z.object({ children: z.array(z.unknown()) }) }).nullish(),
});

/** A box of facts: the only block (in Payload's sense) that an editor can put into a body. */
export function toFacts(node: LexicalNode, conversion: Conversion): Facts[] {
  const read = factsFields.safeParse(node.fields);
  if (!read.success) {
    conversion.unknown.add('block');
    return [];
  }
  const children = readNodes(read.data.content?.root.children ?? []);
  const blocks = children.flatMap((child) => toFactsBlock(child, conversion));
  return [{ type: 'facts', title: (read.data.title ?? '').toWellFormed(), blocks }];
}

function toFactsBlock(node: LexicalNode, conversion: Conversion): Facts['blocks'] {
  if (node.type === 'list') return [toList(node, conversion)];
  if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'quote') {
    conversion.unknown.add(`facts-${node.type}`);
    return [];
  }
  const children = toInlines(node.children, conversion);
  return isBlank(children) ? [] : [{ type: 'paragraph', children }];
}
