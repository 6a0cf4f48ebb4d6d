import { Failure } from '#errors/failure.ts';
import type { FeedSource, SourceOptions } from './feed-source.ts';
import { requireCap } from './path-cap.ts';

const readWithin = async (body: ReadableStream<Uint8Array>, path: string, cap: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > cap) throw new Failure('feed-too-large', { file: path, bytes, max: cap });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
};

/** Address of a file below the feed's own, whether or not that ends in a slash. A query (a share's key) goes along. */
const addressOf = (base: URL, path: string): URL => {
  const address = new URL(base);
  address.pathname = `${base.pathname.replace(/\/+$/, '')}/${path}`;
  return address;
};

const get = async (address: URL, path: string, options: SourceOptions, signal: AbortSignal) => {
  const headers: Record<string, string> = { accept: '*/*', 'cache-control': 'no-cache' };
  if (options.token !== undefined) headers.authorization = `Bearer ${options.token}`;
  const response = await fetch(address, { headers, redirect: 'error', signal });
  if (response.status !== 200 || response.body === null) {
    await response.body?.cancel();
    if (response.status === 404 || response.status === 410) return null;
    throw new Failure('feed-unreachable', { file: path, feed: address.origin, status: response.status });
  }
  return readWithin(response.body, path, requireCap(path));
};

/** A feed behind plain HTTP. Redirects are refused, so that the token goes to no one else. */
export const httpSource = (base: URL, options: SourceOptions): FeedSource => ({
  name: `${base.origin}${base.pathname}`,
  async read(path, signal) {
    requireCap(path);
    const timeout = AbortSignal.timeout(options.timeout ?? 60_000);
    try {
      return await get(
        addressOf(base, path),
        path,
        options,
        signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      );
    } catch (cause) {
      signal?.throwIfAborted();
      if (cause instanceof Failure) throw cause;
      throw new Failure('feed-unreachable', { file: path, feed: base.origin }, { cause });
    }
  },
});
