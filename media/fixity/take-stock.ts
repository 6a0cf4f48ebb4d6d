import { Failure } from '#errors/failure.ts';
import type { AtRest } from '../intake/at-rest.ts';
import { listMasters } from './list-masters.ts';
import type { FixityRecord, Named } from './record.ts';

export interface StockParts {
  readonly dir: string;
  readonly atRest?: AtRest | undefined;
  readonly record: FixityRecord;
  /** The masters that images name, in portions. */
  readonly expected: AsyncIterable<readonly Named[]>;
  readonly signal: AbortSignal;
}

/**
 * Notes what lies in the store and what images name, before any of it is read: what is named and not there is then due.
 * @throws Failure `masters-absent` where images name masters and the store holds none at all
 */
export async function takeStock({ dir, atRest, record, expected, signal }: StockParts): Promise<void> {
  const listing = new Date();
  let isEmpty = true;
  for await (const masters of listMasters(dir, atRest)) {
    signal.throwIfAborted();
    record.seen(masters, listing);
    isEmpty = false;
  }
  for await (const masters of expected) {
    signal.throwIfAborted();
    // A disk that is not mounted leaves an empty folder: to fill that from the mirror would hide it.
    if (isEmpty && masters.length > 0) throw new Failure('masters-absent', { folder: dir });
    record.expected(masters, listing);
  }
  record.listed(listing);
}
