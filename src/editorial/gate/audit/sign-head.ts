import type { LogWriter } from '#audit-log/log-writer.ts';
import { consistencyProof } from '#audit-log/tree.ts';
import { Failure } from '#errors/failure.ts';
import type { FeedWriter } from '#feed/writer.ts';

/** Between two checkpoints of the log, in milliseconds. */
const hour = 60 * 60 * 1000;

/**
 * Signs what the log is, every hour, whether or not there is anything new: an hour without a checkpoint is news as well. Nothing is signed that does
 * not begin with what was signed last.
 * @returns the number of the checkpoint; null where none is due
 * @throws Failure `audit-log-rewritten` when the log is not what was signed
 */
export async function signWhenDue(
  log: Pick<LogWriter, 'size' | 'root' | 'tree'>,
  writer: Pick<FeedWriter, 'lastAttest' | 'attest'>,
  now: Date,
): Promise<number | null> {
  const last = await writer.lastAttest();
  const isRewritten = last !== null && (log.size < last.size || log.root(last.size).toString('hex') !== last.root);
  if (isRewritten) throw new Failure('audit-log-rewritten', { size: last.size, number: last.number });
  if (last !== null && now.getTime() - Date.parse(last.issuedAt) < hour) return null;
  const proof = consistencyProof(last?.size ?? 0, log.size, log.tree.read).map((hash) => hash.toString('hex'));
  return writer.attest({ size: log.size, root: log.root().toString('hex'), proof }, now);
}
