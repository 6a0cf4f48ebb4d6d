import type { FieldShape } from './shape.ts';

/** What a target is built from, seen from the structure of its source. */
export interface Mirror {
  /** What stands at a sentence of the source in the target; null where that has no words of its own yet. */
  readonly tell: (path: string, nodes: readonly unknown[]) => readonly unknown[] | null;
  /** The same for a field that holds its text bare. */
  readonly say: (path: string) => string | null;
  /** Whether the source says something at a path or below it. */
  readonly hasWords: (path: string) => boolean;
  /** Whether the target says something of that. */
  readonly isTold: (path: string) => boolean;
  /** The child of a place of the target that holds what stands below a path of the source. */
  readonly childFor: (path: string, within: string) => string | null;
  /** Whether the target says something at one of its paths or below. */
  readonly saysAt: (path: string) => boolean;
  /** The target seen as its own source, told only as far as it goes beyond its source. */
  readonly own: Mirror | null;
  /** Goes on into the fields of a box. */
  readonly into: (source: Stood, target: Stood | null, shapes: readonly FieldShape[], mirror: Mirror) => unknown;
}

/** Something of a document, and where it stands there. */
export interface Stood<T = unknown> {
  readonly value: T;
  readonly path: string;
}

/** Whether a path is another one or lies below it. */
export const isWithin = (path: string, other: string): boolean =>
  other === '' || path === other || path.startsWith(`${other}/`);

export const below = (path: string, key: string): string => (path === '' ? key : `${path}/${key}`);
