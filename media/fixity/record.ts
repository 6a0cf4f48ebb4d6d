import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Failure } from '#errors/failure.ts';
import { recordFile } from './places.ts';
import { openRecordReader, type RecordReader } from './record-reader.ts';
import { recordTables } from './record-tables.ts';

export interface Named {
  readonly sha256: string;
  readonly bytes: number;
}

export type MasterState = 'sound' | 'damaged' | 'missing';

/**
 * When each master was last looked at, when it was last found sound and whether it is; `fixity/checks.db` beside the
 * masters. Each check is written durably when it is done, so that whoever comes after a killed process goes on where it
 * was. Several processes may write at once. Losing the file loses no master: everything is then due.
 */
export interface FixityRecord extends RecordReader, Disposable {
  /** Notes what a listing found in the store, and what images name: what has another size there is due. */
  seen(masters: readonly Named[], listing: Date): void;
  expected(masters: readonly Named[], listing: Date): void;
  /** Forgets what the listing met nowhere, and makes due what is expected and was not seen, or was checked in the future. */
  listed(listing: Date): void;
  note(sha256: string, state: MasterState, now: Date): void;
  /** A master that no image names and that has gone is nobody's loss. */
  forget(sha256: string): void;
  /** When the check of everything began that is under way: one that was broken off goes on. */
  beginWhole(now: Date): Date;
  endWhole(): void;
}

/** Opens the record, which is made when missing. @throws Failure `fixity-record-damaged` with `{ file }` */
export function openFixityRecord(mastersDir: string): FixityRecord {
  const database = openDatabase(recordFile(mastersDir));
  return {
    ...openRecordReader(database),
    ...listingOf(database),
    ...notesOf(database),
    [Symbol.dispose]: () => database.close(),
  };
}

/** What the record says to whoever only asks; undefined where nothing was ever checked. */
export function readFixityRecord<T>(mastersDir: string, read: (record: RecordReader) => T): T | undefined {
  if (!existsSync(recordFile(mastersDir))) return undefined;
  using record = openFixityRecord(mastersDir);
  return read(record);
}

/** @NOTE No write-ahead log: masters may lie on a network disk, and a reader must be able to finish what a killed writer left. */
function openDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: 0o750 });
  const database = new DatabaseSync(file, { timeout: 5000 });
  try {
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;');
    database.exec(recordTables);
    return database;
  } catch (cause) {
    database.close();
    const code = cause instanceof Error && 'errcode' in cause ? Number(cause.errcode) & 0xff : 0;
    throw damaged.includes(code) ? new Failure('fixity-record-damaged', { file }, { cause }) : cause;
  }
}

/** A clock that was ahead by more than this would have left masters unchecked for as long as it was wrong. */
const clockError = 24 * 60 * 60 * 1000;

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const damaged = [11, 26];

function listingOf(database: DatabaseSync): Pick<FixityRecord, 'seen' | 'expected' | 'listed'> {
  const saw = database.prepare(`INSERT INTO masters (sha256, bytes, seen) VALUES (unhex(?), ?, ?)
    ON CONFLICT DO UPDATE SET bytes = excluded.bytes, seen = max(seen, excluded.seen)`);
  const expects = database.prepare(`INSERT INTO masters (sha256, bytes, expected) VALUES (unhex(?), ?, ?)
    ON CONFLICT DO UPDATE SET expected = max(expected, excluded.expected),
      checked = CASE WHEN excluded.bytes IN (0, bytes) THEN checked ELSE 0 END`);
  const unnamed = database.prepare('UPDATE masters SET expected = 0 WHERE expected > 0 AND expected < ?');
  const gone = database.prepare('DELETE FROM masters WHERE seen < ? AND expected = 0');
  const absent = database.prepare('UPDATE masters SET checked = 0 WHERE seen < ? AND expected > 0');
  const ahead = database.prepare('UPDATE masters SET checked = 0 WHERE checked > ?');
  const all = (work: typeof saw, masters: readonly Named[], at: number) =>
    inTransaction(database, () => {
      for (const { sha256, bytes } of masters) work.run(sha256, bytes, at);
    });
  return {
    seen: (masters, listing) => all(saw, masters, listing.getTime()),
    expected: (masters, listing) => all(expects, masters, listing.getTime()),
    listed: (listing) => {
      unnamed.run(listing.getTime());
      gone.run(listing.getTime());
      absent.run(listing.getTime());
      ahead.run(listing.getTime() + clockError);
    },
  };
}

function notesOf(database: DatabaseSync): Pick<FixityRecord, 'note' | 'forget' | 'beginWhole' | 'endWhole'> {
  const note = database.prepare(`UPDATE masters SET checked = :now, state = :state,
    since = CASE WHEN state = :state THEN since ELSE :now END,
    sound = CASE WHEN :state = 'sound' THEN :now ELSE sound END WHERE sha256 = unhex(:sha256)`);
  const forget = database.prepare('DELETE FROM masters WHERE sha256 = unhex(?)');
  const begun = database.prepare('SELECT began FROM whole_check');
  const begin = database.prepare('INSERT INTO whole_check (began) VALUES (?)');
  const end = database.prepare('DELETE FROM whole_check');
  return {
    note: (sha256, state, now) => void note.run({ sha256, state, now: now.getTime() }),
    forget: (sha256) => void forget.run(sha256),
    beginWhole: (now) => {
      const under = begun.get();
      if (under === undefined) begin.run(now.getTime());
      return under === undefined ? now : new Date(Number(under.began));
    },
    endWhole: () => void end.run(),
  };
}

function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (cause) {
    database.exec('ROLLBACK');
    throw cause;
  }
}
