import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadWords } from '../../src/delivery/http/words.ts';
import { listen } from '../../src/delivery/server.ts';
import { type DeliveryBench, type Node, openBench, put, until } from '../support/delivery-node.ts';
import { article, image } from '../support/records.ts';
import { callAt, speak, takeApart } from './support/raw-http.ts';

let bench: DeliveryBench;
let node: Node;
let picture = '';
const bytes = Buffer.alloc(30_000_000, 7);
beforeAll(async () => {
  bench = await openBench();
  node = await bench.start('node');
  const sha = await bench.writer.putBlob(bytes);
  await node.reach(await bench.append([put(article('mot')), put(image('anh', [sha]))]));
  const { data } = await (await node.get('/v1/vi/images/anh')).json();
  picture = new URL(data.sources[0].href).pathname;
});
afterAll(() => bench[Symbol.asyncDispose]());

const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
const last = 'Connection: close\r\n';
const statuses = (heard: string) => [...heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));

it('answers requests that come in one piece, one after the other', async () => {
  const heard = await speak(node.url, get('/v1/vi/articles/mot') + get('/v1/vi/none') + get('/health', last));
  expect(statuses(heard)).toEqual([200, 404, 200]);
});

it('passes over a body that comes with a GET, and takes none for the next request', async () => {
  const inner = get('/v1/vi/none');
  const body = `Content-Length: ${inner.length}\r\n`;
  const heard = await speak(node.url, get('/v1/vi/articles/mot', body) + inner + get('/health', last));
  expect(statuses(heard)).toEqual([200, 200]);
});

it('refuses a body of any size without waiting for it', async () => {
  using line = await callAt(node.url);
  line.say(`POST /v1/vi/articles HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000000\r\n${last}\r\n`);
  line.say('x'.repeat(100_000));
  expect(takeApart(await line.rest)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, OPTIONS' } });
});

it.each([
  [
    'lengths and chunks at once',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n',
  ],
  ['a header without a name', 'GET / HTTP/1.1\r\nHost: x\r\n: x\r\n\r\n'],
  ['a header with a zero byte', 'GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n'],
  ['a space in the address', 'GET /v1/vi/articles/a b HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['no host', `GET /health HTTP/1.1\r\n${last}\r\n`],
  ['the beginning of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
])('%s is no request, and is told so', async (_, text) => {
  const { status, headers, body } = takeApart(await speak(node.url, text));
  expect([status, headers['content-type']]).toEqual([400, 'application/problem+json']);
  expect(headers['access-control-allow-origin']).toBe('*');
  expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'request-malformed' });
});

it.each([
  ['fr', 'Envoi trop volumineux'],
  ['zh', '请求过大'],
  ['de', 'Yêu cầu quá lớn'],
])('a flood of headers for /v1/%s is refused in words', async (language, title) => {
  const flood = Array.from({ length: 30_000 }, (_, n) => `X-${n}: 1\r\n`).join('');
  const { status, body } = takeApart(await speak(node.url, get(`/v1/${language}/articles`, flood)));
  expect([status, JSON.parse(body).title]).toEqual([431, title]);
});

it('is no proxy', async () => {
  const heard = takeApart(await speak(node.url, 'CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\n\r\n'));
  expect(heard).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, OPTIONS' } });
});

it.each([
  ['an expectation that nobody knows', get('/health', `Expect: the-unexpected\r\n${last}`), 200],
  ['another protocol', get('/health', 'Connection: upgrade, close\r\nUpgrade: h2c\r\n'), 200],
  ['an old client', 'GET /health HTTP/1.0\r\n\r\n', 200],
  ['options of everything', `OPTIONS * HTTP/1.1\r\nHost: x\r\n${last}\r\n`, 204],
])('%s is answered all the same', async (_, text, status) => {
  expect(takeApart(await speak(node.url, text)).status).toBe(status);
});

it('writes no refusal into the middle of an answer', async () => {
  using line = await callAt(node.url);
  line.say(get(picture));
  await new Promise((resolve) => line.socket.once('data', resolve));
  line.socket.pause();
  line.say('GARBAGE\r\n\r\n');
  await sleep(100);
  line.socket.resume();
  const { status, body } = takeApart(await line.rest);
  expect(status).toBe(200);
  expect(body.slice(0, bytes.length).replaceAll('\x07', '')).toBe('');
});

it('is not troubled by clients that hang up before, while and after they are answered', async () => {
  const counted = async () => (await (await node.get('/metrics')).text()).match(/status="5\d\d"/g);
  await Promise.all(
    Array.from({ length: 60 }, async (_, n) => {
      using line = await callAt(node.url);
      if (n % 3 > 0) line.say(get(n % 2 === 0 ? picture : '/docs/reference.js'));
      if (n % 3 > 1) await new Promise((resolve) => line.socket.once('data', resolve));
    }),
  );
  expect((await node.get('/v1/vi/articles/mot')).status).toBe(200);
  expect(await counted()).toBeNull();
});

describe('a client that is slow', () => {
  const patience = { headers: 100, request: 100, between: 100, silence: 60_000 };
  const answer = Buffer.alloc(50_000_000);
  const open = async (silence = patience.silence) => {
    const waits = { ...patience, silence };
    const server = await listen((_, response) => response.end(answer), '127.0.0.1', 0, loadWords(), waits);
    return { url: `http://127.0.0.1:${server.port}`, [Symbol.asyncDispose]: () => server.close(1000) };
  };

  it('with its headers is told so and let go', async () => {
    await using server = await open();
    using line = await callAt(server.url);
    line.say('GET /v1/en/articles HTTP/1.1\r\nHost: x\r\nX: ');
    const { status, headers, body } = takeApart(await line.rest);
    expect([status, headers['content-type']]).toEqual([408, 'application/problem+json']);
    expect(JSON.parse(body)).toMatchObject({ status: 408, code: 'request-timeout' });
  });

  it('with nothing at all is let go', async () => {
    await using server = await open();
    using line = await callAt(server.url);
    expect(await line.rest).toMatch(/^$|^HTTP\/1\.1 408/);
  });

  it('in reading is let go', async () => {
    await using server = await open(100);
    using line = await callAt(server.url);
    line.socket.pause();
    line.say(get('/'));
    await sleep(300);
    await until(
      async () => line.socket.resume().readableLength,
      () => line.socket.closed,
    );
    expect((await line.rest).length).toBeLessThan(answer.length);
  });
});
