import { expect, test } from 'vitest';
import { provingFetch } from './proof-asked.ts';

const wanting = () => Response.json({ code: 'step-up-required' }, { status: 403 });

/** A server that wants a proof before it takes anything, and remembers what it was sent. */
const server = () => {
  const got: string[] = [];
  let isProven = false;
  const ask = async (_: unknown, init?: RequestInit): Promise<Response> => {
    got.push(String(init?.body));
    return isProven ? Response.json({ done: true }) : wanting();
  };
  const prove = async () => {
    isProven = true;
    return true;
  };
  return { ask: ask as typeof fetch, prove, got };
};

test('what was asked is asked again after the proof, with all that was sent', async () => {
  const { ask, prove, got } = server();
  const init = { method: 'PATCH', body: '{"roles":["editor"]}', headers: { 'Content-Type': 'application/json' } };
  const response = await provingFetch(ask, prove)('http://studio.test/api/users/1', init);
  expect(await response.json()).toEqual({ done: true });
  expect(got).toEqual(['{"roles":["editor"]}', '{"roles":["editor"]}']);
});

test('whoever does not prove themselves gets the refusal, once', async () => {
  const { ask, got } = server();
  const response = await provingFetch(ask, async () => false)('http://studio.test/api/x', {
    method: 'POST',
    body: '1',
  });
  expect([response.status, await response.json(), got]).toEqual([403, { code: 'step-up-required' }, ['1']]);
});

test('every other answer is handed on as it is', async () => {
  const answers = [
    Response.json({ code: 'forbidden' }, { status: 403 }),
    new Response('ok'),
    new Response(null, { status: 304 }),
  ];
  for (const answer of answers) {
    const prove = () => Promise.reject(new Error('asked for a proof'));
    expect(await provingFetch(async () => answer, prove)('http://studio.test/')).toBe(answer);
  }
});
