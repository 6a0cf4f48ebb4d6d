import type { SegmentRole } from './segment.ts';

/**
 * What of a document carries words, and where. Fields without words are no part of a shape, and so are left alone.
 * `localized`: where a document is read in all languages at once, the field holds one value for each of them.
 */
export type FieldShape = TextShape | RichShape | GroupShape | RowsShape | BlocksShape;

export interface TextShape extends Named {
  readonly kind: 'text';
  readonly role: SegmentRole;
  /** Several texts in one field. */
  readonly many?: boolean;
  /** Longest text, in UTF-16 units. */
  readonly limit?: number;
}

/** A text of the editor (Lexical), and the boxes that it may hold, by the name of their kind. */
export interface RichShape extends Named {
  readonly kind: 'rich';
  readonly blocks: Boxes;
}

export interface GroupShape extends Named {
  readonly kind: 'group';
  readonly fields: readonly FieldShape[];
}

export interface RowsShape extends Named {
  readonly kind: 'rows';
  readonly fields: readonly FieldShape[];
}

export interface BlocksShape extends Named {
  readonly kind: 'blocks';
  readonly blocks: Boxes;
}

export type Boxes = ReadonlyMap<string, readonly FieldShape[]>;

interface Named {
  readonly name: string;
  readonly localized: boolean;
}
