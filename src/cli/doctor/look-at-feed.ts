import type { Config } from '#config/config.ts';
import { Failure } from '#errors/failure.ts';
import { loadTrust } from '#feed/keys.ts';
import type { Checkpoint } from '#feed/schemas.ts';
import { openSource } from '#feed/source.ts';
import { verifyFeed } from '#feed/verify-feed.ts';
import { readFeedToken } from '../delivery-values.ts';
import { bad, type Finding, good, warning } from './finding.ts';

/** Whether the whole feed proves itself. */
export async function lookAtFeed(config: Config): Promise<Finding[]> {
  try {
    const trust = await loadTrust(config.trustFile);
    const source = openSource(config.feedUrl, { token: await readFeedToken(config.feedTokenFile) });
    const { fault, checkpoint } = await verifyFeed({ source, trust, signatures: config.feedSignatures });
    if (fault === null && checkpoint !== null)
      return [good('feed', { sequence: checkpoint.seq }), ...silent(config, checkpoint)];
    return [findingOf(fault?.code ?? 'feed-missing', config.feedUrl)];
  } catch (error) {
    // A key that is damaged has been told with the keys, and says nothing of the feed.
    if (error instanceof Failure && error.code === 'key-invalid') return [];
    return [findingOf(error instanceof Failure ? error.code : 'unexpected', config.feedUrl)];
  }
}

/** A gate that is stopped is silent, and told of with the services; it is no fault of the feed. */
const silent = ({ feedSilence }: Config, { issuedAt: at }: Checkpoint): Finding[] => {
  const minutes = Math.floor((Date.now() - Date.parse(at)) / 60_000);
  return minutes < feedSilence ? [] : [warning('feed-silent', { code: 'feed-silent', at, minutes, max: feedSilence })];
};

const findingOf = (code: string, feed: string): Finding =>
  code === 'feed-missing' || code === 'key-missing'
    ? warning('feed-missing', { feed })
    : bad('feed-bad', { code, feed });
