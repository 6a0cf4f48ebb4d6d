import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from 'payload';
import { checkDue, type Looked } from '#media/fixity/check-due.ts';
import { backgroundRate, dueBefore } from '#media/fixity/due.ts';
import { openPace } from '#media/fixity/pace.ts';
import { openFixityRecord } from '#media/fixity/record.ts';
import { takeStock } from '#media/fixity/take-stock.ts';
import { waitingFiles } from '../at-rest/waiting-files.ts';
import { wantedLevel } from '../at-rest/wanted-level.ts';
import type { StudioValues } from '../studio-values.ts';
import { expectedMasters } from './expected-masters.ts';

type Places = Pick<StudioValues, 'mastersDir' | 'mastersMirror' | 'atRest'>;

/** What lies in the store is listed anew so often: what is missing is noticed then, whenever its check would be due. */
const day = 24 * 60 * 60 * 1000;

/** After a round that broke off, e.g. because the database did not answer. */
const hour = 60 * 60 * 1000;

/**
 * Checks the masters round after round as long as the process lives, no faster than the promise needs. Closing Payload
 * stops it first, within a master if need be.
 */
export function keepMastersSound(payload: Payload, places: Places): void {
  const stop = new AbortController();
  const rounds = goRound(payload, places, stop.signal);
  const { destroy } = payload;
  payload.destroy = async () => {
    stop.abort();
    await rounds;
    await destroy();
  };
}

async function goRound(payload: Payload, places: Places, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const today = AbortSignal.any([signal, AbortSignal.timeout(day)]);
    const rest = await checkMasters(payload, places, today).then(
      () => day,
      (err: unknown) => {
        if (today.aborted) return 0;
        payload.logger.error({ err }, 'the masters are not being checked');
        return hour;
      },
    );
    await sleep(rest, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** One round: lists everything, looks at what the background takes up, and says what is wrong. */
export async function checkMasters(payload: Payload, places: Places, signal: AbortSignal): Promise<void> {
  const { mastersDir: dir, mastersMirror: mirror, atRest } = places;
  using record = openFixityRecord(dir);
  await takeStock({ dir, atRest, record, expected: expectedMasters(payload), signal });
  const pace = openPace(backgroundRate(record.counts(new Date()).bytes));
  const onLooked = (looked: Looked) => sayInLog(payload.logger, looked);
  const levelFor = (sha256: string) => wantedLevel(payload, sha256);
  const { onWaiting: onPassed, say } = waitingFiles(payload);
  await checkDue(
    { dir, atRest, mirror, levelFor, record, pace, signal, onLooked, onPassed },
    dueBefore('background', new Date()),
  );
  say('masters are not checked for want of a key');
  const alarms = record.alarms();
  if (alarms.damaged + alarms.missing > 0) payload.logger.error(alarms, 'masters are damaged or missing');
}

/** A name in the store tells nothing of a picture, so the log may hold it. */
function sayInLog(logger: Payload['logger'], { sha256, outcome, before, why, cause }: Looked): void {
  const values = { sha256, why, ...(cause === undefined ? {} : { err: cause }) };
  if (outcome === 'damaged' || outcome === 'missing') logger.error(values, `a master is ${outcome}`);
  if (outcome === 'mended') logger.warn({ sha256 }, 'a master was mended from the mirror');
  if (outcome === 'sound' && (before === 'damaged' || before === 'missing'))
    logger.info({ sha256 }, 'a master is sound again');
}
