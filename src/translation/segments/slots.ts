import type { StudioLocale } from '#languages/locales.ts';
import type { SegmentRole } from './segment.ts';

/** A place of a document that can hold words, filled or empty. */
export interface Place {
  readonly path: string;
  readonly field: string;
  readonly role: SegmentRole;
  readonly limit?: number;
}

/** What is done at each place. What a visit returns stands there afterwards; the very same value changes nothing. */
export interface Visit {
  plain(place: Place, value: unknown): unknown;
  rich(place: Place, nodes: readonly unknown[]): readonly unknown[];
}

/** Where a walk through a document is. */
export interface Walk {
  readonly visit: Visit;
  readonly path: string;
  readonly field: string;
  readonly depth: number;
  /** The language to look at, where the document is read in all of them. */
  readonly locale: StudioLocale | undefined;
  /** Within a text of the editor, whose boxes belong to its field. */
  readonly inText?: boolean;
  /** What every paragraph here is: within a cell or a list item. */
  readonly role?: SegmentRole;
}

/** Deeper than any document of ours; a tree that is deeper was made to hurt, and its depths are left alone. */
export const deepest = 100;

export const at = (walk: Walk, key: string | number, more: Partial<Walk> = {}): Walk => ({
  ...walk,
  ...more,
  path: walk.path === '' ? String(key) : `${walk.path}/${key}`,
  depth: walk.depth + 1,
});

/** The list itself where no entry changes. */
export function mapList<T>(list: readonly T[], change: (value: T, index: number) => T): readonly T[] {
  const changed = list.map(change);
  return changed.every((value, index) => Object.is(value, list[index])) ? list : changed;
}
