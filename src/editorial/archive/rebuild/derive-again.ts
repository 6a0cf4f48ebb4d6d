import type { Payload } from 'payload';
import type { CommittedReader } from '../../gate/committed.ts';
import type { Derivation } from '../../gate/derivations.ts';
import type { Ledger } from '../../gate/ledger.ts';
import { type RenderParts, renderAgain } from '../../gate/render.ts';
import { renderingOrder } from '../../gate/rendering-key.ts';
import { leaveHint } from '../../outbox/hint.ts';
import { isSame } from '../../workflow/content-changes.ts';

export interface DeriveAgain extends RenderParts {
  readonly payload: Payload;
  readonly committed: Pick<CommittedReader, 'held'>;
  readonly renderings: Ledger['renderings'];
  readonly derivations: Ledger['derivations'];
}

/** `none`: nothing of it was ever made for the public. */
export type Rederived = 'same' | 'changed' | 'none';

/**
 * Makes what the public gets of an image again. Files that have rotted in the feed are written anew; where other bytes come out
 * than before, the gate is told, and releases them.
 */
export const deriveAgain = async (
  { payload, committed, renderings, derivations, ...parts }: DeriveAgain,
  id: string,
  wanted: { readonly sizes: boolean; readonly access: boolean },
): Promise<Rederived> => {
  const ref = { collection: 'images', id } as const;
  const order = renderingOrder((await committed.held([ref])).get(`images/${id}`)?.document);
  const before = order && renderings.get(order.key);
  if (!order || !before) return 'none';
  const made: Derivation[] = [];
  const onDerived = (one: Derivation) => void made.push(one);
  const after = await renderAgain(order, before, wanted, { ...parts, onDerived });
  if (isSame(before, after)) return 'same';
  for (const one of made) derivations.note(order.master, one);
  renderings.save(order.key, order.master, after);
  await leaveHint({ payload } as never, { collection: 'images', documentId: id }, null);
  return 'changed';
};
