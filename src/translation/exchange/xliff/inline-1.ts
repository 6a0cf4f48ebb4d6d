import { type Content, isRun, type OpenCode, type Piece } from '../../content.ts';
import { type Binding, writePieces } from '../inline/pairing.ts';
import { type Attributes, element, emptyTag, escapeText, openTag } from '../xml/write.ts';
import { singleNames, spanNames } from './vocabulary.ts';

/** The address of a link is what stands for it where markup cannot. */
const named = ({ id, kind, address }: OpenCode): Attributes => ({
  ...{ id, ctype: spanNames[kind].ctype },
  ...(kind === 'link' ? { 'equiv-text': address } : {}),
});

const write = (piece: Piece, binding: Binding): string => {
  if (isRun(piece)) return escapeText(piece.text);
  if (piece.code === 'single') return emptyTag('x', { id: piece.id, ctype: singleNames[piece.kind].ctype });
  if (piece.code === 'open') {
    if (binding === 'paired') return openTag('g', named(piece));
    if (binding === 'loose') return emptyTag('bx', { ...named(piece), rid: piece.id });
    return element('it', { ...named(piece), pos: 'open' }, '');
  }
  if (binding === 'paired') return '</g>';
  if (binding === 'loose') return emptyTag('ex', { id: `${piece.id}-end`, rid: piece.id });
  return element('it', { id: piece.id, pos: 'close' }, '');
};

/** A content as markup of XLIFF 1.2. */
export const inline1 = (content: Content): string => writePieces(content, write);
