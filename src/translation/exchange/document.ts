import type { StudioLocale } from '#languages/locales.ts';
import type { Content } from '../content.ts';
import type { ExchangeLocale } from './languages.ts';
import type { ExchangeProblem } from './problem.ts';
import type { Place } from './xml/element.ts';

/** How far a target has come, as XLIFF 2.1 has it (4.3.1.32). */
export const exchangeStates = ['initial', 'translated', 'reviewed', 'final'] as const;
export type ExchangeState = (typeof exchangeStates)[number];

/** A document in one target language, as it goes out. */
export interface ExchangeDocument {
  readonly collection: string;
  readonly documentId: string;
  readonly title: string;
  readonly sourceLocale: StudioLocale;
  readonly targetLocale: StudioLocale;
  /** Which state of the source went out. */
  readonly sourceRevision: number;
  readonly units: readonly ExchangeUnit[];
}

/** A segment in two languages. */
export interface ExchangeUnit {
  /** A name token of XML (letters, figures, `-`, `_`, `.`), unique in the document. */
  readonly id: string;
  readonly path: string;
  readonly role: string;
  readonly source: Content;
  /** Null: not translated yet. */
  readonly target: Content | null;
  readonly state: ExchangeState;
  /** Of the words of the source as they went out. */
  readonly fingerprint: string;
  /** Longest target in UTF-16 units. */
  readonly limit?: number;
  readonly notes: readonly string[];
  readonly matches?: readonly ExchangeMatch[];
  readonly terms?: readonly ExchangeTerm[];
}

/** A suggestion of the memory. */
export interface ExchangeMatch {
  readonly source: Content;
  readonly target: Content;
  /** 0 to 101; 101 is an exact match with its context. */
  readonly percent: number;
  readonly origin?: string;
}

/** A term of the source with its approved forms. */
export interface ExchangeTerm {
  readonly term: string;
  readonly translations: readonly string[];
  readonly definition?: string;
}

/**
 * A unit as it came back. What the file says of the source serves to tell what went out; what a segment says is always
 * taken from the store.
 */
export interface ReadUnit {
  readonly id: string;
  readonly path: string | null;
  readonly role: string | null;
  readonly sourceAsSent: Content;
  /** Codes nested and each once, whatever the file has; null: nothing was translated, or only a part. */
  readonly target: Content | null;
  /** The target as it went out, where the file still says it: what somebody changed since is told from it. */
  readonly targetAsSent: Content | null;
  readonly state: ExchangeState;
  readonly fingerprint: string | null;
  readonly limit?: number;
  readonly notes: readonly string[];
  readonly at: Place;
  /** Name of the file, where several were read together. */
  readonly file?: string;
}

/** A document as it came back; what names it is null where the file does not say it in our way. */
export interface ReadDocument {
  readonly collection: string | null;
  readonly documentId: string | null;
  readonly title: string | null;
  readonly sourceRevision: number | null;
  readonly sourceLocale: ExchangeLocale | null;
  readonly targetLocale: ExchangeLocale | null;
  readonly units: readonly ReadUnit[];
  readonly problems: readonly ExchangeProblem[];
  readonly at: Place;
  /** Name of the file, where several were read together. */
  readonly file?: string;
}
