import { Failure } from '#errors/failure.ts';
import type { Command } from '../command.ts';
import { deliveryValues } from '../delivery-values.ts';
import { takeLock } from '../start/lock.ts';
import { isHealthy, localAddress } from '../start/ready.ts';
import { lockFileOf } from '../start/service.ts';
import { placesOf } from '../start/service-plans.ts';

/** Makes this node's store again from the feed. The node must not be running meanwhile. */
export const feedRebuild: Command = {
  args: [],
  options: {},
  run: async (_, { config, t, progress }) => {
    const values = await deliveryValues(config());
    const inUse = new Failure('already-running', { folder: values.dir });
    using lock = takeLock(lockFileOf({ name: 'delivery', runDir: placesOf(config()).runDir }));
    if (lock === undefined || (await isHealthy(`${localAddress(values.host, values.port)}/health`))) throw inUse;
    progress(t('cli:feed-rebuilding', { folder: values.dir }));
    const { rebuildDelivery } = await import('#delivery/rebuild.ts');
    const { sequence } = await rebuildDelivery(values);
    return { data: { sequence }, lines: [t('cli:feed-rebuilt', { sequence })] };
  },
};
