import type { StudioLocale } from '#languages/locales.ts';

export const conceptKinds = ['office', 'street', 'post', 'person', 'event', 'slogan', 'term', 'place'] as const;
/** What is named. */
export type ConceptKind = (typeof conceptKinds)[number];

export const isConceptKind = (value: unknown): value is ConceptKind => conceptKinds.includes(value as ConceptKind);

export const termStatuses = ['approved', 'allowed', 'forbidden', 'obsolete'] as const;
/** Standing of a form, as in the administrative status of ISO 30042:2019: approved is the one to write. */
export type TermStatus = (typeof termStatuses)[number];

export const isTermStatus = (value: unknown): value is TermStatus => termStatuses.includes(value as TermStatus);

/** One thing that has official names, with all its forms in all languages. */
export interface Concept {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly definition?: string;
  readonly forms: readonly TermForm[];
}

/** How one thing is, may be, or must not be called in one language, at a time. */
export interface TermForm {
  readonly locale: StudioLocale;
  readonly term: string;
  /** The same in traditional characters, where a conversion would not find it; Chinese only. */
  readonly traditional?: string;
  readonly status: TermStatus;
  readonly reason?: string;
  readonly note?: string;
  readonly source?: string;
  /** First and last day on which the form has its status, as `2026-11-27`; open where missing. */
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** Whether a text that breaks this entry cannot be published; otherwise it is warned of. */
  readonly stops: boolean;
}
