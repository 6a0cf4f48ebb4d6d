import { type DocumentRef, keyOf } from '../release/released-collections.ts';
import type { CommittedReader } from './committed.ts';
import { judge, type Rules } from './releasable.ts';

/** Those of these documents that must not be public by their own marking and publications: a look without building anything. */
export async function refusedAmong(
  refs: readonly DocumentRef[],
  { committed, rules }: { readonly committed: CommittedReader; readonly rules: Rules },
): Promise<DocumentRef[]> {
  const held = await committed.held(refs);
  return refs.filter((ref) => {
    const found = held.get(keyOf(ref)) ?? { document: null, marking: null };
    return 'refused' in judge(ref.collection, found, rules);
  });
}
