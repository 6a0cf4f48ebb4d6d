import { type DocumentRef, isReleasedCollection } from '../release/released-collections.ts';
import type { CommittedReader, Hint } from './committed.ts';
import { type Ground, isGround } from './grounds.ts';

/** What hints speak of. */
export interface Hinted {
  readonly documents: DocumentRef[];
  /** What pictures stand upon: all that do are to be looked at. */
  readonly grounds: Ground[];
}

/** Reads the outbox again and again and tells what is new in it. */
export interface HintPoller {
  poll(now: Date): Promise<Hinted>;
  /** Time of the newest row that was read; rows before it by more than a moment will hardly be read again. */
  readonly watermark: Date | null;
}

const pageSize = 500;
/** Rows whose transaction committed later than that of a younger row: nearly all come within this time. */
const nearMs = 2_000;
/** The others are found by a wider look every few seconds. */
const wideMs = 120_000;
const wideEveryMs = 10_000;

/**
 * @param watermark where an earlier process stopped; null: it looks back as far as a wide look does
 */
export function openHintPoller(committed: Pick<CommittedReader, 'hints'>, watermark: Date | null): HintPoller {
  const seen = new Map<string, number>();
  let newest = watermark?.getTime() ?? null;
  let lastWide = Number.NEGATIVE_INFINITY;

  const poll = async (now: Date): Promise<Hinted> => {
    const wide = now.getTime() - lastWide >= wideEveryMs;
    if (wide) lastWide = now.getTime();
    const since = (newest ?? now.getTime()) - (wide ? wideMs : nearMs);
    const fresh = (await readAll(committed, since)).filter(({ id }) => !seen.has(id));
    for (const { id, at } of fresh) {
      const time = Date.parse(at);
      seen.set(id, time);
      // A clock that runs ahead must not make younger rows look old.
      newest = Math.max(newest ?? 0, Math.min(time, now.getTime()));
    }
    if (wide) forget(seen, (newest ?? now.getTime()) - wideMs);
    return { documents: fresh.flatMap(toRef), grounds: fresh.flatMap(toGround) };
  };

  return {
    poll,
    get watermark() {
      return newest === null ? null : new Date(newest);
    },
  };
}

async function readAll(committed: Pick<CommittedReader, 'hints'>, since: number): Promise<Hint[]> {
  const rows: Hint[] = [];
  for (let from = since; ; ) {
    const page = await committed.hints(new Date(from), pageSize);
    rows.push(...page);
    const last = page.at(-1);
    if (page.length < pageSize || !last) return rows;
    from = Math.max(Date.parse(last.at), from + 1);
  }
}

function forget(seen: Map<string, number>, before: number): void {
  for (const [id, at] of seen) if (at < before) seen.delete(id);
}

const toRef = ({ collection, documentId }: Hint): DocumentRef[] =>
  isReleasedCollection(collection) ? [{ collection, id: documentId }] : [];

const toGround = ({ collection, documentId }: Hint): Ground[] =>
  isGround(collection) ? [{ collection, id: documentId }] : [];
