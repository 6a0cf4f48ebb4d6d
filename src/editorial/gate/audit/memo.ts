import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { stationsSeen } from './stations-seen.ts';

const memo = z.object({
  /** Entries of the log that this tells of; those after it are read again. */
  size: z.int().nonnegative(),
  /** Whether the lines from before there was a log have all been taken in. */
  founded: z.boolean(),
  /** Instant of the newest line. */
  newest: z.string().nullable(),
  /** Number of the last removal that the log tells of. */
  removals: z.int().nonnegative().default(0),
  stations: stationsSeen,
});

/** What the log says in short, so that nobody reads a million lines at each start. Can be made again from the log. */
export type Memo = z.infer<typeof memo>;

export const emptyMemo = (): Memo => ({ size: 0, founded: false, newest: null, removals: 0, stations: {} });

const fileIn = (dir: string): string => join(dir, 'state.json');

/** Reads it; one that is missing or damaged is made again by whoever opens the log. */
export const readMemo = (dir: string): Memo => {
  try {
    return memo.parse(JSON.parse(readFileSync(fileIn(dir), 'utf8')));
  } catch {
    return emptyMemo();
  }
};

/** Puts it in the place of the last one: whole or not at all. */
export const writeMemo = (dir: string, value: Memo): void => {
  const temporary = `${fileIn(dir)}.new`;
  const handle = openSync(temporary, 'w', 0o640);
  try {
    writeFileSync(handle, JSON.stringify(value));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, fileIn(dir));
};
