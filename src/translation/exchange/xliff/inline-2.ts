import { type Content, isRun, type OpenCode, type Piece } from '../../content.ts';
import { type Binding, writePieces } from '../inline/pairing.ts';
import { beyondXml, element, emptyTag, escapeText, openTag, textElement } from '../xml/write.ts';
import { singleNames, spanNames } from './vocabulary.ts';

/** Addresses of links of a unit: source and target say which of them by its id (`originalData`, 4.2.2.10). */
export interface Addresses {
  /** Id of an address. */
  idOf(address: string): string;
  /** All that were asked for, as `originalData`; empty where none was. */
  markup(): string;
}

export const addresses = (): Addresses => {
  const ids = new Map<string, string>();
  return {
    idOf: (address) => {
      const id = ids.get(address) ?? `d${ids.size + 1}`;
      ids.set(address, id);
      return id;
    },
    markup: () =>
      ids.size === 0
        ? ''
        : element('originalData', {}, [...ids].map(([address, id]) => element('data', { id }, text(address))).join('')),
  };
};

/** Text; a character that XML cannot hold is written by its number (`cp`, 4.2.3.1). */
const text = (words: string): string => {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: character, index } of words.matchAll(beyondXml)) {
    const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    parts.push(escapeText(words.slice(from, index)), emptyTag('cp', { hex }));
    from = index + character.length;
  }
  return parts.join('') + escapeText(words.slice(from));
};

const named = ({ kind }: OpenCode) => ({ type: spanNames[kind].type, subType: spanNames[kind].subType });

const opening = (piece: OpenCode, binding: Binding, at: Addresses): string => {
  const { id, kind, address } = piece;
  const data = kind === 'link' && address !== undefined ? at.idOf(address) : undefined;
  if (binding === 'paired') return openTag('pc', { id, ...named(piece), canCopy: 'no', dataRefStart: data });
  const isolated = binding === 'alone' ? 'yes' : undefined;
  return emptyTag('sc', { id, ...named(piece), canCopy: 'no', dataRef: data, isolated });
};

const write = (piece: Piece, binding: Binding, at: Addresses): string => {
  if (isRun(piece)) return text(piece.text);
  if (piece.code === 'open') return opening(piece, binding, at);
  if (piece.code === 'single') {
    const { type, subType } = singleNames[piece.kind];
    return emptyTag('ph', { id: piece.id, type, subType, canCopy: 'no' });
  }
  if (binding === 'paired') return '</pc>';
  return binding === 'loose'
    ? emptyTag('ec', { startRef: piece.id })
    : emptyTag('ec', { id: piece.id, isolated: 'yes', canCopy: 'no' });
};

/** A content as markup of XLIFF 2.1 (4.7). */
export const inline2 = (content: Content, at: Addresses): string =>
  writePieces(content, (piece, binding) => write(piece, binding, at));

/** `source` or `target` around a content. */
export const side2 = (name: 'source' | 'target', content: Content, at: Addresses): string =>
  content.length === 0 ? textElement(name, {}, '') : element(name, {}, inline2(content, at));
