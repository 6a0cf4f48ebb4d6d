import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { PublicRecord } from '../../src/record/records.ts';
import { type DeliveryBench, type Node, openBench, put, until, withdraw } from '../support/delivery-node.ts';
import { article, image } from '../support/records.ts';

const statusOf = async (node: Node, path: string) => (await node.get(path)).status;

/** More documents than one part of a snapshot holds, of which one is withdrawn. */
const fill = async (bench: DeliveryBench): Promise<PublicRecord[]> => {
  const records = Array.from({ length: 300 }, (_, index) => article(`bai-${index}`));
  await bench.append(records.map(put));
  return records;
};

const snapshotAndPrune = async (bench: DeliveryBench): Promise<void> => {
  await bench.writer.writeSnapshot(new Date());
  await bench.writer.prune(new Date());
};

it('a new node starts from it where the segments are gone, and knows what was withdrawn', async () => {
  await using bench = await openBench();
  const [first, second] = await fill(bench);
  const sha = await bench.writer.putBlob(Buffer.from('a picture'));
  const picture = image('anh', [sha]);
  await bench.append([put(picture)]);
  if (!first || !second) throw new Error('no records');
  await bench.append([withdraw(first), withdraw(picture)]);
  await snapshotAndPrune(bench);
  const node = await bench.start('node');
  await node.reach(await bench.append([put(article('sau-ban-chup'))]));
  expect(await statusOf(node, '/v1/vi/articles/sau-ban-chup')).toBe(200);
  expect(await statusOf(node, `/v1/vi/articles/${second.id}`)).toBe(200);
  for (const path of [`/v1/vi/articles/${first.id}`, `/v1/fr/articles/${first.id}`, `/v1/vi/images/${picture.id}`])
    expect(await statusOf(node, path), path).toBe(410);
  // Which addresses it had, nobody says any more.
  expect(await statusOf(node, '/v1/vi/articles/bai-0')).toBe(404);
  expect(await statusOf(node, `/v1/vi/events/${first.id}`)).toBe(404);
});

/** A node that has fallen behind what was pruned, on a copy of the feed as `bring` leaves it. */
const fallenBehind = async (bench: DeliveryBench) => {
  const [first] = await fill(bench);
  if (!first) throw new Error('no records');
  const copy = join(bench.folder, 'copy');
  await cp(bench.feedDir, copy, { recursive: true });
  const node = await bench.start('node', { feedUrl: copy });
  await node.reach(bench.writer.position.seq);
  await bench.append([withdraw(first), put(article('moi'))]);
  await snapshotAndPrune(bench);
  const bring = async () => {
    await cp(join(bench.feedDir, 'snapshots'), join(copy, 'snapshots'), { recursive: true });
    await rm(join(copy, 'segments'), { recursive: true });
    await cp(join(bench.feedDir, 'segments'), join(copy, 'segments'), { recursive: true });
  };
  const point = () => cp(join(bench.feedDir, 'checkpoint.json'), join(copy, 'checkpoint.json'));
  return { node, first, copy, bring, point };
};

it('a node that has fallen behind takes it without a moment of silence, and keeps the addresses of what is gone', async () => {
  await using bench = await openBench();
  const { node, first, bring, point } = await fallenBehind(bench);
  const seen = new Set<number>();
  await bring();
  await point();
  await until(
    async () => {
      seen.add(await statusOf(node, '/v1/vi/articles/bai-7'));
      return statusOf(node, '/v1/vi/articles/moi');
    },
    (status) => status === 200,
  );
  expect([...seen]).toEqual([200]);
  expect(await statusOf(node, `/v1/vi/articles/${first.id}`)).toBe(410);
  expect(await statusOf(node, '/v1/vi/articles/bai-0')).toBe(410);
});

it('a broken one changes nothing: the node serves what it had, and takes the mended one', async () => {
  await using bench = await openBench();
  const { node, copy, bring, point } = await fallenBehind(bench);
  await bring();
  const [id = ''] = await readdir(join(copy, 'snapshots'));
  await writeFile(join(copy, 'snapshots', id, '0002.json'), 'garbage');
  await point();
  const status = async () => (await node.get('/status')).json();
  const refused = await until(status, (now) => !now.feed.ok);
  expect(refused).toMatchObject({ ready: true, sequence: 300, feed: { code: 'feed-malformed' } });
  expect(await statusOf(node, '/v1/vi/articles/bai-0')).toBe(200);
  expect(await statusOf(node, '/v1/vi/articles/moi')).toBe(404);
  await bring();
  await node.reach(302);
  expect(await statusOf(node, '/v1/vi/articles/bai-0')).toBe(410);
  expect(await statusOf(node, '/v1/vi/articles/moi')).toBe(200);
});

it('a broken one leaves a new node with nothing, until it is mended', async () => {
  await using bench = await openBench();
  await fill(bench);
  await snapshotAndPrune(bench);
  const copy = join(bench.folder, 'copy');
  await cp(bench.feedDir, copy, { recursive: true });
  const [id = ''] = await readdir(join(copy, 'snapshots'));
  await rm(join(copy, 'snapshots', id, '0002.json'));
  const node = await bench.start('node', { feedUrl: copy });
  await until(
    async () => (await node.get('/status')).json(),
    (now) => now.feed.code === 'feed-truncated',
  );
  expect(await statusOf(node, '/v1/vi/articles/bai-0')).toBe(503);
  await cp(bench.feedDir, copy, { recursive: true });
  await node.reach(300);
  expect(await statusOf(node, '/v1/vi/articles/bai-0')).toBe(200);
});
