import type { KeyObject } from 'node:crypto';
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sealEnvelope } from '../../src/feed/dsse.ts';
import { newSigningKey, publicHalf, toPem } from '../../src/feed/keys.ts';
import { openBench, put, until, withdraw } from '../support/delivery-node.ts';
import { article } from '../support/records.ts';

interface Trouble {
  readonly name: string;
  readonly code: string;
  /** Does harm to the feed of a node that has read two segments of three. */
  harm(feedDir: string, key: KeyObject): Promise<void>;
}

const checkpoint = (feedDir: string) => join(feedDir, 'checkpoint.json');
const third = (feedDir: string) => join(feedDir, 'segments/000003.json');

const edit = async (file: string, change: (text: string) => string): Promise<void> =>
  writeFile(file, change(await readFile(file, 'utf8')));

const payloadOf = (text: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(JSON.parse(text).payload, 'base64').toString());

const withPayload = (text: string, change: (payload: Record<string, unknown>) => object): string => {
  const envelope = JSON.parse(text);
  const payload = Buffer.from(JSON.stringify(change(payloadOf(text)))).toString('base64');
  return JSON.stringify({ ...envelope, payload });
};

/** Signs again what has been changed, as a gate of a later version would. */
const resigned = (text: string, change: (payload: Record<string, unknown>) => object, key: KeyObject): string => {
  const { payloadType } = JSON.parse(text);
  return sealEnvelope(payloadType, Buffer.from(JSON.stringify(change(payloadOf(text)))), key).toString();
};

const troubles: Trouble[] = [
  {
    name: 'a checkpoint of a later version, well signed',
    code: 'feed-version-unknown',
    harm: (dir, key) =>
      edit(checkpoint(dir), (text) => resigned(text, (payload) => ({ ...payload, version: 2, more: true }), key)),
  },
  {
    name: 'a segment of a later version, well signed',
    code: 'feed-version-unknown',
    harm: (dir, key) => edit(third(dir), (text) => resigned(text, (payload) => ({ ...payload, version: 2 }), key)),
  },
  {
    name: 'a segment that hangs on another history, well signed',
    code: 'feed-chain-broken',
    harm: (dir, key) =>
      edit(third(dir), (text) => resigned(text, (payload) => ({ ...payload, previous: 'a'.repeat(64) }), key)),
  },
  {
    name: 'a segment with a changed word',
    code: 'feed-signature-bad',
    harm: (dir) =>
      edit(third(dir), (text) =>
        withPayload(text, (payload) => ({ ...payload, issuedAt: '2020-01-01T00:00:00.000Z' })),
      ),
  },
  {
    name: 'a segment in the place of another',
    code: 'feed-order-broken',
    harm: (dir) => cp(join(dir, 'segments/000001.json'), third(dir)),
  },
  { name: 'a missing segment', code: 'feed-truncated', harm: (dir) => rm(third(dir)) },
  { name: 'a segment of garbage', code: 'feed-malformed', harm: (dir) => writeFile(third(dir), 'garbage') },
  { name: 'no checkpoint', code: 'feed-missing', harm: (dir) => rm(checkpoint(dir)) },
  {
    name: 'a checkpoint of another version',
    code: 'feed-signature-bad',
    harm: (dir) => edit(checkpoint(dir), (text) => withPayload(text, (payload) => ({ ...payload, version: 2 }))),
  },
];

it.each(troubles)(
  '$name is refused as $code; what is here is still served; the mended feed is followed',
  async (trouble) => {
    await using bench = await openBench();
    await bench.append([put(article('mot'))]);
    const second = await bench.append([put(article('hai'))]);
    const copy = join(bench.folder, 'copy');
    await cp(bench.feedDir, copy, { recursive: true });
    const node = await bench.start('node', { feedUrl: copy });
    await node.reach(second);

    const last = await bench.append([put(article('ba'))]);
    await cp(third(bench.feedDir), third(copy));
    const stage = join(bench.folder, 'stage');
    await cp(bench.feedDir, stage, { recursive: true });
    await trouble.harm(stage, bench.key);
    await cp(join(stage, 'segments'), join(copy, 'segments'), { recursive: true });
    if (trouble.code === 'feed-truncated') await rm(third(copy));
    await cp(checkpoint(stage), checkpoint(copy)).catch(() => rm(checkpoint(copy)));

    const status = async () => (await node.get('/status')).json();
    // Copying takes a moment, in which a file is half there and refused as that.
    const refused = await until(status, (now) => now.feed.code === trouble.code);
    expect(refused).toMatchObject({ ready: true, sequence: second, fresh: false, feed: { code: trouble.code } });
    expect(Date.parse(refused.feed.since)).toBeGreaterThan(0);
    expect((await node.get('/v1/vi/articles/hai')).status).toBe(200);
    expect((await node.get('/v1/vi/articles/ba')).status).toBe(404);
    expect((await node.get('/health')).status).toBe(200);

    await cp(bench.feedDir, copy, { recursive: true });
    await node.reach(last);
    expect(await until(status, (now) => now.feed.ok)).toMatchObject({ fresh: true, feed: { code: null, since: null } });
  },
);

it('R61: an older state of the feed is refused as replayed: what was withdrawn stays withdrawn', async () => {
  await using bench = await openBench();
  const secret = article('bi-mat');
  await bench.append([put(secret)]);
  const old = join(bench.folder, 'old');
  await cp(bench.feedDir, old, { recursive: true });
  const last = await bench.append([withdraw(secret)]);
  const copy = join(bench.folder, 'copy');
  await cp(bench.feedDir, copy, { recursive: true });
  const node = await bench.start('node', { feedUrl: copy });
  await node.reach(last);
  await cp(old, copy, { recursive: true });
  await until(
    async () => (await node.get('/status')).json(),
    (now) => now.feed.code === 'feed-replayed',
  );
  expect((await node.get('/v1/vi/articles/bi-mat')).status).toBe(410);
  await node.close();
  const again = await bench.start('node', { feedUrl: copy });
  await until(
    async () => (await again.get('/status')).json(),
    (now) => now.feed.code === 'feed-replayed',
  );
  expect((await again.get('/v1/vi/articles/bi-mat')).status).toBe(410);
});

it('a feed signed by somebody else is never served', async () => {
  await using bench = await openBench();
  await bench.append([put(article('gia-mao'))]);
  const node = await bench.start('node', { trust: [publicHalf(newSigningKey())] });
  await until(
    async () => (await node.get('/status')).json(),
    (now) => now.feed.code === 'feed-signature-bad',
  );
  const refused = await node.get('/v1/vi/articles/gia-mao');
  expect([refused.status, (await refused.json()).code]).toEqual([503, 'not-ready']);
  expect(refused.headers.get('retry-after')).toBe('5');
});

it('a key that is revoked counts no more in a node that runs, and one that is named again does', async () => {
  await using bench = await openBench();
  const first = await bench.append([put(article('truoc'))]);
  const trustFile = join(bench.folder, 'trust.pem');
  const [own, officer] = [toPem(publicHalf(bench.key)), toPem(publicHalf(newSigningKey()))];
  const trusting = async (pem: string) => {
    await writeFile(`${trustFile}.new`, pem);
    await rename(`${trustFile}.new`, trustFile);
  };
  await trusting(own + officer);
  const node = await bench.start('node', { trustFile });
  await node.reach(first);
  const says = async (code: string | null) =>
    until(
      async () => (await node.get('/status')).json(),
      (now) => now.feed.code === code,
    );
  const isSound = async (sound: 0 | 1) =>
    until(
      async () => (await node.get('/metrics')).text(),
      (now) => now.includes(`benthanh_delivery_trust_ok ${sound}\n`),
    );
  // `key revoke`; nothing of the feed itself has changed
  await trusting(officer);
  await says('feed-signature-bad');
  const stolen = await bench.append([put(article('ke-trom'))]);
  // A broken file neither takes anything away nor lets anybody in again; when the next is read, a whole look has passed
  await trusting('no key');
  await isSound(0);
  await trusting(officer);
  await isSound(1);
  expect((await node.get('/v1/vi/articles/ke-trom')).status).toBe(404);
  expect((await node.get('/v1/vi/articles/truoc')).status).toBe(200);
  await trusting(own);
  await node.reach(stolen);
  expect((await says(null)).sequence).toBe(stolen);
  await trusting('no key');
  await isSound(0);
  await node.reach(await bench.append([put(article('sau'))]));
});

it('a node that has never seen its feed is alive but not ready', async () => {
  await using bench = await openBench();
  const node = await bench.start('node', { feedUrl: join(bench.folder, 'nowhere') });
  expect((await node.get('/health')).status).toBe(200);
  expect((await node.get('/v1/vi/articles')).status).toBe(503);
  expect(await (await node.get('/status')).json()).toMatchObject({ ready: false, lagSeconds: null, fresh: false });
});
