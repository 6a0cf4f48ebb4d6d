import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { readGateStatus } from '#cli/gate-status.ts';
import { progressOf } from './progress.ts';

const status = z.object({
  sequence: z.number(),
  pending: z.number(),
  counts: z.object({ article: z.record(z.string(), z.number()) }),
});

/** Where gate and delivery tell how they are. */
export interface Road {
  readonly gateDir: string;
  readonly deliveryUrl: string;
}

const readDelivery = async (deliveryUrl: string) => status.parse(await (await fetch(`${deliveryUrl}/status`)).json());

/** How many articles delivery has in each language of its own. */
export const releasedArticles = async ({ deliveryUrl }: Road): Promise<number> =>
  Math.min(...Object.values((await readDelivery(deliveryUrl)).counts.article));

/** The gate has compared everything since it began, waits for nothing, and delivery has rendered all that it wrote. */
const isIdle = async ({ gateDir, deliveryUrl }: Road, since: Date): Promise<boolean> => {
  const [gate, { sequence, pending }] = [await readGateStatus(gateDir), await readDelivery(deliveryUrl)];
  if (gate?.state !== 'running' || gate.comparing || gate.waiting !== 0) return false;
  if (!gate.reconciledAt || new Date(gate.reconciledAt) < since) return false;
  return pending === 0 && sequence === gate.sequence;
};

/** A gate between two portions of work looks idle for a moment, so it has to look so this many times, a second apart. */
const enough = 5;

/**
 * Waits until so many articles are public in every language and neither gate nor delivery has anything left to do.
 * @param since when the gate was started: what it had done before is no news
 */
export const untilIdle = async (road: Road, expected: number, since: Date): Promise<void> => {
  const progress = progressOf('released, in all languages:');
  for (let quiet = 0; quiet < enough; ) {
    const released = await releasedArticles(road);
    progress(released, expected);
    quiet = released >= expected && (await isIdle(road, since)) ? quiet + 1 : 0;
    await sleep(1000);
  }
};
