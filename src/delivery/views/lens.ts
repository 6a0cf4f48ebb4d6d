import type { PublicLocale } from '#languages/locales.ts';
import type { PublicRecord } from '#record/records.ts';
import type { AlbumContents } from '../projection/albums.ts';

/** Through what a view sees: the records of this moment, the order of languages, the public address. */
export interface Lens {
  /** Instant, UTC with milliseconds. */
  readonly now: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly fallback: readonly PublicLocale[];
  /** The record as the feed brought it, or null when there is none (withdrawn or never seen). */
  record(id: string): PublicRecord | null;
  /** What albums hold that can be seen at this moment. */
  readonly album: {
    contents(id: string, locale: PublicLocale, few: number): AlbumContents;
    shows(id: string, image: string, locale: PublicLocale): boolean;
    children(id: string): readonly string[];
  };
}
