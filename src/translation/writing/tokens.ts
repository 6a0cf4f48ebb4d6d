import { type Content, isRun, type OpenCode, type Piece, type SingleCode } from '../content.ts';

/**
 * A content as a person types it in a plain field: each code is a short token, `⟨1⟩words⟨/1⟩` or `⟨2/⟩`, which every keyboard,
 * input method and screen reader leaves alone. A bracket of the text itself stands twice.
 */
export const toTokens = (content: Content): string => content.map(tokenOf).join('');

const tokenOf = (piece: Piece): string => {
  if (isRun(piece)) return piece.text.replaceAll('⟨', '⟨⟨');
  if (piece.code === 'open') return openToken(piece.id);
  return piece.code === 'close' ? closeToken(piece.id) : singleToken(piece.id);
};

export const openToken = (id: string): string => `⟨${id}⟩`;
export const closeToken = (id: string): string => `⟨/${id}⟩`;
export const singleToken = (id: string): string => `⟨${id}/⟩`;

/** A part of what was typed: words, or a token. */
export interface TokenPart {
  readonly text: string;
  readonly token: null | { readonly code: 'open' | 'close' | 'single'; readonly id: string };
}

const token = /⟨⟨|⟨(\/?)(\d{1,4})(\/?)⟩/g;

/** What was typed, in its parts; together they are the text again. */
export const partsOf = (typed: string): TokenPart[] => {
  const parts: TokenPart[] = [];
  let from = 0;
  for (const match of typed.matchAll(token)) {
    const [whole, closes, id, isSingle] = match;
    if (id === undefined || (closes && isSingle)) continue;
    if (match.index > from) parts.push({ text: typed.slice(from, match.index), token: null });
    const code = closes ? 'close' : isSingle ? 'single' : 'open';
    parts.push({ text: whole, token: { code, id } });
    from = match.index + whole.length;
  }
  if (from < typed.length) parts.push({ text: typed.slice(from), token: null });
  return parts;
};

type Begins = OpenCode | SingleCode;

/** The codes that a text may have: those of the source and, with addresses of their own, those of the text as it was. */
const codesOf = (...known: readonly Content[]): Map<string, Begins> => {
  const codes = new Map<string, Begins>();
  for (const content of known)
    for (const piece of content) if ('code' in piece && piece.code !== 'close') codes.set(piece.id, piece);
  return codes;
};

/** What is wrong with the tokens of a text, told as it is typed. */
export interface TokenFault {
  readonly fault: 'unknown' | 'lost' | 'doubled' | 'crossed';
  readonly id: string;
}

/**
 * Reads what was typed. A token that no code stands behind, and one that ends nothing, is no code; what is left open is closed at the
 * end, so that the content is always nested.
 *
 * @param source whose codes the text has to have
 * @param before the text as it was, whose links may lead elsewhere than the source’s
 */
export const fromTokens = (
  typed: string,
  source: Content,
  before: Content = [],
): { readonly content: Content; readonly faults: readonly TokenFault[] } => {
  const codes = codesOf(source, before);
  const reader = new Reader(codes);
  for (const part of partsOf(typed)) reader.read(part);
  const faults = reader.end();
  const lost = [...codesOf(source).keys()].filter((id) => !reader.used.has(id));
  return { content: reader.pieces, faults: [...faults, ...lost.map((id) => ({ fault: 'lost' as const, id }))] };
};

class Reader {
  readonly pieces: Piece[] = [];
  readonly used = new Set<string>();
  readonly #faults: TokenFault[] = [];
  readonly #open: string[] = [];
  readonly #codes: ReadonlyMap<string, Begins>;

  constructor(codes: ReadonlyMap<string, Begins>) {
    this.#codes = codes;
  }

  read({ text, token: found }: TokenPart): void {
    if (!found) this.#write(text.replaceAll('⟨⟨', '⟨'));
    else if (found.code === 'close') this.#close(found.id);
    else this.#begin(found.code, found.id);
  }

  end(): readonly TokenFault[] {
    for (const id of [...this.#open].reverse()) this.#fault('crossed', id);
    while (this.#open.length > 0) this.#closeLast();
    return this.#faults;
  }

  #fault(fault: TokenFault['fault'], id: string): void {
    this.#faults.push({ fault, id });
  }

  #write(text: string): void {
    const last = this.pieces.at(-1);
    if (last && isRun(last)) this.pieces[this.pieces.length - 1] = { text: last.text + text };
    else if (text !== '') this.pieces.push({ text });
  }

  #begin(kind: 'open' | 'single', id: string): void {
    const code = this.#codes.get(id);
    if (code?.code !== kind) this.#fault('unknown', id);
    else if (this.used.has(id)) this.#fault('doubled', id);
    else this.#take(code);
  }

  #take(code: Begins): void {
    this.used.add(code.id);
    this.pieces.push(code);
    if (code.code === 'open') this.#open.push(code.id);
  }

  #close(id: string): void {
    if (!this.#open.includes(id)) this.#fault(this.used.has(id) ? 'doubled' : 'unknown', id);
    else {
      while (this.#open.at(-1) !== id) {
        this.#fault('crossed', this.#open.at(-1) ?? id);
        this.#closeLast();
      }
      this.#closeLast();
    }
  }

  #closeLast(): void {
    const id = this.#open.pop();
    if (id !== undefined) this.pieces.push({ code: 'close', id });
  }
}
