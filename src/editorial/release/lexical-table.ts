import { z } from 'zod';
import type { Block } from '#record/blocks.ts';
import { toFlow } from './lexical-flow.ts';
import { type Conversion, type LexicalNode, readNodes } from './lexical-node.ts';

type Table = Extract<Block, { type: 'table' }>;
type Cell = Table['rows'][number][number];

const cellNode = z.object({
  headerState: z.number().catch(0),
  colSpan: z.int().min(1).catch(1),
  rowSpan: z.int().min(1).catch(1),
});

export function toTable(node: LexicalNode, conversion: Conversion): Table {
  const rows = expect(node.children, 'tablerow', conversion).map((row) =>
    expect(row.children, 'tablecell', conversion).map((cell) => toCell(cell, conversion)),
  );
  return { type: 'table', rows };
}

function toCell(node: LexicalNode, conversion: Conversion): Cell {
  const { headerState, colSpan, rowSpan } = cellNode.parse(node);
  return { header: headerState > 0, colSpan, rowSpan, children: toFlow(node.children, conversion) };
}

function expect(values: readonly unknown[], type: string, conversion: Conversion): LexicalNode[] {
  return readNodes(values).filter((node) => {
    if (node.type !== type) conversion.unknown.add(node.type);
    return node.type === type;
  });
}
