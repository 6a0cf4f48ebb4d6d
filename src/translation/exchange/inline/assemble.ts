import { type Content, isRun, type Piece, type SingleKind, type SpanKind } from '../../content.ts';
import { type CodeFault, nest } from './nest.ts';
import type { OpenToken, SingleToken, Token } from './token.ts';

/** Codes of the other side of a unit, by id: a tool may say of a code only which one it is. */
export type KnownCodes = ReadonlyMap<string, Piece>;

export const codesOf = (content: Content): KnownCodes =>
  new Map(content.flatMap((piece) => (isRun(piece) || piece.code === 'close' ? [] : [[piece.id, piece] as const])));

export interface Assembled {
  /** Runs joined, codes nested, each id once. */
  readonly content: Content;
  readonly faults: readonly CodeFault[];
}

export interface Assembling {
  readonly known: KnownCodes;
  /** Whether a code of which nobody knows what it is stands for something unknown; else it is left out. */
  readonly lenient: boolean;
}

/**
 * A content of what stands in a file. Words are never lost: a code that is broken, crossed, doubled or unknown is left out, and
 * told of.
 */
export const assemble = (tokens: readonly Token[], { known, lenient }: Assembling): Assembled => {
  const { dropped, opened, faults } = nest(tokens);
  const ids = identify(tokens, dropped);
  const content: Piece[] = [];
  const found = [...faults];
  for (const [index, token] of tokens.entries()) {
    if (token.token === 'text') append(content, token.text);
    else if (token.token === 'close') {
      const open = opened.get(index);
      if (open !== undefined && !dropped.has(open)) content.push({ code: 'close', id: ids.of(open) });
    } else if (!dropped.has(index)) {
      const id = ids.of(index);
      const piece = ids.isDoubled(index) ? 'code-doubled' : (pieceOf(token, id, known, lenient) ?? 'code-unknown');
      if (typeof piece !== 'string') content.push(piece);
      else {
        dropped.add(index);
        found.push({ code: piece, id, at: token.at });
      }
    }
  }
  return { content, faults: found };
};

const append = (content: Piece[], text: string): void => {
  if (text === '') return;
  const last = content.at(-1);
  if (last && isRun(last)) content[content.length - 1] = { text: last.text + text };
  else content.push({ text });
};

interface Ids {
  of(index: number): string;
  isDoubled(index: number): boolean;
}

/** Ids as the file has them; codes without one get the next number that is free. */
const identify = (tokens: readonly Token[], dropped: ReadonlySet<number>): Ids => {
  const byIndex = new Map<number, string>();
  const doubled = new Set<number>();
  const taken = new Set<string>();
  const coded = [...tokens.entries()].filter(
    ([index, { token }]) => token !== 'text' && token !== 'close' && !dropped.has(index),
  );
  for (const [index, token] of coded) {
    if (token.token === 'text' || token.token === 'close' || token.id === undefined) continue;
    if (taken.has(token.id)) doubled.add(index);
    taken.add(token.id);
    byIndex.set(index, token.id);
  }
  let next = 1;
  for (const [index] of coded) {
    if (byIndex.has(index)) continue;
    while (taken.has(String(next))) next += 1;
    taken.add(String(next));
    byIndex.set(index, String(next));
  }
  return { of: (index) => byIndex.get(index) ?? '', isDoubled: (index) => doubled.has(index) };
};

const pieceOf = (token: OpenToken | SingleToken, id: string, known: KnownCodes, lenient: boolean): Piece | null => {
  const other = known.get(id);
  if (token.token === 'single') {
    const kind = token.kind ?? singleKindOf(other) ?? (lenient ? 'object' : null);
    return kind && { code: 'single', id, kind };
  }
  const kind = token.kind ?? spanKindOf(other) ?? (lenient ? 'span' : null);
  if (!kind) return null;
  const address = kind === 'link' ? (token.address ?? addressOf(other)) : undefined;
  return { code: 'open', id, kind, ...(address === undefined ? {} : { address }) };
};

const singleKindOf = (piece: Piece | undefined): SingleKind | null =>
  piece && !isRun(piece) && piece.code === 'single' ? piece.kind : null;

const spanKindOf = (piece: Piece | undefined): SpanKind | null =>
  piece && !isRun(piece) && piece.code === 'open' ? piece.kind : null;

const addressOf = (piece: Piece | undefined): string | undefined =>
  piece && !isRun(piece) && piece.code === 'open' ? piece.address : undefined;
