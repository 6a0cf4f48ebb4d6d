/**
 * What a segment says: runs of text and inline codes in reading order. A code stands for something that a translator has
 * to keep and cannot write: formatting, a link, a line break. Codes of one `id` in source and target are the same code,
 * as in XLIFF 2.1, section 4.7.
 */
export type Content = readonly Piece[];

export type Piece = Run | OpenCode | CloseCode | SingleCode;

export interface Run {
  readonly text: string;
}

/** Begins what the closing code of the same id ends. */
export interface OpenCode {
  readonly code: 'open';
  readonly id: string;
  readonly kind: SpanKind;
  /** Where a link leads, so that a translator can see it, and lead it elsewhere in their language. */
  readonly address?: string;
}

export interface CloseCode {
  readonly code: 'close';
  readonly id: string;
}

export interface SingleCode {
  readonly code: 'single';
  readonly id: string;
  readonly kind: SingleKind;
}

const marks = ['bold', 'italic', 'underline', 'strikethrough', 'subscript', 'superscript', 'code'] as const;
export const spanKinds = [...marks, 'link', 'span'] as const;
/** Formatting (one code for each mark), a link, or something unknown around words. */
export type SpanKind = (typeof spanKinds)[number];

export const singleKinds = ['break', 'tab', 'object'] as const;
/** A line break, a tabulator, or something unknown between words. */
export type SingleKind = (typeof singleKinds)[number];

export const isRun = (piece: Piece): piece is Run => 'text' in piece;

/** The words alone; a line break and a tabulator count as white space, other codes as nothing. */
export const plainText = (content: Content): string =>
  content
    .map((piece) => {
      if (isRun(piece)) return piece.text;
      if (piece.code !== 'single') return '';
      return { break: '\n', tab: '\t', object: '' }[piece.kind];
    })
    .join('');
