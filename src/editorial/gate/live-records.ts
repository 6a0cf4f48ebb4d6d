import canonicalize from 'canonicalize';
import { blobsOf } from '#feed/blobs-of.ts';
import type { Change } from '#feed/change.ts';
import type { RecordType } from '#record/common.ts';
import { type PublicRecord, publicRecord } from '#record/records.ts';
import type { LedgerFile } from './ledger-file.ts';
import type { Orphans } from './orphans.ts';

/** What the public sees now, as the feed has it. */
export interface LiveRecords {
  /** The record in canonical form, or null. */
  textOf(publicId: string): string | null;
  has(publicId: string): boolean;
  recordOf(publicId: string): PublicRecord | null;
  count(): number;
  /** Pictures, read one by one: what is withdrawn meanwhile does not come. */
  images(): Iterable<PublicRecord>;
  /** Notes a change that the feed holds since `at`. To be called inside a transaction. */
  apply(change: Change, at: Date): void;
  clear(): void;
  /** Blobs that no live picture uses any more and that are due to be removed. */
  doomed(now: Date): string[];
  forgetDoomed(sha: string): void;
  /** Dooms those of these blobs that no live picture uses. To be called inside a transaction. */
  doom(shas: readonly string[], due: Date): void;
}

/** Equal records have equal canonical text: what is compared to tell whether anything changed. */
export function canonicalText(record: PublicRecord): string {
  const text = canonicalize(record);
  if (text === undefined) throw new TypeError('a record always has a canonical form');
  return text;
}

export function liveRecords(file: LedgerFile, orphans: Orphans): LiveRecords {
  const textOf = (publicId: string): string | null => {
    const row = file.get('SELECT record FROM live WHERE public_id = ?', publicId);
    return typeof row?.record === 'string' ? row.record : null;
  };
  const recordOf = (publicId: string): PublicRecord | null => {
    const text = textOf(publicId);
    return text === null ? null : publicRecord.parse(JSON.parse(text));
  };
  return {
    textOf,
    has: (publicId) => file.get('SELECT 1 FROM live WHERE public_id = ?', publicId) !== undefined,
    recordOf,
    count: () => Number(file.get('SELECT count(*) AS n FROM live')?.n ?? 0),
    images: function* () {
      for (const { public_id } of file.all(`SELECT public_id FROM live WHERE type = 'image'`)) {
        const record = recordOf(String(public_id));
        if (record) yield record;
      }
    },
    apply: (change, at) => {
      if (change.op === 'put') {
        put(file, change.record, at);
        orphans.note(change.record);
      } else {
        withdraw(file, change.id, at);
        orphans.forget(change.id);
      }
    },
    clear: () => {
      orphans.clear();
      for (const table of ['live', 'blobs', 'doomed']) file.run(`DELETE FROM ${table}`);
    },
    doomed: (now) =>
      file.all('SELECT sha FROM doomed WHERE due <= ? ORDER BY sha', now.getTime()).map(({ sha }) => String(sha)),
    doom: (shas, due) => {
      for (const sha of shas) doomUnused(file, sha, due.getTime());
    },
    forgetDoomed: (sha) => file.run('DELETE FROM doomed WHERE sha = ?', sha),
  };
}

/** How long files of a picture that was replaced stay, for nodes that have not yet read of the replacement. */
const replacedMs = 24 * 60 * 60 * 1000;

function put(file: LedgerFile, record: PublicRecord, at: Date): void {
  const { id, type } = record;
  file.run(
    'INSERT INTO live VALUES (?, ?, ?) ON CONFLICT (public_id) DO UPDATE SET type = excluded.type, record = excluded.record',
    id,
    type satisfies RecordType,
    canonicalText(record),
  );
  const blobs = new Set(blobsOf(record));
  releaseBlobs(file, id, blobs, at.getTime() + replacedMs);
  for (const sha of blobs) {
    file.run('INSERT OR IGNORE INTO blobs VALUES (?, ?)', sha, id);
    file.run('DELETE FROM doomed WHERE sha = ?', sha);
  }
}

function withdraw(file: LedgerFile, publicId: string, at: Date): void {
  file.run('DELETE FROM live WHERE public_id = ?', publicId);
  releaseBlobs(file, publicId, new Set(), at.getTime());
}

/** Lets go of the blobs that a picture had and has no more; those that nobody else has are doomed. */
function releaseBlobs(file: LedgerFile, publicId: string, kept: ReadonlySet<string>, due: number): void {
  for (const row of file.all('SELECT sha FROM blobs WHERE public_id = ?', publicId)) {
    const sha = String(row.sha);
    if (kept.has(sha)) continue;
    file.run('DELETE FROM blobs WHERE sha = ? AND public_id = ?', sha, publicId);
    doomUnused(file, sha, due);
  }
}

function doomUnused(file: LedgerFile, sha: string, due: number): void {
  if (file.get('SELECT 1 FROM blobs WHERE sha = ?', sha)) return;
  file.run('INSERT INTO doomed VALUES (?, ?) ON CONFLICT (sha) DO UPDATE SET due = min(due, excluded.due)', sha, due);
}
