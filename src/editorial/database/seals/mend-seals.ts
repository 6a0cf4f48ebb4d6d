import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from 'payload';
import { believeSeals, doubtSeals } from './doubt.ts';
import { sealPlaces } from './places.ts';
import type { SealedRow } from './seal-store.ts';
import { sealStoreOf } from './seal-store-of.ts';

/** Rows that are looked at together where nobody says otherwise: the embedded database holds the process up while it looks. */
const usual = 200;

/**
 * Makes all seals those of their markings, portion by portion: documents from before there were seals, and whatever a fault has left
 * behind. Stopped at any moment, it goes on where seals are wrong.
 * @param portion rows that are looked at together
 * @param signal ends it after the portion at hand
 * @returns how many were wrong
 */
export const mendSeals = async (
  { db }: Pick<Payload, 'db'>,
  portion = usual,
  signal?: AbortSignal,
): Promise<number> => {
  const store = sealStoreOf(db);
  let mended = 0;
  for (const place of sealPlaces) {
    let last: SealedRow | undefined;
    do {
      const begun = performance.now();
      const rows = await store.rowsAfter(place, last?.id, portion);
      const wrong = rows.filter(({ seal, wanted }) => seal !== wanted);
      if (wrong.length > 0) await store.mend(place, wrong);
      mended += wrong.length;
      last = rows.length < portion ? undefined : rows.at(-1);
      // Of a large archive there are thousands of portions: half of the time belongs to whoever works meanwhile
      await sleep(performance.now() - begun);
    } while (last && !signal?.aborted);
    if (signal?.aborted) break;
  }
  return mended;
};

/**
 * Mends at once and then every hour as long as the process lives. Until the first round has come to its end, lists are read by the
 * markings. A failure is logged and tried again next time. Closing Payload ends it first: nothing is looked for in a database that is closed.
 */
export const keepSealsTrue = (payload: Payload): void => {
  const stop = new AbortController();
  const mend = async () => {
    try {
      const count = await mendSeals(payload, usual, stop.signal);
      if (stop.signal.aborted) return;
      believeSeals(payload.db);
      if (count > 0) payload.logger.info({ count }, 'seals were made those of their markings');
    } catch (err) {
      payload.logger.warn({ err }, 'seals not mended');
    }
  };
  doubtSeals(payload.db);
  let work = mend();
  const timer = setInterval(
    () => {
      work = work.then(mend);
    },
    60 * 60 * 1000,
  ).unref();
  const { destroy } = payload;
  payload.destroy = async () => {
    clearInterval(timer);
    stop.abort();
    await work;
    await destroy();
  };
};
