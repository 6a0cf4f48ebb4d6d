import { type DocumentRef, keyOf } from '../release/released-collections.ts';

/** Documents to be looked at soon, each once however often it was named. */
export interface Urgent {
  add(refs: Iterable<DocumentRef>): void;
  /** Takes out the first `limit` documents. */
  take(limit: number): DocumentRef[];
  /** Names documents again at a later time: a hint may come before the write that it speaks of. */
  echo(refs: readonly DocumentRef[], due: Date): void;
  /** Adds what was to be echoed by now. */
  ring(now: Date): void;
  readonly size: number;
  /** Echoes still to come. */
  readonly echoing: number;
}

export function openUrgent(): Urgent {
  const waiting = new Map<string, DocumentRef>();
  let echoes: { readonly due: number; readonly refs: readonly DocumentRef[] }[] = [];
  const add = (refs: Iterable<DocumentRef>) => {
    for (const ref of refs) waiting.set(keyOf(ref), ref);
  };
  return {
    add,
    take: (limit) => {
      const taken = [...waiting.values()].slice(0, limit);
      for (const ref of taken) waiting.delete(keyOf(ref));
      return taken;
    },
    echo: (refs, due) => {
      if (refs.length > 0) echoes.push({ due: due.getTime(), refs });
    },
    ring: (now) => {
      for (const { refs } of echoes.filter(({ due }) => due <= now.getTime())) add(refs);
      echoes = echoes.filter(({ due }) => due > now.getTime());
    },
    get size() {
      return waiting.size;
    },
    get echoing() {
      return echoes.length;
    },
  };
}
