import type { Change } from '#feed/change.ts';
import { type DocumentRef, keyOf, releasedCollectionNames } from '../release/released-collections.ts';
import { append } from './append.ts';
import { refusedAmong } from './refused-among.ts';
import type { WorkParts } from './work.ts';

/** Documents that are built at once: few, because a withdrawal may be waiting. */
const pageSize = 40;

/** Documents to work on together. */
export interface Portion {
  readonly refs: DocumentRef[];
  /** How many documents of the database have had their turn with it; what is merely taken ahead has it later. */
  readonly seen: number;
}

/**
 * Everything that was released against everything that may be, in portions, so that urgent work can go between them;
 * a portion without documents only gives way. What must not be public any more comes first: a quick look at the verdicts
 * alone, before anything is built.
 */
export async function* reconciliation(parts: WorkParts): AsyncGenerator<Portion, void, undefined> {
  const released = parts.ledger.names.liveRefs();
  for (const portion of portions(released)) {
    yield { refs: await refusedAmong(portion, parts), seen: 0 };
  }
  const seen = new Set<string>();
  for (const collection of releasedCollectionNames) {
    for (let after: string | null = null; ; ) {
      const ids = await parts.committed.ids(collection, after, pageSize);
      if (ids.length > 0) yield { refs: ids.map((id) => ({ collection, id })), seen: ids.length };
      for (const id of ids) seen.add(keyOf({ collection, id }));
      after = ids.at(-1) ?? null;
      if (ids.length < pageSize) break;
    }
  }
  for (const refs of portions(released.filter((ref) => !seen.has(keyOf(ref))))) yield { refs, seen: 0 };
  await withdrawOrphans(parts);
}

function portions<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / pageSize) }, (_, n) =>
    all.slice(n * pageSize, (n + 1) * pageSize),
  );
}

/** What is live and belongs to no document of this studio, once every document has had the chance to claim it. */
async function withdrawOrphans(parts: WorkParts): Promise<void> {
  const { ledger, writer } = parts;
  const changes = ledger.orphans.all().flatMap((id): Change[] => {
    const record = ledger.live.recordOf(id);
    return record ? [{ op: 'withdraw', type: record.type, id }] : [];
  });
  if (changes.length === 0) return;
  await append(changes, parts);
  ledger.transaction(() => {
    for (const change of changes) ledger.live.apply(change, new Date());
    ledger.setPosition(writer.position);
  });
}
