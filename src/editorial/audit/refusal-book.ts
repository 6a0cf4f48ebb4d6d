import type { Act } from './audit-line.ts';

/** A refusal, and to whom: null for whoever has not signed in. */
export interface Refusal extends Act {
  readonly actor: string | null;
  readonly code: string;
}

/** What to write: a new line, or that the line with this id happened once more. */
export type Entry =
  | { readonly line: Refusal; opened(id: string): void }
  | { readonly again: string; readonly times: number };

export interface RefusalBook {
  enter(refusal: Refusal, now: Date): Entry;
}

const hour = 60 * 60 * 1000;

/**
 * Keeps a flood of refusals from filling the disk. Within one hour the same refusal is one line that counts; and whoever
 * has run against `most` different documents gets further lines only without the document's name.
 */
export function openRefusalBook(most = 100): RefusalBook {
  let begun = Number.NEGATIVE_INFINITY;
  const lines = new Map<string, { id: string; times: number }>();
  const named = new Map<string, number>();

  const turnPage = (now: number): void => {
    if (now - begun < hour) return;
    begun = now;
    lines.clear();
    named.clear();
  };

  const again = (key: string): Entry | null => {
    const known = lines.get(key);
    if (!known) return null;
    known.times += 1;
    return { again: known.id, times: known.times };
  };

  return {
    enter: (refusal, now) => {
      turnPage(now.getTime());
      const whole = again(keyOf(refusal));
      if (whole) return whole;
      const actor = refusal.actor ?? '';
      const isFull = refusal.documentId !== null && (named.get(actor) ?? 0) >= most;
      const line = isFull ? { ...refusal, documentId: null } : refusal;
      const key = keyOf(line);
      return again(key) ?? { line, opened: (id) => void note(key, actor, line, id) };
    },
  };

  function note(key: string, actor: string, line: Refusal, id: string): void {
    lines.set(key, { id, times: 1 });
    if (line.documentId !== null) named.set(actor, (named.get(actor) ?? 0) + 1);
  }
}

const keyOf = ({ actor, action, collection, documentId, code }: Refusal): string =>
  JSON.stringify([actor, action, collection, documentId, code]);
