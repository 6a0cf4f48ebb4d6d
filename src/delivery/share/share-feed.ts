import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { checkpointPath } from '#feed/paths.ts';
import { openSource } from '#feed/source.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares in a time that tells nothing; without a token nobody is let in. */
const isBearer = (header: string | undefined, token: string): boolean =>
  token !== '' && timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));

/**
 * Hands out the files of a feed folder, read-only, so that other nodes can follow. Paths that no feed has are refused by
 * the source itself. Followers verify every signature, so this door needs to keep nothing true, only private.
 *
 * @param folder path of the feed
 * @param token what a follower has to show
 */
export const shareFeed = (folder: string, token: string): RequestListener => {
  const source = openSource(folder);
  const readOrNothing = async (path: string): Promise<Uint8Array | null> => source.read(path).catch(() => null);
  return async (request, response) => {
    const end = (status: number, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'Cache-Control': 'no-store', 'Content-Length': '0', ...headers }).end();
    };
    if (!isBearer(request.headers.authorization, token)) return end(401, { 'WWW-Authenticate': 'Bearer' });
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, { Allow: 'GET, HEAD' });
    const path = (request.url ?? '').slice(1);
    const bytes = await readOrNothing(path);
    if (bytes === null) return end(404);
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': bytes.length,
      'Cache-Control': path === checkpointPath ? 'no-store' : 'private, max-age=86400, immutable',
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };
};
