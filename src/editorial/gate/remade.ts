import { type DocumentRef, keyOf } from '../release/released-collections.ts';

/** Pictures whose files are to be made anew: each is looked at again at once, but once between two comparisons, so that a broken disk is no loop. */
export interface Remade {
  /** Those of these pictures that have not had their turn. Now they have. */
  take(refs: readonly DocumentRef[]): DocumentRef[];
  clear(): void;
}

export function openRemade(): Remade {
  const taken = new Set<string>();
  return {
    take: (refs) => {
      const fresh = refs.filter((ref) => !taken.has(keyOf(ref)));
      for (const ref of fresh) taken.add(keyOf(ref));
      return fresh;
    },
    clear: () => taken.clear(),
  };
}
