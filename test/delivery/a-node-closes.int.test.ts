import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeliveryBench, openBench } from '../support/delivery-node.ts';
import { unread, untilClosed } from '../support/unfinished.ts';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench?.[Symbol.asyncDispose]());

test('a node that closes takes nobody new, and cuts off nobody who still reads', async () => {
  const node = await bench.start('node');
  const download = await unread(`${node.url}/docs/reference.js`);
  const closed = node.close();
  await untilClosed(node.url);
  const answer = await download.finish();
  const [, length] = /^content-length: (\d+)/im.exec(answer) ?? [];
  expect(Number(length)).toBeGreaterThan(1_000_000);
  expect(answer.length - answer.indexOf('\r\n\r\n') - 4).toBe(Number(length));
  await closed;
});
