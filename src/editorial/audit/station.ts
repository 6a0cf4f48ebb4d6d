import { randomUUID } from 'node:crypto';
import type { Payload } from 'payload';
import { joined, type Range, rangesOf, rangesText } from '#audit-log/ranges.ts';

/** By what a line can be missed before the log has taken it in. */
export interface Mark {
  /** The process, by a random name that it gives itself. */
  readonly station: string;
  /** The number of the line among those of the process, from 1. */
  readonly count: number;
  /** Numbers that were given to acts that did not come about, and that no line has told of yet. */
  readonly voided: string | null;
}

/** Numbers the lines of one process. */
export interface Station {
  /**
   * The mark of the next line.
   * @param transaction in which it is written; null: it stands at once
   */
  next(transaction: string | null): Mark;
  /** A line with this mark could not be written. */
  failed(mark: Mark): void;
  /** Does something as soon as a transaction stands; never, where it does not come about. */
  whenCommitted(transaction: string, work: () => void): void;
  /** A transaction ended; what was rolled back with it is told by the next line. */
  ended(transaction: string, how: 'committed' | 'rolled-back'): void;
}

/** Ranges that one line tells of at the most; the next tells of the others. */
const most = 50;

export function openStation(): Station {
  const station = randomUUID();
  let last = 0;
  let voided: Range[] = [];
  /** What each open transaction voids if it is rolled back: its numbers, and what its lines have told of. */
  const open = new Map<string, Range[]>();
  const waiting = new Map<string, (() => void)[]>();

  const giveBack = (ranges: readonly Range[]): void => {
    voided = joined([...voided, ...ranges]);
  };

  return {
    next: (transaction) => {
      last += 1;
      const carried = voided.slice(0, most);
      voided = voided.slice(most);
      if (transaction !== null) open.set(transaction, [...(open.get(transaction) ?? []), [last, last], ...carried]);
      return { station, count: last, voided: carried.length > 0 ? rangesText(carried) : null };
    },
    failed: ({ count, voided: told }) => giveBack([[count, count], ...(told === null ? [] : rangesOf(told))]),
    whenCommitted: (transaction, work) => void waiting.set(transaction, [...(waiting.get(transaction) ?? []), work]),
    ended: (transaction, how) => {
      if (how === 'rolled-back') giveBack(open.get(transaction) ?? []);
      else for (const work of waiting.get(transaction) ?? []) work();
      open.delete(transaction);
      waiting.delete(transaction);
    },
  };
}

const stations = new WeakMap<Payload['db'], Station>();

type Transactions = Pick<Payload['db'], `${'commit' | 'rollback'}Transaction`>;

/** Lets the station know how each transaction of the database ends. A commit that fails may have come about or not. */
const listen = (db: Transactions, station: Station): void => {
  const [commit, rollback] = [db.commitTransaction.bind(db), db.rollbackTransaction.bind(db)];
  db.commitTransaction = async (incoming) => {
    const id = await incoming;
    try {
      await commit(id);
      station.ended(String(id), 'committed');
    } catch (error) {
      station.ended(String(id), 'rolled-back');
      throw error;
    }
  };
  db.rollbackTransaction = async (incoming) => {
    const id = await incoming;
    try {
      await rollback(id);
    } finally {
      station.ended(String(id), 'rolled-back');
    }
  };
};

/** The station of this process at this database. */
export const stationOf = ({ db }: Payload): Station => {
  const known = stations.get(db);
  if (known) return known;
  const station = openStation();
  stations.set(db, station);
  listen(db, station);
  return station;
};
