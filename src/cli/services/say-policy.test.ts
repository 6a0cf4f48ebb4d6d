import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataPolicy, pagePolicy } from '#editorial/pages/content-policy.ts';
import { sayPolicy } from './say-policy.ts';

const own = "default-src 'none'; img-src 'self'";
const heard: string[] = [];

const server = createServer((request, response) => {
  sayPolicy(request, response);
  heard.push(String(request.headers['content-security-policy']));
  if (request.url === '/page') response.setHeader('Content-Type', 'text/html; charset=utf-8').end('<p>');
  else if (request.url === '/own') response.writeHead(200, { 'Content-Security-Policy': own }).end('<p>');
  else if (request.url === '/set')
    response.setHeader('Content-Type', 'text/html').setHeader('Content-Security-Policy', own).end('<p>');
  else response.writeHead(302, { Location: '/page' }).end();
});
beforeAll(async () => void (await once(server.listen(0, '127.0.0.1'), 'listening')));
afterAll(() => void server.close());

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', headers });
  return answer.headers.get('content-security-policy');
};
const nonceIn = (policy: string | null | undefined) => /'nonce-([\w-]{24})'/.exec(policy ?? '')?.[1] ?? '';

it('R17: each page bears a number of its own, which whoever renders it was told, and nobody else chose', async () => {
  const pages = [await ask('/page', { 'content-security-policy': "script-src 'nonce-mine'" }), await ask('/page')];
  const nonces = pages.map(nonceIn);
  expect(new Set(nonces).size).toBe(2);
  expect(pages).toEqual(nonces.map(pagePolicy));
  expect(heard.slice(-2)).toEqual(pages);
});

it('R17: what is no page runs nothing, and what says more strictly what it may do is left alone', async () => {
  expect(await ask('/elsewhere')).toBe(dataPolicy);
  expect([await ask('/own'), await ask('/set')]).toEqual([own, own]);
});
