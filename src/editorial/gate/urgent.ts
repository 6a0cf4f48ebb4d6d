import { type DocumentRef, keyOf } from '../release/released-collections.ts';

/** Documents to be looked at soon, each once however often it was named. */
export interface Urgent {
  add(refs: Iterable<DocumentRef>): void;
  /** Puts documents before all others, wherever they stood, those that were put there earlier among them. */
  addFirst(refs: Iterable<DocumentRef>): void;
  /** Takes out the first `limit` documents. */
  take(limit: number): DocumentRef[];
  /** The same of those that were put before all others. */
  takeFirst(limit: number): DocumentRef[];
  /** Names documents again at a later time: a hint may come before the write that it speaks of. */
  echo(refs: readonly DocumentRef[], due: Date): void;
  /** Adds what was to be echoed by now. */
  ring(now: Date): void;
  readonly size: number;
  /** Echoes still to come. */
  readonly echoing: number;
}

export function openUrgent(): Urgent {
  const first = new Map<string, DocumentRef>();
  const waiting = new Map<string, DocumentRef>();
  let echoes: { readonly due: number; readonly refs: readonly DocumentRef[] }[] = [];
  const add = (refs: Iterable<DocumentRef>) => {
    for (const ref of refs) if (!first.has(keyOf(ref))) waiting.set(keyOf(ref), ref);
  };
  const takeNewest = (limit: number): DocumentRef[] => {
    const newest = limit > 0 ? [...first.values()].slice(-limit) : [];
    for (const ref of newest) first.delete(keyOf(ref));
    return newest;
  };
  return {
    add,
    addFirst: (refs) => {
      for (const ref of refs) {
        for (const lane of [waiting, first]) lane.delete(keyOf(ref));
        first.set(keyOf(ref), ref);
      }
    },
    take: (limit) => {
      const taken = takeNewest(limit);
      const oldest = [...waiting.values()].slice(0, limit - taken.length);
      for (const ref of oldest) waiting.delete(keyOf(ref));
      return [...taken, ...oldest];
    },
    takeFirst: takeNewest,
    echo: (refs, due) => {
      if (refs.length > 0) echoes.push({ due: due.getTime(), refs });
    },
    ring: (now) => {
      for (const { refs } of echoes.filter(({ due }) => due <= now.getTime())) add(refs);
      echoes = echoes.filter(({ due }) => due > now.getTime());
    },
    get size() {
      return first.size + waiting.size;
    },
    get echoing() {
      return echoes.length;
    },
  };
}
