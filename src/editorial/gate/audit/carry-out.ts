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
import { noteNothing, readRemovals, writeRemoval } from './removal-files.ts';
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

/** Hashes of the records that the log tells of, by their numbers. */
const enteredIn = async (log: LogWriter): Promise<ReadonlyMap<number, string>> => {
  const entered = new Map<number, string>();
  for await (const entry of log.entries(0))
    if ('removal' in entry) entered.set(entry.removal.number, entry.removal.record);
  return entered;
};

/**
 * Records that are gone on with: the log tells of them, or this gate has signed them. Of any other nothing was done yet, as of one that
 * was written just before the gate got another key: what it asks for is looked at anew, and signed anew in its place.
 */
const bindingOf = async ({ dir, sequencer, key, settled }: CarryingOut): Promise<ReadRemoval[]> => {
  const records = await readRemovals(dir, null);
  if (records.every(({ value }) => settled.has(value.number))) return records;
  const entered = await enteredIn(sequencer.log);
  return records.filter(({ value: { number }, hash, isSignedBy }) => {
    if (number > sequencer.removals()) return isSignedBy([publicHalf(key)]);
    return settled.has(number) || entered.get(number) === hash;
  });
};

/** The record first, then the entry of the log that tells of it, then what it says: whatever is interrupted can be gone on with. */
const goOn = async (parts: CarryingOut, { value, hash }: ReadRemoval): Promise<number> => {
  const { dir, sequencer, settled } = parts;
  const { number, lines, removedAt, places } = value;
  if (settled.has(number)) return 0;
  if (number > sequencer.removals()) sequencer.enterRemoval({ number, record: hash, lines, at: removedAt });
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

/** Signs what a request asks for and carries it out; a failure: why not; null: nothing was left of what it asks for. */
const carryOut = async (parts: CarryingOut, removal: Removal, now: Date): Promise<number | Failure | null> => {
  const { dir, sequencer, key, settled } = parts;
  const number = sequencer.removals() + 1;
  const value = await judged(parts, number, removal, now);
  if (value instanceof Failure) return value;
  if (value === null) {
    await noteNothing(dir, removal.id);
    settled.add(removal.id);
    return null;
  }
  await writeRemoval(dir, number, sealRemoval(value, key));
  const written = (await readRemovals(dir, null)).find((record) => record.value.number === number);
  return written ? goOn(parts, written) : 0;
};

/**
 * Removes the content of the lines that two people have agreed about, and of such lines that somebody has put back since. What the
 * database says of it is held against the lines of both people in the log, against the table, and against the floor that no table
 * goes below. What does not stand up to that is thrown once the others are carried out.
 *
 * @returns lines whose content was removed
 * @throws Failure `audit-removal-untold`, `audit-removal-early`, `audit-removal-unsound`, `retention-malformed`, `database-unreachable`
 */
export const carryOutRemovals = async (parts: CarryingOut, now: Date): Promise<number> => {
  const { payload, dir, settled } = parts;
  const agreed = await agreedRemovals(payload);
  const binding = await bindingOf(parts);
  let swept = 0;
  for (const record of binding) swept += await goOn(parts, record);
  let refused: Failure | null = null;
  for (const removal of agreed.toReversed()) {
    if (settled.has(removal.id) || binding.some(({ value }) => value.request === removal.id)) continue;
    const carried = await carryOut(parts, removal, now);
    if (carried instanceof Failure) refused ??= carried;
    else swept += carried ?? 0;
  }
  // Nothing comes into the log that this gate has not signed, and nothing goes by a record that the log does not tell of
  const strange = (await readRemovals(dir, null)).find(({ value }) => !settled.has(value.number));
  if (strange) refused ??= new Failure('audit-removal-unsound', { file: String(strange.value.number) });
  if (refused) throw refused;
  return swept;
};
