import type { Payload } from 'payload';
import { type Hint, readHints } from './hints.ts';
import type { Anchor } from './index-database.ts';

/**
 * Tells which documents have changed since it was last asked, by reading the outbox. A transaction may commit after a younger
 * one has, so each look goes some way back, and every few seconds a long way.
 */
export interface OutboxFollower {
  /** @returns rows that were not told before, and those that may stand before their write */
  next(now: Date): Promise<readonly Hint[]>;
  /** The newest row that was told. */
  readonly anchor: Anchor | null;
}

const nearMs = 30_000;
const wideMs = 120_000;
const wideEveryMs = 10_000;
/** Where a database has no transactions a row also goes before each write: for so long it is told again and again. */
const settlingMs = 3000;

export const openOutboxFollower = (payload: Pick<Payload, 'db'>, from: Anchor | null): OutboxFollower => {
  const seen = new Map<string, number>();
  const settles = payload.db.name !== 'sqlite';
  let anchor = from;
  let lastWide = Number.NEGATIVE_INFINITY;

  const isNew = ({ id, at }: Hint, now: Date): boolean => {
    if (!seen.has(id)) return true;
    return settles && Date.parse(at) > now.getTime() - settlingMs;
  };
  const note = (hints: readonly Hint[]): void => {
    for (const { id, at } of hints) {
      seen.set(id, Date.parse(at));
      if (anchor === null || at >= anchor.at) anchor = { id, at };
    }
  };
  return {
    next: async (now) => {
      const wide = now.getTime() - lastWide >= wideEveryMs;
      if (wide) lastWide = now.getTime();
      // A clock that ran ahead must not hide what is written by one that does not
      const newest = anchor === null ? 0 : Math.min(Date.parse(anchor.at), now.getTime());
      const since = newest - (wide ? wideMs : nearMs);
      const hints = (await readHints(payload, new Date(Math.max(0, since)))).filter((hint) => isNew(hint, now));
      note(hints);
      if (wide) for (const [id, at] of seen) if (at < newest - 2 * wideMs) seen.delete(id);
      return hints;
    },
    get anchor() {
      return anchor;
    },
  };
};
