import { type Content, isRun, type Piece } from '../content.ts';
import { numbersAfter } from './codes.ts';
import type { Template, Templates } from './content-of.ts';
import { nodesFrom } from './nodes-from.ts';

interface Told {
  readonly content: Content;
  readonly templates: Templates;
}

/**
 * Nodes that say `content` instead of what `nodes` say, with their links and other things at the codes that stand for the same.
 * @param told what the nodes say (`contentOf`)
 * @param others what codes stand for that these nodes do not have, by the ids of `content`
 */
export function retell(
  nodes: readonly unknown[],
  content: Content,
  told: Told,
  others: Templates = new Map(),
): readonly unknown[] {
  if (isSame(content, told.content)) return nodes;
  const templates = new Map<string, Template>(others);
  const numbers = numbersAfter(content, told.content);
  for (const [own, template] of told.templates) templates.set(numbers.get(own) ?? '', template);
  return nodesFrom(content, templates);
}

/** Whether two contents say the same with the same codes, wherever their runs are cut. */
export const isSame = (a: Content, b: Content): boolean => JSON.stringify(joined(a)) === JSON.stringify(joined(b));

function joined(content: Content): unknown[] {
  const pieces: unknown[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') pieces.push(text);
    text = '';
  };
  for (const piece of content) {
    if (isRun(piece)) text += piece.text;
    else {
      flush();
      pieces.push(inOrder(piece));
    }
  }
  flush();
  return pieces;
}

const inOrder = (piece: Exclude<Piece, { text: string }>): unknown[] => [
  piece.code,
  piece.id,
  ...(piece.code === 'close' ? [] : [piece.kind]),
  ...(piece.code === 'open' ? [piece.address ?? null] : []),
];
