import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSigningKey } from '#feed/keys.ts';
import { putReceipt } from '#feed/medium/receipt.ts';
import { openFeedWriter } from '#feed/writer.ts';
import { type Installation, newInstallation } from '../support/installation.ts';
import { article, put } from './support/records.ts';

let folder: string;
let inner: Installation;
let outer: Installation;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benthanh-station-'));
  [inner, outer] = [await newInstallation(), await newInstallation({ FEED_SILENCE: '60' })];
  await inner.commandReady('key', 'create');
  await mkdir(join(outer.dataDir, 'keys'));
  await copyFile(join(inner.dataDir, 'keys/trust.pem'), join(outer.dataDir, 'keys/trust.pem'));
});
afterAll(async () => {
  await inner?.[Symbol.asyncDispose]();
  await outer?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const feed = async (at: Installation, ...words: string[]) => {
  const { status, stdout } = await at.commandReady('feed', ...words, '--json');
  return { status, ...JSON.parse(stdout) };
};

const release = async (title: string, at: Date) => {
  const key = await loadSigningKey(join(inner.dataDir, 'keys/gate.pem'));
  await using writer = await openFeedWriter({ dir: join(inner.dataDir, 'feed'), key });
  await writer.append([put(article(1, title))], at);
};

test('releases go out on a medium, a receipt comes back, and the next medium begins where it ends', async () => {
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  await release('Một', new Date());
  expect(await feed(inner, 'export')).toMatchObject({ status: 2, error: { code: 'usage' } });
  expect(await feed(inner, 'export', '--to', one, '--since', 'all')).toMatchObject({ status: 2 });
  const first = await feed(inner, 'export', '--to', one);
  expect(first).toMatchObject({ status: 0, from: { seq: 0 }, to: { seq: 1 }, counts: { entries: 1 } });

  expect(await feed(outer, 'import', join(folder, 'none'))).toMatchObject({
    status: 1,
    error: { code: 'medium-missing' },
  });
  expect(await feed(outer, 'import', one)).toMatchObject({ status: 0, before: 0, sequence: 1, isNew: true });
  expect(await feed(outer, 'verify')).toMatchObject({ status: 0, entries: 1, fault: null });
  expect(await feed(outer, 'fresh')).toMatchObject({ status: 0, alarm: null });

  expect(await feed(inner, 'receipt', one)).toMatchObject({ status: 1, error: { code: 'key-missing' } });
  await copyFile(join(outer.dataDir, 'medium/station.pub.pem'), join(inner.dataDir, 'medium/stations.pem'));
  expect(await feed(inner, 'receipt', one)).toMatchObject({ status: 0, to: { seq: 1 }, waiting: [] });

  await release('Một, sửa lại', new Date(Date.now() - 2 * 3_600_000));
  expect(await feed(inner, 'export', '--to', two)).toMatchObject({ from: { seq: 1 }, counts: { segments: 1 } });
  const lines = (await readFile(join(inner.dataDir, 'medium/journal.ndjson'), 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).act)).toEqual(['exported', 'arrived', 'exported']);
  const known = JSON.parse(lines[0] ?? '');
  expect([known.medium, known.files]).toEqual([first.medium, first.counts.files]);

  expect(await feed(outer, 'import', two)).toMatchObject({ status: 0, before: 1, sequence: 2 });
  const kept = (await readFile(join(outer.dataDir, 'medium/journal.ndjson'), 'utf8')).trim().split('\n');
  expect(kept.map((line) => JSON.parse(line).act)).toEqual(['refused', 'imported', 'imported']);
}, 120_000);

test('a gate that has signed nothing for longer than the deployment allows raises an alarm', async () => {
  const { status, stdout, stderr } = await outer.commandReady('feed', 'fresh');
  expect([status, stdout, stderr]).toEqual([1, expect.stringContaining('Newest statement'), expect.any(String)]);
  expect(stderr).toMatch(/^feed-silent: .*12\d minutes ago/);
  expect((await outer.commandReady('doctor')).stdout).toMatch(/! .*feed-silent/);
});

test('a receipt that somebody else signed, or of a medium of somebody else, says nothing', async () => {
  const two = join(folder, 'two');
  const forged = join(folder, 'forged.json');
  const words = await readFile(join(two, 'receipt.json'), 'utf8');
  await writeFile(
    forged,
    words.replace(/"sig":"(.)/, (_, first) => `"sig":"${first === 'A' ? 'B' : 'A'}`),
  );
  expect(await feed(inner, 'receipt', forged)).toMatchObject({ status: 1, error: { code: 'feed-signature-bad' } });
  const other = await newInstallation();
  await other.commandReady('key', 'create');
  await mkdir(join(other.dataDir, 'medium'));
  await copyFile(join(inner.dataDir, 'medium/stations.pem'), join(other.dataDir, 'medium/stations.pem'));
  expect(await feed(other, 'receipt', two)).toMatchObject({ status: 1, error: { code: 'receipt-foreign' } });
  expect(await feed(other, 'receipt', folder)).toMatchObject({ status: 1, error: { code: 'receipt-missing' } });
  await other[Symbol.asyncDispose]();
});

test.runIf(existsSync('/sys/kernel'))(
  'where nothing can be written onto the medium, that is said and is no failure',
  async () => {
    expect(await putReceipt('/sys/kernel', Buffer.from('{}'))).toBe(false);
  },
);
