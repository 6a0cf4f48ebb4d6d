import type { Config } from '#config/config.ts';
import { Failure } from '#errors/failure.ts';
import { loadTrust } from '#feed/keys.ts';
import { openSource } from '#feed/source.ts';
import { verifyFeed } from '#feed/verify-feed.ts';
import { readFeedToken } from '../delivery-values.ts';
import { bad, type Finding, good, warning } from './finding.ts';

/** Whether the whole feed proves itself. */
export async function lookAtFeed(config: Config): Promise<Finding[]> {
  try {
    const trust = await loadTrust(config.trustFile);
    const source = openSource(config.feedUrl, { token: await readFeedToken(config.feedTokenFile) });
    const { fault, checkpoint } = await verifyFeed({ source, trust });
    if (fault === null) return [good('feed', { sequence: checkpoint?.seq ?? 0 })];
    return [findingOf(fault.code, config.feedUrl)];
  } catch (error) {
    // A key that is damaged has been told with the keys, and says nothing of the feed.
    if (error instanceof Failure && error.code === 'key-invalid') return [];
    return [findingOf(error instanceof Failure ? error.code : 'unexpected', config.feedUrl)];
  }
}

const findingOf = (code: string, feed: string): Finding =>
  code === 'feed-missing' || code === 'key-missing'
    ? warning('feed-missing', { feed })
    : bad('feed-bad', { code, feed });
