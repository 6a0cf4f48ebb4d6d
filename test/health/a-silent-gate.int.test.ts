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

  expect(silent.alarm).toBe('feed-silent');
  expect(await (await node.get('/metrics')).text()).toMatch(/feed_silent 1$/m);
  const patient = await bench.start('patient', { silence: 60 * 60_000 });
  await patient.reach(sequence);
  expect(await (await patient.get('/status')).json()).toMatchObject({ alarm: null, fresh: true });

  await node.reach(await bench.append([put(article('lai-noi'))]));
  expect(await until(status, (now) => now.fresh)).toMatchObject({
    ...{ ready: true, alarm: null, feed: { ok: true, code: null } },
  });
  expect(await (await node.get('/metrics')).text()).toMatch(/fresh 1$/m);
});
