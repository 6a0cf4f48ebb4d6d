import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { isContinued } from '#audit-log/check-proof.ts';
import { Failure } from '#errors/failure.ts';
import type { FailureCode } from '#errors/failures.ts';
import { type Attested, heldAttest } from '#feed/attest.ts';
import type { FeedReader } from '#feed/reader.ts';
import { heldCheckpoints, holdCheckpoint } from './held-checkpoints.ts';

export interface WitnessParts {
  /** The node’s folder. */
  readonly dir: string;
  readonly reader: Pick<FeedReader, 'attest'>;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/**
 * A node that has seen what the studio’s audit log was at a moment does not forget it, and says so when the feed tells another
 * story later: a checkpoint that is gone or another one, or a log that does not begin with what it was.
 */
export interface Witness {
  /**
   * Takes in what is new.
   * @throws Failure `audit-witness-contradicted`, `feed-…`
   */
  look(): Promise<void>;
  /** Looks again and again until the signal. */
  run(every: number): Promise<void>;
  /** Why the feed is not believed; null: it is. */
  fault(): FailureCode | null;
}

const headOf = ({ size, root }: Attested) => ({ size, root: Buffer.from(root, 'hex') });

/** @throws Failure `audit-witness-contradicted` unless the second goes on from the first */
const requireGrowth = (last: Attested | null, next: Attested): void => {
  const { number } = next;
  const proof = next.proof.map((hash) => Buffer.from(hash, 'hex'));
  const follows = last === null ? number === 1 : next.previous === last.hash && next.feed === last.feed;
  const grows = last === null || isContinued(headOf(last), headOf(next), proof);
  if (!follows || !grows) throw new Failure('audit-witness-contradicted', { number });
};

/** Its own file, which it wrote when the signature held: the gate may have another key by now, and says the same under it. */
const lastHeld = async (dir: string): Promise<Attested | null> => {
  let last: Buffer | null = null;
  for await (const file of heldCheckpoints(dir)) last = file;
  return last && heldAttest(last);
};

const lookFor = (parts: WitnessParts): (() => Promise<void>) => {
  const { dir, reader, signal } = parts;
  let last: Attested | null | undefined;
  return async () => {
    last ??= await lastHeld(dir);
    const again = last && (await reader.attest(last.number));
    if (last && again?.hash !== last.hash) throw new Failure('audit-witness-contradicted', { number: last.number });
    while (!signal.aborted) {
      const next: Attested | null = await reader.attest((last?.number ?? 0) + 1);
      if (!next) return;
      requireGrowth(last, next);
      await holdCheckpoint(dir, next.file);
      last = next;
    }
  };
};

/** Failures that say nothing of the log: the feed cannot be read at the moment. */
const passing = new Set<FailureCode>(['feed-unreachable', 'feed-missing']);

export const openWitness = (parts: WitnessParts): Witness => {
  const { log, signal } = parts;
  const look = lookFor(parts);
  let fault: FailureCode | null = null;

  const noteOutcome = (failure: Failure | null): void => {
    if (failure && passing.has(failure.code)) return;
    if (failure && failure.code !== fault)
      log.error(
        { code: failure.code, ...failure.values },
        'the audit log of the studio is not what this node has seen',
      );
    if (!failure && fault) log.info('the audit log of the studio is what this node has seen');
    fault = failure?.code ?? null;
  };
  const attempt = async (): Promise<void> => {
    try {
      await look();
      noteOutcome(null);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Failure) noteOutcome(error);
      else log.error({ err: error }, 'what the node has seen of the audit log cannot be kept');
    }
  };
  return {
    look,
    run: async (every) => {
      while (!signal.aborted) {
        await attempt();
        await sleep(every, undefined, { signal, ref: false }).catch(() => undefined);
      }
    },
    fault: () => fault,
  };
};
