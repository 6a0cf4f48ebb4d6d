import { createLog } from './log.ts';
import { openProjection } from './projection/open-projection.ts';
import { dropStore } from './projection/store.ts';
import type { DeliveryValues } from './values.ts';

/**
 * Throws a node's store away and makes it again from the feed. The node must not be running.
 * @returns number of the newest entry applied
 * @throws Failure `feed-*`: the store is then as far as the feed could be believed
 */
export const rebuildDelivery = async (values: DeliveryValues): Promise<{ sequence: number }> => {
  dropStore(values.dir);
  const signal = new AbortController().signal;
  using open = openProjection(values, { log: createLog(values.logLevel), signal, changed: () => {} });
  await open.projection.catchUp();
  return { sequence: open.projection.sequence() };
};
