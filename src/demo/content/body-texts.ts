import type { DemoBlock } from './schema/body.ts';

/** Every text of a block in reading order, still with its inline marks. */
export function blockTexts(block: DemoBlock): string[] {
  if (typeof block === 'string') return [block];
  if ('h2' in block) return [block.h2];
  if ('h3' in block) return [block.h3];
  if ('ul' in block) return block.ul;
  if ('ol' in block) return block.ol;
  if ('quote' in block) return [block.quote];
  if ('image' in block) return [block.caption];
  if ('table' in block) return [...block.table.head, ...block.table.rows.flat()];
  return [block.facts, ...block.items];
}
