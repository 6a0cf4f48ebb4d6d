import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeliveryBench, type Node, openBench, put } from '../support/delivery-node.ts';
import { article } from '../support/records.ts';

let bench: DeliveryBench;
let node: Node;
beforeAll(async () => {
  bench = await openBench();
  node = await bench.start('node');
  await node.reach(await bench.append([put(article('mot'))]));
});
afterAll(() => bench[Symbol.asyncDispose]());

const refused = async (path: string, init?: RequestInit) => {
  const response = await node.get(path, init);
  expect(response.headers.get('content-type'), path).toBe('application/problem+json');
  const problem = await response.json();
  expect(problem.status, path).toBe(response.status);
  return problem;
};

describe('R39 R40: a query', () => {
  it.each([
    ['/v1/vi/articles?colour=red', 'parameter-unknown'],
    ['/v1/vi/articles?topic[$ne]=x', 'parameter-unknown'],
    ['/v1/vi/articles?topic.id=x', 'parameter-unknown'],
    ['/v1/vi/articles?__proto__=x', 'parameter-unknown'],
    ['/v1/vi/articles?constructor=x', 'parameter-unknown'],
    ['/v1/vi/articles?where[agency.users.email][like]=a', 'parameter-unknown'],
    ['/v1/vi/articles?=x', 'parameter-unknown'],
    ['/v1/vi/articles?limit=5&limit=6', 'parameter-repeated'],
    ['/v1/vi/articles?limit=0', 'parameter-invalid'],
    ['/v1/vi/articles?limit=101', 'parameter-invalid'],
    ['/v1/vi/articles?limit=1e1', 'parameter-invalid'],
    ['/v1/vi/articles?limit=', 'parameter-invalid'],
    ['/v1/vi/articles?sort=starts', 'parameter-invalid'],
    ['/v1/vi/articles?sort=-title', 'parameter-invalid'],
    ['/v1/vi/articles?fallback=maybe', 'parameter-invalid'],
    ['/v1/vi/articles?topic=', 'parameter-invalid'],
    ['/v1/vi/articles?topic=ch%E1%BB%A3', 'parameter-invalid'],
    ['/v1/vi/articles?publishedFrom=2026-02-30', 'parameter-invalid'],
    ['/v1/vi/articles?updatedSince=yesterday', 'parameter-invalid'],
    ['/v1/vi/events?kind=war', 'parameter-invalid'],
    ['/v1/vi/images?takenFrom=2018-13', 'parameter-invalid'],
    ['/v1/vi/articles?cursor=abc', 'cursor-invalid'],
    ['/v1/vi/articles/mot?limit=5', 'parameter-unknown'],
    ['/v1/vi/articles?limit=%ff', 'path-malformed'],
    ['/v1/vi/articles?topic=%ED%A0%80', 'path-malformed'],
    ['/v1/vi/articles?%', 'path-malformed'],
    ['/health?x=1', 'parameter-unknown'],
    ['/status?x=1', 'parameter-unknown'],
  ])('%s is refused as %s', async (path, code) => {
    const problem = await refused(path);
    expect([problem.status, problem.code]).toEqual([400, code]);
  });

  it('is told every parameter at fault, in the language of the path', async () => {
    const problem = await refused('/v1/fr/articles?x=1&limit=0&y=2');
    expect(problem.errors.map((error: { parameter: string }) => error.parameter)).toEqual(['x', 'y', 'limit']);
    expect(problem.title).toBe('Paramètre inconnu');
    expect(problem.detail).toContain('x, y');
  });

  it('does not get its own words back as markup', async () => {
    const problem = await refused(`/v1/vi/articles?${encodeURIComponent('<script>alert(1)</script>')}=1`);
    expect(JSON.stringify(problem)).not.toContain('<script>');
  });
});

describe('a path', () => {
  it.each([
    ['/nowhere', 404, 'not-found'],
    ['/v1', 404, 'not-found'],
    ['/v1/vi', 404, 'not-found'],
    ['/v1/vi/articles/', 404, 'not-found'],
    ['/V1/vi/articles', 404, 'not-found'],
    ['/v1/vi/markings', 404, 'not-found'],
    ['/api/articles', 404, 'not-found'],
    ['/graphql', 404, 'not-found'],
    ['/v1/de/articles', 404, 'locale-unknown'],
    ['/v1/VI/articles', 404, 'locale-unknown'],
    ['/v1/vi/articles/none', 404, 'not-found'],
    ['/v1/vi/articles/AAAAAAAAAAAAAAAAAAAAAA', 404, 'not-found'],
    ['/v1/vi/articles/%2e%2e%2f%2e%2e%2fetc%2fpasswd', 404, 'not-found'],
    ['/v1/vi/articles/mot%00', 404, 'not-found'],
    ['/v1/vi/articles/%ff', 400, 'path-malformed'],
    ['/v1/vi/articles/%ED%A0%80', 400, 'path-malformed'],
    ['/v1/vi/articles/%', 400, 'path-malformed'],
    ['/images/x/y', 404, 'not-found'],
    ['/iiif', 404, 'not-found'],
    ['/iiif/2/x/info.json', 404, 'not-found'],
    ['/iiif/3/x/info.json', 404, 'not-found'],
    ['/iiif/3/x/full/max/0/default', 404, 'not-found'],
    ['/iiif/3/x/full/max/0/default.jpg/', 404, 'not-found'],
    ['/iiif/3/..%2f..%2fetc%2fpasswd/full/max/0/default.jpg', 404, 'not-found'],
    ['/iiif/3/x/%ff/max/0/default.jpg', 400, 'path-malformed'],
    ['/docs/..%2fstatus', 404, 'not-found'],
  ])('%s answers %i', async (path, status, code) => {
    const problem = await refused(path);
    expect([problem.status, problem.code]).toEqual([status, code]);
  });

  it('as long as Node takes it is still only not found', async () => {
    expect((await refused(`/v1/vi/articles/${'x'.repeat(10_000)}`)).status).toBe(404);
    expect((await refused(`/v1/vi/articles?topic=${'x'.repeat(10_000)}`)).code).toBe('parameter-invalid');
  });

  it('of zh leads to zh-Hans with everything behind it', async () => {
    const moved = await node.get('/v1/zh/articles?limit=2');
    expect([moved.status, moved.headers.get('location')]).toEqual([308, '/v1/zh-Hans/articles?limit=2']);
    const deep = await node.get('/v1/zh/articles/mot');
    expect(deep.headers.get('location')).toBe('/v1/zh-Hans/articles/mot');
  });

  it('with a prefix of the world outside is kept in redirects', async () => {
    const behind = await bench.start('prefixed', { publicUrl: 'https://city.test/content' });
    expect((await behind.get('/v1/zh/articles')).headers.get('location')).toBe('/content/v1/zh-Hans/articles');
  });
});

describe('words', () => {
  it.each([
    ['/v1/vi/articles/none', 'de', 'vi', 'Không tìm thấy'],
    ['/v1/en/articles/none', 'vi', 'en', 'Not found'],
    ['/v1/fr/articles/none', 'vi', 'fr', 'Introuvable'],
    ['/v1/zh-Hans/articles/none', 'vi', 'zh-Hans', '未找到'],
    ['/nowhere', 'fr;q=0.5, en', 'en', 'Not found'],
    ['/v1/de/articles', 'zh-CN', 'zh-Hans', '未知语言'],
  ])('of %s for somebody who likes %s are in %s', async (path, likes, language, title) => {
    const response = await node.get(path, { headers: { 'accept-language': likes } });
    expect(response.headers.get('content-language')).toBe(language);
    expect((await response.json()).title).toBe(title);
  });
});

it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])('%s is not allowed anywhere', async (method) => {
  for (const path of ['/v1/vi/articles', '/v1/vi/articles/mot', '/status', '/docs']) {
    const response = await node.get(path, { method, ...(method === 'PROPFIND' ? {} : { body: '{"a":1}' }) });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect((await response.json()).code).toBe('method-not-allowed');
  }
});

/** Bytes as they are, for what no client would send. */
const speak = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(node.url);
    const socket = connect(Number(port), hostname, () => socket.write(Buffer.from(text, 'latin1')));
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString('utf8');
    });
    socket.on('end', () => resolve(heard));
    socket.on('error', reject);
  });

it.each([
  ['a request line of garbage', 'GARBAGE\r\n\r\n', 400],
  ['an unknown method', 'BREW /v1/vi/articles HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['a huge address', `GET /${'x'.repeat(70_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`, 431],
  ['huge headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`, 431],
  ['raw bytes in the path', 'GET /v1/vi/articles/\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
  ['raw bytes in the query', 'GET /v1/vi/articles?\xff=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
  [
    'an address with a host',
    'GET http://evil.test/v1/zh/articles HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    308,
  ],
  ['a doubled slash', 'GET //evil.test/v1/zh/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 404],
  ['TRACE', 'TRACE /v1/vi/articles HTTP/1.1\r\nHost: x\r\nCookie: a=b\r\nConnection: close\r\n\r\n', 405],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
])('%s is answered in the same form', async (_name, text, status) => {
  const heard = await speak(text);
  expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  if (status >= 400) expect(heard.toLowerCase()).toContain('content-type: application/problem+json');
  expect(heard).not.toContain('ocation: http');
  expect(heard).not.toContain('ocation: //');
});
