import type { Content } from '../content.ts';

export const segmentRoles = [
  'title',
  'summary',
  'paragraph',
  'heading',
  'quote',
  'list-item',
  'table-cell',
  'table-header',
  'caption',
  'facts-title',
  'alt',
  'text',
] as const;
/** What a segment is in its document. */
export type SegmentRole = (typeof segmentRoles)[number];

/** One translatable unit of a document in one language. */
export interface Segment {
  /** Where it stands now: `title`, `body/4`, `body/7/2/0/0`. Unique in the document and language; no identity over time. */
  readonly path: string;
  /** The field that it belongs to, as Payload names it: `title`, `body`, `meta.description`. */
  readonly field: string;
  readonly role: SegmentRole;
  readonly content: Content;
  /** Longest text of the field, in UTF-16 units. */
  readonly limit?: number;
}

/** What of a segment tells which one it is, in two states of a text. */
export type Alignable = Pick<Segment, 'field' | 'role' | 'content'>;
