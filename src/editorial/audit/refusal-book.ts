import type { Act } from './audit-line.ts';

/** A refusal, and to whom: null for whoever has not signed in. */
export interface Refusal extends Act {
  readonly actor: string | null;
  readonly code: string;
  /** A fingerprint of whom somebody wanted to be, there or not: it counts like a document, and is written nowhere. */
  readonly about?: string | null;
}

/** What to write: a new line, or that the line with this id happened once more. */
export type Entry =
  | { readonly line: Refusal; opened(id: string): void }
  | { readonly again: string; readonly times: number };

/** What an hour has counted on one line. */
export interface Tally {
  readonly id: string;
  readonly line: Refusal;
  /** How often again, after the first time. */
  readonly more: number;
  /** When it happened last. */
  readonly lastAt: Date;
}

export interface RefusalBook {
  enter(refusal: Refusal, now: Date): Entry;
  /** Tallies of hours that are over, each told once. */
  closed(now: Date): Tally[];
  /** When the hour is over that is being counted, in milliseconds since 1970. */
  readonly ends: number;
}

const hour = 60 * 60 * 1000;

/**
 * Keeps a flood of refusals from filling the disk. Within one hour the same refusal is one line and a tally; and whoever
 * has run against `most` different documents gets further lines only without the document's name.
 */
export function openRefusalBook(most = 100): RefusalBook {
  let begun = Number.NEGATIVE_INFINITY;
  const lines = new Map<string, { id: string; times: number; line: Refusal; lastAt: number }>();
  let over: Tally[] = [];
  const named = new Map<string, number>();

  const turnPage = (now: number): void => {
    if (now - begun < hour) return;
    begun = now;
    for (const { id, line, times, lastAt } of lines.values())
      if (times > 1) over.push({ id, line, more: times - 1, lastAt: new Date(lastAt) });
    lines.clear();
    named.clear();
  };

  const again = (key: string, now: Date): Entry | null => {
    const known = lines.get(key);
    if (!known) return null;
    known.times += 1;
    known.lastAt = now.getTime();
    return { again: known.id, times: known.times };
  };

  return {
    enter: (refusal, now) => {
      turnPage(now.getTime());
      const whole = again(keyOf(refusal), now);
      if (whole) return whole;
      const actor = refusal.actor ?? '';
      const isFull = isNamed(refusal) && (named.get(actor) ?? 0) >= most;
      const line = isFull ? { ...refusal, documentId: null, about: null } : refusal;
      const key = keyOf(line);
      return again(key, now) ?? { line, opened: (id) => void note(key, actor, line, id, now) };
    },
    closed: (now) => {
      turnPage(now.getTime());
      const told = over;
      over = [];
      return told;
    },
    get ends() {
      return begun + hour;
    },
  };

  function note(key: string, actor: string, line: Refusal, id: string, now: Date): void {
    lines.set(key, { id, times: 1, line, lastAt: now.getTime() });
    if (isNamed(line)) named.set(actor, (named.get(actor) ?? 0) + 1);
  }
}

const isNamed = ({ documentId, about = null }: Refusal): boolean => documentId !== null || about !== null;

const keyOf = ({ actor, action, collection, documentId, code, about = null }: Refusal): string =>
  JSON.stringify([actor, action, collection, documentId, code, about]);
