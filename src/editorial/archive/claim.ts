import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload, PayloadRequest, Where } from 'payload';
import { isAlive, type LockHolder, startOf } from '#feed/lock-holder.ts';
import { beat, type ClaimRow, dropRow, makeRow, readRow, takeOver } from './claim-rows.ts';
import { claimsOfProcess } from './claims-of-process.ts';

/** The right to work on one thing, held by one at a time, in whatever process of whatever machine. */
export interface Claim {
  /**
   * Called first in the transaction that rests on the claim: whoever would take it over meanwhile has to wait for its end.
   * @throws where it was taken over, as its holder had been silent too long
   */
  confirm(req: PayloadRequest): Promise<void>;
  giveBack(): Promise<void>;
}

/** In milliseconds. */
interface Pace {
  /** A holder who has been silent for so long has lost it. */
  readonly patience: number;
  /** A holder is heard of so often. */
  readonly beat: number;
  /** Whoever waits looks so often. */
  readonly look: number;
}

const usual: Pace = { patience: 20_000, beat: 4_000, look: 100 };

/** A row that could not be made and is not there either: given back in between, or the database refuses. */
const tries = 5;

const holderHere = async (token: string): Promise<LockHolder> => ({
  ...{ token, pid: process.pid, host: hostname() },
  started: await startOf(process.pid),
});

/**
 * Whether nobody works on it any more, as far as this machine can tell: its process has ended, or it is this very process, in which
 * whoever asks has been waited for by all others.
 */
const isLeft = async ({ holder }: ClaimRow, mine: LockHolder): Promise<boolean> => {
  const { pid, host, started } = holder;
  if (pid === mine.pid && host === mine.host && started === mine.started) return true;
  return !(await isAlive(holder, Date.now(), new Set()));
};

/** Waits until the row is this holder's. No clock of another machine counts: a row is watched for as long as patience lasts. */
const takeRow = async (payload: Payload, name: string, mine: LockHolder, pace: Pace): Promise<void> => {
  let watched = { mark: '', since: 0 };
  for (let failed = 0; ; ) {
    const fault = await makeRow(payload, name, mine);
    if (fault === null) return;
    const row = await readRow(payload, name);
    if (!row) {
      failed += 1;
      if (failed === tries) throw fault;
      continue;
    }
    const mark = `${row.token}/${row.beat}`;
    if (mark !== watched.mark) watched = { mark, since: performance.now() };
    const isOver = performance.now() - watched.since >= pace.patience || (await isLeft(row, mine));
    if (isOver && (await takeOver(payload, row, mine))) return;
    await sleep(pace.look);
  }
};

const held = (payload: Payload, name: string, token: string, pace: Pace): Claim => {
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;
  const where: Where = { and: [{ id: { equals: name } }, { token: { equals: token } }] };
  // A beat that fails is one that is not heard
  const sayAlive = () => {
    count += 1;
    last = beat(payload, where, count).catch(() => undefined);
  };
  const timer = setInterval(sayAlive, pace.beat);
  timer.unref();
  return {
    confirm: async (req) => {
      clearInterval(timer);
      // In the embedded database a beat waits for the transaction in which this is asked
      if (payload.db.name !== 'sqlite') await last;
      if (!(await beat(payload, where, count + 1, req))) throw new Error(`The claim on ${name} was taken over`);
    },
    giveBack: async () => {
      clearInterval(timer);
      // What stays is known to be left by whoever comes next in this process, and by others when it falls silent
      await dropRow(payload, where).catch((err: unknown) => payload.logger.warn({ err }, 'a claim was not given back'));
    },
  };
};

/**
 * Waits for the right to work on a thing. Who asks in the same process gets it in the order of asking. A holder that was killed
 * is noticed at once on its own machine, on others when it has been silent for twenty seconds.
 * @param name a hash of bytes, or `upload/`, `launch/` or `copy/` and the id of an upload, a launch or a permission to copy
 */
export const takeClaim = async (payload: Payload, name: string, pace: Pace = usual): Promise<Claim> => {
  const letGo = await claimsOfProcess().take(name);
  try {
    const token = randomUUID();
    await takeRow(payload, name, await holderHere(token), pace);
    const claim = held(payload, name, token, pace);
    return { ...claim, giveBack: () => claim.giveBack().finally(letGo) };
  } catch (cause) {
    letGo();
    throw cause;
  }
};
