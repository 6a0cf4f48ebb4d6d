import type { FeedSource } from '../feed-source.ts';
import { checkpointPath } from '../paths.ts';

/**
 * The feed as it would be: what is here stays and what has arrived is added to it, under the checkpoint that has arrived.
 * So a medium of another history breaks the chain instead of replacing what is held.
 */
export const overlaySource = (held: FeedSource, arrived: FeedSource): FeedSource => ({
  name: held.name,
  read: async (path, signal) =>
    path === checkpointPath
      ? arrived.read(path, signal)
      : ((await held.read(path, signal)) ?? arrived.read(path, signal)),
});
