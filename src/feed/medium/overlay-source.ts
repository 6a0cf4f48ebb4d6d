import type { FeedSource } from '../feed-source.ts';
import { checkpointPath } from '../paths.ts';

/**
 * The feed as it would be: what is here stays and what was laid out is added to it, under the checkpoint that has arrived. In
 * the place of what is here nothing is laid out but the same payload under another signature, so a medium of another
 * history breaks the chain instead of replacing what is held.
 */
export const overlaySource = (held: FeedSource, arrived: FeedSource): FeedSource => ({
  name: held.name,
  read: async (path, signal) => {
    const laidOut = await arrived.read(path, signal);
    return laidOut ?? (path === checkpointPath ? null : held.read(path, signal));
  },
});
