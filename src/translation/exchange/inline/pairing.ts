import { type Content, isRun, type Piece } from '../../content.ts';

/**
 * How a piece can be written: an opening and a closing code as one element around what they hold (`paired`), as two marks
 * where they cross others (`loose`), or one without its other half (`alone`).
 */
export type Binding = 'paired' | 'loose' | 'alone' | 'other';

interface Open {
  readonly index: number;
  readonly id: string;
}

/** For each piece of a content how it is bound. Codes of our own contents are always paired. */
export const bindings = (content: Content): Binding[] => {
  const found: Binding[] = content.map((piece) => (isRun(piece) || piece.code === 'single' ? 'other' : 'alone'));
  const stack: Open[] = [];
  for (const [index, piece] of content.entries()) {
    if (isRun(piece) || piece.code === 'single') continue;
    if (piece.code === 'open') stack.push({ index, id: piece.id });
    else close(stack, index, piece.id, found);
  }
  return found;
};

const close = (stack: Open[], index: number, id: string, found: Binding[]): void => {
  const at = stack.findLastIndex((open) => open.id === id);
  const open = stack[at];
  if (!open) return;
  const binding = at === stack.length - 1 ? 'paired' : 'loose';
  found[open.index] = binding;
  found[index] = binding;
  stack.splice(at, 1);
};

/** Writes the pieces of a content one after another. */
export const writePieces = (content: Content, write: (piece: Piece, binding: Binding) => string): string => {
  const bound = bindings(content);
  return content.map((piece, index) => write(piece, bound[index] ?? 'other')).join('');
};
