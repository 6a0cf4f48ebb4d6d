import { type Content, isRun, type OpenCode, type Piece, type SingleCode } from '../content.ts';

/**
 * A content as engines take it: text of HTML in which codes are elements without a meaning, `<g id="1">words</g>` and
 * `<x id="2"></x>`. Engines that know HTML leave such elements where they belong, and language models copy them.
 */
export const toMarked = (content: Content): string => content.map(markedPiece).join('');

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const asMarkup = (text: string): string => text.replace(/[&<>]/g, (character) => escapes[character] ?? character);

const markedPiece = (piece: Piece): string => {
  if (isRun(piece)) return asMarkup(piece.text);
  if (piece.code === 'open') return `<g id="${piece.id}">`;
  return piece.code === 'close' ? '</g>' : `<x id="${piece.id}"></x>`;
};

/** Why what an engine answers cannot be taken: markup of its own, or codes that are not those of the source. */
export type MarkedFault = 'markup' | 'codes';

const token = /<g id="([^"<>]{1,20})">|(<\/g>)|<x id="([^"<>]{1,20})"\s*(?:\/>|>(?:<\/x>)?)|(<)|([^<]+)/g;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

const codePoint = (number: number): string => {
  const isCharacter = number > 0 && number <= 0x10ffff && !(number >= 0xd800 && number <= 0xdfff);
  return isCharacter ? String.fromCodePoint(number) : '\ufffd';
};

const asWords = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (_, decimal, hex, name) => {
    if (decimal) return codePoint(Number(decimal));
    return hex ? codePoint(Number.parseInt(hex, 16)) : (named[String(name).toLowerCase()] ?? '');
  });

/** Codes of the source by id, and which of them an answer has used. */
class Codes {
  readonly #all: ReadonlyMap<string, OpenCode | SingleCode>;
  readonly #used = new Set<string>();
  readonly #open: string[] = [];

  constructor(source: Content) {
    const codes = source.filter((piece): piece is OpenCode | SingleCode => 'code' in piece && piece.code !== 'close');
    this.#all = new Map(codes.map((code) => [code.id, code]));
  }

  /** The code of that kind and id, where the source has it and the answer has not had it yet. */
  take(kind: 'open' | 'single', id: string): Piece | null {
    const code = this.#all.get(id);
    if (code?.code !== kind || this.#used.has(id)) return null;
    this.#used.add(id);
    if (kind === 'open') this.#open.push(id);
    return code;
  }

  close(): Piece | null {
    const id = this.#open.pop();
    return id === undefined ? null : { code: 'close', id };
  }

  get isWhole(): boolean {
    return this.#open.length === 0 && this.#used.size === this.#all.size;
  }
}

const pieceOf = (codes: Codes, [, open, close, single, stray, text]: RegExpMatchArray): Piece | MarkedFault => {
  if (stray !== undefined) return 'markup';
  if (text !== undefined) return { text: asWords(text) };
  const code = close ? codes.close() : codes.take(open === undefined ? 'single' : 'open', open ?? single ?? '');
  return code ?? 'codes';
};

/**
 * What an engine answered, with the codes of the source; every one of them has to be there once, and nested.
 * @returns a fault where it cannot be taken. Never throws.
 */
export const fromMarked = (marked: string, source: Content): Content | MarkedFault => {
  const codes = new Codes(source);
  const pieces: Piece[] = [];
  for (const match of marked.toWellFormed().matchAll(token)) {
    const piece = pieceOf(codes, match);
    if (typeof piece === 'string') return piece;
    if (!isRun(piece) || piece.text !== '') pieces.push(piece);
  }
  return codes.isWhole ? pieces : 'codes';
};
