export type Asker = 'editor' | 'publisher' | 'curator' | 'officer' | 'administrator';

/** One thing that the studio must refuse. */
export interface Case {
  readonly what: string;
  readonly who: Asker;
  /** Method and path; `{article}`, `{event}`, `{image}`, `{marking}` and `{topic}` stand for ids of documents that are there. */
  readonly ask: string;
  readonly body?: unknown;
  /** Status and code of the refusal. */
  readonly gives: string;
  /** The audit line that it leaves: act, collection, document. Left out: none. */
  readonly leaves?: string;
}

/** An id of nothing. */
export const nowhere = '3f0e0000-0000-4000-8000-000000000000';
export const endless = 'x'.repeat(10_000);
