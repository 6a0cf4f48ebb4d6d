import type { EmbeddedProperty } from './embedded-table.ts';
import type { Recognised } from './legacy-text.ts';

/** The three blocks in which a file speaks of itself; where they contradict each other, the first counts. */
export const embeddedSources = ['xmp', 'iim', 'exif'] as const;
export type EmbeddedSource = (typeof embeddedSources)[number];

export type Precision = 'year' | 'month' | 'day' | 'minute';

/** One value, as the file says it: cleaned of what cannot be seen, and cut to length. */
export interface Said {
  readonly source: EmbeddedSource;
  /** `vi`, `en`, `fr`, `zh-Hans`, `x-default` or any other tag of the file; empty where none is said. */
  readonly lang: string;
  readonly text: string;
  /** What the text seems to mean: for somebody to confirm, in whose hands it then is. */
  readonly legacy?: Recognised;
  /** Of a date: how far it is known. */
  readonly precision?: Precision;
}

/** What is said of one thing: one value, one for each language, or one for each item. */
export interface Found {
  readonly said: readonly Said[];
  /** What a lesser block says otherwise. */
  readonly differing: readonly Said[];
}

/** Everything that is read of a master. Nobody has checked it: it counts for nothing until a curator has saved it. */
export interface EmbeddedRecord {
  readonly values: Readonly<Partial<Record<EmbeddedProperty, Found>>>;
  /** Blocks that are there and could not be read. */
  readonly unreadable: readonly EmbeddedSource[];
}
