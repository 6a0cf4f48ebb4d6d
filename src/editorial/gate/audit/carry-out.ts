import type { KeyObject } from 'node:crypto';
import type { Payload } from 'payload';
import type { LogWriter } from '#audit-log/log-writer.ts';
import { rangesOf, rangesText } from '#audit-log/ranges.ts';
import { foreseeRemoval, sweepLines } from '#audit-log/sweep.ts';
import { Failure } from '#errors/failure.ts';
import { publicHalf } from '#feed/keys.ts';
import { findRemovals, type Removal } from '../../audit/removal/removals.ts';
import type { RetentionTable } from '../../legal/retention.ts';
import { chooseRemoval, isOfTwo, keepsTerms } from './chosen-removal.ts';
import { readRemovals, writeRemoval } from './removal-files.ts';
import { type ReadRemoval, type RemovalRecord, sealRemoval } from './removal-record.ts';
import type { Sequencer } from './sequencer.ts';

/** What it takes to remove lines. */
export interface CarryingOut {
  readonly payload: Payload;
  readonly dir: string;
  readonly sequencer: Pick<Sequencer, 'log' | 'enterRemoval' | 'removals'>;
  readonly key: KeyObject;
  /** The table of the gate: what the studio says is not believed. */
  readonly table: () => RetentionTable;
  /** Numbers of records, and ids of requests, of which this gate has seen that nothing is left to do. */
  readonly settled: Set<number | string>;
}

const recordOf = async (dir: string, log: LogWriter, number: number, removal: Removal, now: Date) => {
  const { places, isTold } = await chooseRemoval(removal, log.entries(0));
  if (!isTold) throw new Failure('audit-removal-untold', { request: removal.id });
  if (places.length === 0) return null;
  const { lines, digest } = await foreseeRemoval(dir, number, places);
  const value: RemovalRecord = {
    ...{ version: 1, number, request: removal.id, kinds: removal.kinds, reason: removal.reason },
    asked: { id: removal.askedBy, name: removal.askedName, at: removal.askedAt },
    agreed: { id: removal.decidedBy ?? '', name: removal.decidedName, at: removal.decidedAt ?? '' },
    ...{ lines, places: rangesText(places), digest, removedAt: now.toISOString() },
    ...{ size: log.size, root: log.root().toString('hex') },
  };
  return value;
};

/** The record first, then the entry of the log that tells of it, then what it says: whatever is interrupted can be gone on with. */
const goOn = async (parts: CarryingOut, { value, hash, isSignedBy }: ReadRemoval): Promise<number> => {
  const { dir, sequencer, key, settled } = parts;
  const { number, lines, removedAt, places } = value;
  if (settled.has(number)) return 0;
  if (number > sequencer.removals()) {
    // Nothing comes into the log that this gate has not signed
    if (!isSignedBy([publicHalf(key)])) throw new Failure('audit-removal-unsound', { file: String(number) });
    sequencer.enterRemoval({ number, record: hash, lines, at: removedAt });
  }
  const swept = await sweepLines(dir, number, rangesOf(places));
  settled.add(number);
  return swept;
};

/** What is wrong with one request alone. */
const refusals = ['audit-removal-untold', 'audit-removal-early'] as const;

const judge = (removal: Removal, table: RetentionTable, now: Date): void => {
  if (!isOfTwo(removal)) throw new Failure('audit-removal-untold', { request: removal.id });
  if (!keepsTerms(removal, table, now)) throw new Failure('audit-removal-early', { request: removal.id });
};

/** The record of a request, or why it is not carried out: that holds up no other one. */
const judged = async (parts: CarryingOut, number: number, removal: Removal, now: Date) => {
  const { dir, sequencer, table } = parts;
  try {
    judge(removal, table(), now);
    return await recordOf(dir, sequencer.log, number, removal, now);
  } catch (error) {
    if (error instanceof Failure && refusals.some((code) => code === error.code)) return error;
    throw error;
  }
};

/** Removals that two people agreed about and whose rows are not gone yet. @throws Failure `database-unreachable` */
export const agreedRemovals = async (payload: Payload): Promise<Removal[]> => {
  try {
    return await findRemovals({ payload }, { state: { equals: 'agreed' } });
  } catch (cause) {
    throw new Failure('database-unreachable', {}, { cause });
  }
};

/**
 * Removes the content of the lines that two people have agreed about. What the database says of it is held against the lines of
 * both people in the log, against the table, and against the floor that no table goes below. What does not stand up to that is
 * thrown once the others are carried out.
 *
 * @returns lines whose content was removed
 * @throws Failure `audit-removal-untold`, `audit-removal-early`, `audit-removal-unsound`, `retention-malformed`, `database-unreachable`
 */
export const carryOutRemovals = async (parts: CarryingOut, now: Date): Promise<number> => {
  const { payload, dir, key, settled } = parts;
  const agreed = await agreedRemovals(payload);
  if (agreed.length === 0) return 0;
  const records = await readRemovals(dir, null);
  let swept = 0;
  for (const record of records) swept += await goOn(parts, record);
  let refused: Failure | null = null;
  for (const removal of agreed.toReversed()) {
    if (settled.has(removal.id) || records.some(({ value }) => value.request === removal.id)) continue;
    const number = records.length + 1;
    const value = await judged(parts, number, removal, now);
    if (value instanceof Failure) {
      refused ??= value;
      continue;
    }
    if (value === null) {
      settled.add(removal.id);
      continue;
    }
    await writeRemoval(dir, number, sealRemoval(value, key));
    const [written] = (await readRemovals(dir, null)).slice(-1);
    if (!written) continue;
    records.push(written);
    swept += await goOn(parts, written);
  }
  if (refused) throw refused;
  return swept;
};
