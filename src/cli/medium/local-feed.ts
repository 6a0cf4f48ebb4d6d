import { usage } from '../usage.ts';

/**
 * The folder of the feed, where it is one.
 *
 * @throws Failure `usage` for the address of another machine: nothing can be written there
 */
export function localFeed(feedUrl: string, command: string): string {
  if (/^https?:/i.test(feedUrl)) throw usage('--into', command);
  return feedUrl;
}
