import type { Logger } from 'pino';
import { Failure } from '#errors/failure.ts';
import { blobsOf } from '#feed/blobs-of.ts';
import type { Change } from '#feed/change.ts';
import type { FeedWriter } from '#feed/writer.ts';
import type { Ledger } from './ledger.ts';

interface AppendParts {
  readonly writer: FeedWriter;
  readonly ledger: Ledger;
  readonly log: Logger;
}

/** Failures of an append that concern one change and leave the feed as it was. */
const refusals = new Set(['feed-malformed', 'feed-too-large', 'feed-blob-missing']);

/**
 * Appends changes in their order. A change that the feed refuses does not keep the others in.
 *
 * @returns the changes that were refused, with the code why
 */
export async function append(changes: readonly Change[], parts: AppendParts): Promise<Map<Change, string>> {
  if (changes.length === 0) return new Map();
  const code = await attempt(changes, parts);
  if (code === null) return new Map();
  const refused = new Map<Change, string>();
  for (const change of changes) {
    const why = changes.length === 1 ? code : await attempt([change], parts);
    if (why === null) continue;
    refused.set(change, why);
    forgetFiles(change, parts.ledger);
  }
  return refused;
}

async function attempt(changes: readonly Change[], { writer, log }: AppendParts): Promise<string | null> {
  try {
    const { firstSeq, lastSeq } = await writer.append(changes, new Date());
    const withdrawn = changes.filter(({ op }) => op === 'withdraw').length;
    log.info({ firstSeq, lastSeq, put: changes.length - withdrawn, withdrawn }, 'released');
    return null;
  } catch (cause) {
    if (cause instanceof Failure && refusals.has(cause.code)) return cause.code;
    throw cause;
  }
}

/** Files that are not in the feed although they were put there are made anew the next time. */
function forgetFiles(change: Change, { renderings }: Ledger): void {
  if (change.op !== 'put') return;
  for (const blob of blobsOf(change.record)) renderings.forget(blob);
}
