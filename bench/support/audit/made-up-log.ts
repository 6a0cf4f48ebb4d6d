import { DatabaseSync } from 'node:sqlite';
import type { AuditLine } from '#audit-log/line.ts';
import { openLogWriter } from '#audit-log/log-writer.ts';

/** Lines that are written together. */
const batch = 1_000;
const station = '5d0e0000-0000-4000-8000-000000000000';
const actions = ['update', 'read', 'raise', 'publish', 'log-in'];
const begin = Date.parse('2026-01-01T00:00:00.000Z');

const uuidOf = (kind: string, n: number): string => `${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** The line with this number, a second after the one before it. */
const lineOf = (n: number): AuditLine => ({
  id: uuidOf('3f0e0000', n),
  at: new Date(begin + n * 1_000).toISOString(),
  actor: uuidOf('70000000', n % 300),
  who: `Nguyễn Thị Hạnh ${n % 300}`,
  action: actions[n % actions.length] ?? 'update',
  collection: 'articles',
  documentId: uuidOf('a0000000', n % 50_000),
  outcome: 'done',
  code: null,
  again: null,
  times: 1,
  lastAt: null,
  station,
  count: n,
  voided: null,
});

const insert = `INSERT INTO audit (id, at, actor, who, action, collection, document_id, outcome, times, last_at, station, count, seal)
  VALUES (:id, :at, :actor, :who, :action, :collection, :documentId, :outcome, :times, :at, :station, :count, 'internal|')`;

/**
 * Makes a log of so many lines, and the rows that they stand for.
 * @param database file of an embedded database in which the studio has laid its tables
 */
export const makeUpLog = async (
  dir: string,
  database: string,
  many: number,
  progress: (done: number, total: number) => void,
): Promise<void> => {
  using log = await openLogWriter(dir);
  using rows = new DatabaseSync(database);
  const put = rows.prepare(insert);
  for (let done = 0; done < many; done += batch) {
    const lines = Array.from({ length: batch }, (_, index) => lineOf(done + index + 1));
    log.append(lines.map((line) => ({ line })));
    rows.exec('BEGIN');
    for (const { id, at, actor, who, action, collection, documentId, outcome, times, count } of lines)
      put.run({ id, at, actor, who, action, collection, documentId, outcome, times, station, count });
    rows.exec('COMMIT');
    progress(done + batch, many);
  }
};
