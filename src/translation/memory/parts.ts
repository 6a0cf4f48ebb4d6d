import type { StudioLocale } from '#languages/locales.ts';
import type { LanguageIndex } from './language-index.ts';
import type { MemoryUnit } from './unit.ts';

/** Gives the whole unit of a number, wherever it is kept. */
export type ReadUnit = (row: number) => MemoryUnit | null;

/** Whose units an asker may know of, by their seals. */
export type SeesSeal = (seal: string) => boolean;

/** What the index knows of all units, by number. */
export interface MemoryParts {
  readonly languages: Readonly<Record<StudioLocale, LanguageIndex>>;
  readonly read: ReadUnit;
  /** Seconds since 1970. */
  at(row: number): number;
  /** Which units may be looked at by whoever sees these seals. */
  seen(sees: SeesSeal): (row: number) => boolean;
}
