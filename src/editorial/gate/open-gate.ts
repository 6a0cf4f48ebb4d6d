import type { KeyObject } from 'node:crypto';
import type { Payload } from 'payload';
import type { Logger } from 'pino';
import { publicHalf } from '#feed/keys.ts';
import { openFeedReader } from '#feed/reader.ts';
import { openSource } from '#feed/source.ts';
import { openFeedWriter } from '#feed/writer.ts';
import type { Decoders } from '#media/sandbox/pool.ts';
import { readRetention } from '../legal/read-retention.ts';
import type { DocumentRef } from '../release/released-collections.ts';
import { openFileWords } from '../secrecy/file-words.ts';
import { auditDirOf } from './audit/audit-dir.ts';
import { type Auditor, openAuditor } from './audit/auditor.ts';
import { openCommitted } from './committed.ts';
import { openFileReader } from './file-reader.ts';
import { type Gate, openGate } from './gate.ts';
import { openHeld } from './held-back.ts';
import { openHintPoller } from './hint-poller.ts';
import { type FeedKeeper, openFeedKeeper } from './keep-feed.ts';
import { openLedger } from './ledger.ts';
import { followFeed } from './recover.ts';
import type { Rules } from './releasable.ts';
import { openRenderer } from './renderer.ts';
import type { OnStep } from './steps.ts';
import { type NamesSource, openTraditional } from './traditional.ts';

/** What a gate is made of. */
export interface GateSetting {
  /** The studio's database; the gate only reads. */
  readonly payload: Payload;
  readonly decoders: Pick<Decoders, 'derive' | 'embedded'>;
  /** Folder of the ledger. */
  readonly dir: string;
  /** Folder of the feed. */
  readonly feedDir: string;
  readonly key: KeyObject;
  readonly rules: Rules;
  readonly log: Logger;
  /** Names in Traditional characters; where it is not set, those of the registry. */
  readonly names?: NamesSource;
  readonly step?: OnStep;
  /** Table of how long lines of the audit log are kept; undefined: the usual one. */
  readonly retentionFile?: string | undefined;
}

export interface OpenGate extends Gate, AsyncDisposable {
  readonly keeper: FeedKeeper;
  readonly auditor: Auditor;
}

/** Databases other than the embedded one may have no transactions, so that a hint may come before its write. */
const echoMs = 3_000;

/**
 * Opens ledger and feed, brings the first to where the second is, and returns a gate that has not looked at anything yet.
 * The caller holds the lease.
 */
export async function openGateAt(setting: GateSetting): Promise<OpenGate> {
  const { payload, dir, feedDir, key, log } = setting;
  await using opened = new AsyncDisposableStack();
  const stop = new AbortController();
  const ledger = opened.use(openLedger(dir));
  const writer = opened.use(await openFeedWriter({ dir: feedDir, key }));
  await followFeed(ledger, openFeedReader({ source: openSource(feedDir), trust: [publicHalf(key)] }));

  let hint: (ref: DocumentRef) => void = () => undefined;
  const { renderings, derivations } = ledger;
  const renderer = openRenderer({
    decoders: setting.decoders,
    renderings,
    derivations,
    putBlob: (bytes) => writer.putBlob(bytes),
    onDone: (ref) => hint(ref),
    log,
    signal: stop.signal,
  });
  const fileWords = openFileWords(setting.decoders);
  const files = openFileReader({ fileWords, onDone: (ref) => hint(ref), log });
  opened.defer(async () => {
    stop.abort();
    await Promise.all([renderer.idle(), files.idle()]);
  });

  const committed = openCommitted(payload);
  const gate = openGate(
    {
      committed,
      ledger,
      writer,
      renderer,
      files,
      rules: setting.rules,
      traditional: openTraditional(setting.names ?? committed.traditionalNames),
      held: openHeld(log),
      log,
      step: setting.step ?? (() => undefined),
      hints: openHintPoller(committed, ledger.watermark()),
      echoMs: payload.db.name === 'sqlite' ? null : echoMs,
    },
    (add) => {
      hint = add;
    },
  );
  const keeper = openFeedKeeper({ writer, ledger, log });
  opened.defer(keeper.idle);
  const retention = () => readRetention(setting.retentionFile);
  const auditor = opened.use(openAuditor({ payload, dir: auditDirOf(dir), writer, log, key, retention }));
  const parts = opened.move();
  return { ...gate, keeper, auditor, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}
