import type { KeyObject } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { heldCheckpoints, witnessPath } from '#delivery/witness/held-checkpoints.ts';
import { Failure } from '#errors/failure.ts';
import { type Attested, openAttest } from '#feed/attest.ts';
import { openFeedReader } from '#feed/reader.ts';
import { openSource, type SourceOptions } from '#feed/source.ts';

/** A root of the log that somebody has seen, and where. */
export interface Seen {
  readonly size: number;
  readonly root: string;
  readonly number: number;
  readonly issuedAt: string;
  /** Feed or node that has it. */
  readonly by: string;
}

const seenBy = (by: string, { size, root, number, issuedAt }: Attested): Seen => ({ size, root, number, issuedAt, by });

/** The checkpoints of the audit log that a feed carries. */
export const seenInFeed = async (
  feed: string,
  trust: readonly KeyObject[],
  options: SourceOptions,
): Promise<Seen[]> => {
  const reader = openFeedReader({ source: openSource(feed, options), trust });
  const seen: Seen[] = [];
  let last: Attested | null = null;
  for (;;) {
    const next: Attested | null = await reader.attest(seen.length + 1);
    if (!next) return seen;
    if (last && next.previous !== last.hash) throw new Failure('feed-chain-broken', { seq: next.number });
    seen.push(seenBy(feed, next));
    last = next;
  }
};

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/**
 * What a witness has seen: a delivery node by its folder, or a feed by its folder or address.
 * @throws Failure `audit-witness-missing`, `feed-…`
 */
export const seenByWitness = async (
  witness: string,
  trust: readonly KeyObject[],
  options: SourceOptions,
): Promise<Seen[]> => {
  if (/^https?:\/\//i.test(witness)) return seenInFeed(witness, trust, options);
  const folder = resolve(witness);
  if (!(await isFile(witnessPath(folder)))) {
    if (await isFile(join(folder, 'checkpoint.json'))) return seenInFeed(folder, trust, options);
    throw new Failure('audit-witness-missing', { folder });
  }
  const seen: Seen[] = [];
  for await (const file of heldCheckpoints(folder)) seen.push(seenBy(folder, openAttest(file, trust)));
  return seen;
};
