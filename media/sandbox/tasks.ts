import type { CutOrder } from '../iiif/cut.ts';
import type { EmbeddedRecord } from '../metadata/embedded-record.ts';
import type { DeriveOptions, Renditions } from '../pixels/derive.ts';
import type { Examined } from '../pixels/examine.ts';
import type { Looks } from '../pixels/look-at.ts';
import type { Technical } from '../pixels/technical.ts';

/** A master by its name, which is read where it is decoded; with its bytes where it lies sealed, for who decodes knows no key. */
export interface MasterAt {
  /** Folder of the masters. */
  readonly dir: string;
  readonly sha256: string;
  readonly bytes?: Uint8Array;
}

/** What is asked of a process that decodes. */
export type Task =
  | { readonly kind: 'examine'; readonly picture: string | Uint8Array; readonly maxPixels: number }
  | ({ readonly kind: 'embedded' } & MasterAt)
  | ({ readonly kind: 'looks' } & MasterAt)
  | ({ readonly kind: 'technical' } & MasterAt)
  | ({ readonly kind: 'zoomCopy' } & MasterAt)
  | ({ readonly kind: 'derive'; readonly options: DeriveOptions } & MasterAt)
  | { readonly kind: 'cut'; readonly order: CutOrder };

/** What each kind of task answers. */
export interface Answers {
  examine: Examined;
  embedded: EmbeddedRecord;
  looks: Looks | null;
  technical: Technical | null;
  zoomCopy: Uint8Array;
  derive: Renditions;
  cut: Uint8Array;
}

/** What comes back: the answer, or why there is none, as a failure of ours or an unforeseen one in words. */
export type Outcome =
  | { readonly done: Answers[keyof Answers] }
  | { readonly failed: { readonly code: string; readonly values: Readonly<Record<string, string | number>> } }
  | { readonly broke: string };
