import { resolve } from 'node:path';
import { loadTrust } from '#feed/keys.ts';
import { openSource } from '#feed/source.ts';
import { type FeedFault, type FeedReport, type VerifyProgress, verifyFeed } from '#feed/verify-feed.ts';
import type { Answer, Command } from '../command.ts';
import { readFeedToken } from '../delivery-values.ts';
import type { Words } from '../words/words.ts';

/** Checks a whole feed and names the first fault. */
export const feedVerify: Command = {
  args: [],
  options: { feed: { type: 'string' }, trust: { type: 'string' } },
  run: async ({ options }, { config, t, progress }) => {
    const feed = typeof options.feed === 'string' ? addressOf(options.feed) : config().feedUrl;
    const trust = await loadTrust(typeof options.trust === 'string' ? resolve(options.trust) : config().trustFile);
    const source = openSource(feed, { token: await readFeedToken(config().feedTokenFile) });
    const { feedSignatures: signatures } = config();
    progress(t('cli:feed-verifying', { feed }));
    return answerOf(feed, await verifyFeed({ source, trust, signatures, onProgress: each(progress) }), t);
  },
};

const addressOf = (feed: string): string => (/^[a-z]+:\/\//i.test(feed) ? feed : resolve(feed));

/** One line for every thousand things looked at. */
const each =
  (progress: (line: string) => void) =>
  ({ phase, done, of }: VerifyProgress): void => {
    if (done % 1000 === 0 || done === of) progress(`  ${phase} ${done}/${of}`);
  };

function answerOf(feed: string, report: FeedReport, t: Words): Answer {
  const { fault, segments, entries, blobs } = report;
  if (fault !== null) return { data: report, lines: [faultLine(feed, fault, t)], ok: false };
  return { data: report, lines: [t('cli:feed-verified', { feed, segments, entries, blobs })] };
}

function faultLine(feed: string, { code, file, seq }: FeedFault, t: Words): string {
  const place = [file ?? feed, ...(seq === null ? [] : [`#${seq}`])].join(' ');
  return `${code}: ${t('cli:feed-fault', { place })} ${t(`errors:${code}`, { feed, file: file ?? feed, seq: seq ?? '' })}`;
}
