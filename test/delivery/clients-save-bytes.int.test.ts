import { request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeliveryBench, type Node, openBench, put } from '../support/delivery-node.ts';
import { article, image } from '../support/records.ts';

let bench: DeliveryBench;
let node: Node;
beforeAll(async () => {
  bench = await openBench();
  node = await bench.start('node');
  const records = ['mot', 'hai', 'ba'].map((slug) => article(slug, { locales: ['vi', 'en'] }));
  await node.reach(await bench.append(records.map(put)));
});
afterAll(() => bench[Symbol.asyncDispose]());

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Without `fetch`, which adds headers and decompresses. */
const raw = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const sent = request(node.url + path, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });

const one = '/v1/en/articles/mot-en';
const several = '/v1/en/articles?limit=2';

describe.each([one, several, '/openapi.json'])('%s', (path) => {
  it('has a strong tag for each encoding, and the encodings say the same', async () => {
    const [plain, packed] = [await raw(path), await raw(path, { 'accept-encoding': 'gzip, br' })];
    expect(packed.headers['content-encoding']).toBe('br');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true);
    for (const { headers, body } of [plain, packed]) {
      expect(headers.etag).toMatch(/^"[\w-]{22}"$/);
      expect(headers.vary).toBe('Accept-Encoding');
      expect(Number(headers['content-length'])).toBe(body.length);
    }
    expect(plain.headers.etag).not.toBe(packed.headers.etag);
  });

  it('answers 304 to its tag, alone, in a list, weak or as *', async () => {
    const etag = String((await raw(path)).headers.etag);
    for (const tags of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const { status, headers, body } = await raw(path, { 'if-none-match': tags });
      expect(status, tags).toBe(304);
      expect(headers.etag).toBe(etag);
      expect(headers['content-length']).toBeUndefined();
      expect(body).toHaveLength(0);
    }
    expect((await raw(path, { 'if-none-match': '"x"' })).status).toBe(200);
    expect((await raw(path, { 'if-none-match': etag, 'accept-encoding': 'br' })).status).toBe(200);
  });

  it('gives HEAD the headers of GET and no body', async () => {
    const [whole, head] = [await raw(path), await raw(path, {}, 'HEAD')];
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    for (const name of ['etag', 'content-length', 'content-type', 'cache-control'])
      expect(head.headers[name], name).toBe(whole.headers[name]);
  });
});

it.each([one, several, '/nowhere', '/status', '/docs'])('%s opened by itself runs nothing of others', async (path) => {
  const { headers } = await raw(path);
  const policy = String(headers['content-security-policy']);
  expect(policy).toMatch(/^default-src 'none'; .*base-uri 'none'; .*frame-ancestors 'none'$/);
  expect(policy.includes('script-src')).toBe(path === '/docs');
  expect(headers['referrer-policy']).toBe('no-referrer');
});

describe.each([one, several])('%s', (path) => {
  it('says what caches, pages of other sites and programs need to know', async () => {
    const { headers } = await raw(path, { cookie: 'a=b' });
    expect(headers).toMatchObject({
      'content-language': 'en',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'x-content-sequence': '3',
    });
    expect(headers['cache-control']).toMatch(/^public, max-age=\d+, stale-while-revalidate=\d+$/);
    expect(headers['access-control-expose-headers']).toContain('X-Content-Sequence');
    for (const name of ['set-cookie', 'x-powered-by', 'server']) expect(headers[name]).toBeUndefined();
  });

  it('answers 304 to its date', async () => {
    const date = String((await raw(path)).headers['last-modified']);
    expect((await raw(path, { 'if-modified-since': date })).status).toBe(304);
    expect((await raw(path, { 'if-modified-since': 'Thu, 01 Jan 2015 00:00:00 GMT' })).status).toBe(200);
    expect((await raw(path, { 'if-modified-since': date, 'if-none-match': '"x"' })).status).toBe(200);
  });
});

it('names the other languages in Link', async () => {
  const { headers } = await raw(one);
  expect(headers.link).toContain('<https://api.city.test/v1/vi/articles/mot>; rel="alternate"; hreflang="vi"');
  expect(headers.link).toContain('<https://api.city.test/v1/en/articles/mot-en>; rel="canonical"');
});

it('changes its tag only when what it shows changes', async () => {
  const tagOf = async (path: string) => String((await raw(path)).headers.etag);
  const [document, list] = [await tagOf(one), await tagOf('/v1/en/events')];
  await node.reach(await bench.append([put(article('bon'))]));
  expect([await tagOf(one), await tagOf('/v1/en/events')]).toEqual([document, list]);
});

it('gives parts of a picture, the same from memory and from the disk', async () => {
  const bytes = Buffer.from('0123456789');
  await node.reach(await bench.append([put(image('anh', [await bench.writer.putBlob(bytes)]))]));
  const { data } = JSON.parse((await raw('/v1/vi/images/anh')).body.toString());
  const path = new URL(data.sources[0].href).pathname;
  for (const _ of ['disk', 'memory']) {
    const part = await raw(path, { range: 'bytes=2-5' });
    expect([part.status, part.body.toString()]).toEqual([206, '2345']);
    expect(part.headers).toMatchObject({ 'content-range': 'bytes 2-5/10', 'content-length': '4' });
  }
  const whole = await raw(path);
  expect([whole.status, whole.headers['accept-ranges'], whole.body.length]).toEqual([200, 'bytes', 10]);
  const etag = String(whole.headers.etag);
  expect((await raw(path, { range: 'bytes=-3', 'if-range': etag })).body.toString()).toBe('789');
  expect((await raw(path, { range: 'bytes=-3', 'if-range': '"x"' })).status).toBe(200);
  expect((await raw(path, { range: 'bytes=-3', 'if-none-match': etag })).status).toBe(304);
  const beyond = await raw(path, { range: 'bytes=10-' });
  expect([beyond.status, beyond.headers['content-range'], beyond.body.length]).toEqual([416, 'bytes */10', 0]);
  expect((await raw(one, { range: 'bytes=0-3' })).status).toBe(200);
});

it('answers a preflight', async () => {
  const { status, headers } = await raw(
    one,
    { origin: 'https://so.test', 'access-control-request-method': 'GET' },
    'OPTIONS',
  );
  expect(status).toBe(204);
  expect(headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  });
  expect(headers['access-control-allow-headers']).toContain('If-None-Match');
});
