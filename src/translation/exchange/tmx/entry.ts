import type { Content } from '../../content.ts';
import type { ExchangeLocale } from '../languages.ts';

/** One translation unit of a memory: the same words in two languages or more. */
export interface MemoryEntry {
  readonly id?: string;
  /** In which language it was written; absent: not known. */
  readonly sourceLocale?: ExchangeLocale;
  readonly variants: readonly MemoryVariant[];
  /** Instants, to the second. */
  readonly createdAt?: string;
  readonly changedAt?: string;
  readonly createdBy?: string;
  /** What else a tool keeps of it; `type` of ours begin with `x-benthanh-`. */
  readonly props: readonly MemoryProp[];
  readonly notes: readonly string[];
}

export interface MemoryVariant {
  readonly locale: ExchangeLocale;
  readonly content: Content;
}

export interface MemoryProp {
  readonly type: string;
  readonly text: string;
}
