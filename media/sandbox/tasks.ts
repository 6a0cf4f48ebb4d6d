import type { CutOrder } from '../iiif/cut.ts';
import type { EmbeddedRecord } from '../metadata/embedded-record.ts';
import type { DeriveOptions, Renditions } from '../pixels/derive.ts';
import type { Examined } from '../pixels/examine.ts';
import type { Looks } from '../pixels/look-at.ts';
import type { Technical } from '../pixels/technical.ts';

/** What is asked of a process that decodes. Masters are named, not sent: they are read where they are decoded. */
export type Task =
  | { readonly kind: 'examine'; readonly path: string; readonly maxPixels: number }
  | { readonly kind: 'embedded'; readonly dir: string; readonly sha256: string }
  | { readonly kind: 'looks'; readonly dir: string; readonly sha256: string }
  | { readonly kind: 'technical'; readonly dir: string; readonly sha256: string }
  | { readonly kind: 'zoomCopy'; readonly dir: string; readonly sha256: string }
  | {
      readonly kind: 'derive';
      /** Folder of the masters. */
      readonly dir: string;
      readonly sha256: string;
      readonly options: DeriveOptions;
    }
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
