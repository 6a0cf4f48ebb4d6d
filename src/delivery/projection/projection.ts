import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Failure } from '#errors/failure.ts';
import { publicLocales } from '#languages/locales.ts';
import { recordTypes } from '#record/common.ts';
import type { Status } from '../views/status.ts';
import { sweepBlobs } from './blobs.ts';
import { followOnce } from './follow.ts';
import type { FollowParts } from './follow-parts.ts';
import { momentTimer, passMoments } from './moments.ts';
import type { NodeState } from './state.ts';
import type { Store } from './store.ts';

/** What is served, following the feed. */
export interface Projection {
  /** Number of the newest entry applied. */
  sequence(): number;
  /** @throws Failure `not-ready` until the first catch-up is complete */
  requireReady(): void;
  status(): Status;
  /** Follows the feed and the clock until the signal of its parts; ends when both have stopped. */
  run(pollEvery: number): Promise<void>;
  /** Looks once, for a rebuild from the command line. */
  catchUp(): Promise<void>;
}

const faultOf = (error: unknown): Failure =>
  error instanceof Failure ? error : new Failure('feed-missing', {}, { cause: error });

const countAll = (store: Store): Status['counts'] => {
  const rows = store
    .sql('SELECT type, locale, count(*) AS n FROM card WHERE served = locale GROUP BY type, locale')
    .all();
  const countOf = (type: string, locale: string): number =>
    Number(rows.find((row) => row.type === type && row.locale === locale)?.n ?? 0);
  return Object.fromEntries(
    recordTypes.map((type) => [
      type,
      Object.fromEntries(publicLocales.map((locale) => [locale, countOf(type, locale)])),
    ]),
  ) as Status['counts'];
};

/** Counts again only after a change. */
const counter = ({ store, state }: FollowParts): (() => Status['counts']) => {
  let [version, counts] = [state.version, countAll(store)];
  return () => {
    if (version !== state.version) [version, counts] = [state.version, countAll(store)];
    return counts;
  };
};

/** A node that has not been at the head of its feed for this long is behind. */
const behind = 5_000;

/** A feed of which nothing was ever read is missing, and not silent. */
const isSilent = ({ state: { signedAt }, silence }: FollowParts): boolean =>
  signedAt !== null && Date.now() - Date.parse(signedAt) >= silence;

const statusOf = (parts: FollowParts, counts: Status['counts']): Status => {
  const { state, renderer } = parts;
  const now = Date.now();
  const { fault, signedAt, inStepAt, ready } = state;
  const inStep = inStepAt !== null && now - inStepAt < behind;
  return {
    ready,
    sequence: state.position.seq,
    lagSeconds: inStepAt === null ? null : inStep ? 0 : Math.round((now - inStepAt) / 1000),
    fresh: ready && fault === null && inStep && signedAt !== null && !isSilent(parts),
    feed: { ok: fault === null, code: fault?.code ?? null, since: fault?.since ?? null, signedAt },
    alarm: isSilent(parts) ? 'feed-silent' : null,
    pending: renderer.pending() + Math.max(0, state.head - state.position.seq),
    counts,
  };
};

const noteOutcome = (state: NodeState, log: Logger, failure: Failure | null): void => {
  if (failure && state.fault?.code !== failure.code) {
    log.warn({ code: failure.code, ...failure.values }, 'the feed is refused; what is here is still served');
    state.fault = { code: failure.code, since: new Date().toISOString() };
  }
  if (!failure && state.fault) {
    log.info({ sequence: state.position.seq }, 'the feed is good again');
    state.fault = null;
  }
};

/** Says once that the gate has fallen silent, and once that it is heard again. */
const silenceWatch = (parts: FollowParts, log: Logger): (() => void) => {
  let wasSilent = false;
  return () => {
    const now = isSilent(parts);
    const { signedAt } = parts.state;
    if (now && !wasSilent)
      log.error({ code: 'feed-silent', signedAt }, 'no statement of the gate has come for too long');
    if (!now && wasSilent) log.info({ signedAt }, 'the gate is heard again');
    wasSilent = now;
  };
};

/** After a refusal the feed is looked at less often (milliseconds), but a withdrawal still arrives within the second. */
const pollRefused = 300;

const poll = async (look: () => Promise<void>, parts: FollowParts, log: Logger, every: number): Promise<void> => {
  const { state, renderer, signal } = parts;
  const failed = (error: unknown): boolean => {
    log.error({ err: error }, 'rendering failed');
    return false;
  };
  const watchSilence = silenceWatch(parts, log);
  while (!signal.aborted) {
    let failure: Failure | null = null;
    try {
      await look();
    } catch (error) {
      if (signal.aborted) return;
      failure = faultOf(error);
      if (!(error instanceof Failure)) log.error({ err: error }, 'following the feed failed');
    }
    noteOutcome(state, log, failure);
    watchSilence();
    // What was read is rendered whether or not the feed can be read now.
    const waits = state.ready && (await renderer.awhile(signal).catch(failed));
    const rest = failure ? Math.max(every, pollRefused) : every;
    if (!waits) await sleep(rest, undefined, { signal }).catch(() => {});
  }
};

/** Opens the projection over its parts; nothing runs yet. */
export const createProjection = (parts: FollowParts, log: Logger): Projection => {
  const { store, images, state, renderer, signal } = parts;
  const look = followOnce(parts);
  const pass = (): void => {
    if (passMoments(store, new Date().toISOString())) {
      store.database.transaction(() => renderer.some());
      parts.changed();
      renderer.all(signal).catch((error: unknown) => log.error({ err: error }, 'rendering failed'));
    }
  };
  const timer = momentTimer(store, () => {
    if (signal.aborted) return;
    pass();
    timer.arm();
  });
  const begin = async (): Promise<void> => {
    sweepBlobs(store, images);
    pass();
    if (state.ready || store.getMeta('ready') !== 'yes') return;
    // The deployment's address or languages have changed: what is here is rendered anew before it is served.
    await renderer.all(signal);
    state.ready = !signal.aborted;
  };
  const counts = counter(parts);
  return {
    sequence: () => state.position.seq,
    requireReady: () => {
      if (!state.ready) throw new Failure('not-ready');
    },
    status: () => statusOf(parts, counts()),
    run: async (every) => {
      await begin();
      timer.arm();
      const rearming = async () => {
        await look();
        timer.arm();
      };
      await poll(rearming, parts, log, every);
      timer.stop();
    },
    catchUp: async () => {
      await begin();
      await look();
    },
  };
};
