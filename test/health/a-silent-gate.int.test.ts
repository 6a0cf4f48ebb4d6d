import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeliveryBench, openBench, put, until } from '../support/delivery-node.ts';
import { article } from '../support/records.ts';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench?.[Symbol.asyncDispose]());

test('a node whose gate has fallen silent is alive, answers, and says that it is not fresh', async () => {
  const longAgo = new Date(Date.now() - 10 * 60_000);
  const sequence = await bench.append([put(article('lang-le'))], longAgo);
  const node = await bench.start('node');
  await node.reach(sequence);
  const status = async () => (await node.get('/status')).json();

  const silent = await until(status, (now) => now.lagSeconds !== null);
  expect(silent).toMatchObject({ ready: true, fresh: false, feed: { ok: true, signedAt: longAgo.toISOString() } });
  expect((await node.get('/health')).status).toBe(200);
  expect((await node.get('/v1/vi/articles/lang-le')).status).toBe(200);
  expect(await (await node.get('/metrics')).text()).toMatch(/fresh 0$/m);

  await node.reach(await bench.append([put(article('lai-noi'))]));
  expect(await until(status, (now) => now.fresh)).toMatchObject({ ready: true, feed: { ok: true, code: null } });
  expect(await (await node.get('/metrics')).text()).toMatch(/fresh 1$/m);
});
