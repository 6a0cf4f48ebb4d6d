import type { Inline } from '#record/blocks.ts';
import { toInlines } from './lexical-inline.ts';
import { type Conversion, type LexicalNode, readNodes } from './lexical-node.ts';

/** Blocks where a record holds only a line of text (a table's cell): their words one below the other. */
export function toFlow(values: readonly unknown[], conversion: Conversion): Inline[] {
  const lines = readNodes(values).flatMap((node) => linesOf(node, conversion));
  return lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'break' } as const, ...line]));
}

function linesOf(node: LexicalNode, conversion: Conversion): Inline[][] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'quote': {
      const line = toInlines(node.children, conversion);
      return line.length > 0 ? [line] : [];
    }
    case 'list':
    case 'listitem':
      return node.children.some(isBlock)
        ? readNodes(node.children).flatMap((child) => linesOf(child, conversion))
        : [toInlines(node.children, conversion)];
    default:
      return [toInlines([node], conversion)];
  }
}

const blocks = new Set(['paragraph', 'heading', 'quote', 'list', 'listitem']);
const isBlock = (value: unknown) => readNodes([value]).some((node) => blocks.has(node.type));
