import { copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLedger } from '#editorial/gate/ledger.ts';
import { followFeed } from '#editorial/gate/recover.ts';
import { keyId, loadSigningKey, loadTrust, newSigningKey, publicHalf, saveKey, toPem } from '#feed/keys.ts';
import { underCheckpoint } from '#feed/medium/carry-files.ts';
import { origin } from '#feed/position.ts';
import { openFeedReader } from '#feed/reader.ts';
import { resignFolder } from '#feed/resign-folder.ts';
import { openSource } from '#feed/source.ts';
import { openFeedWriter } from '#feed/writer.ts';
import { type Installation, newInstallation } from '../support/installation.ts';
import { exported } from './support/carried.ts';
import { at, codeOf, filesOf, key, keyOf, trust, writerOf } from './support/feed-folder.ts';
import { article, put } from './support/records.ts';

let folder: string;
let inner: Installation;
let outer: Installation;
const officer = keyOf(21);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benthanh-replaced-'));
  [inner, outer] = [await newInstallation(), await newInstallation({ FEED_SIGNATURES: '2' })];
  await inner.commandReady('key', 'create');
  await saveKey(join(folder, 'officer.pem'), officer);
  await mkdir(join(outer.dataDir, 'keys'));
  const gate = await readFile(inTrust(inner), 'utf8');
  for (const side of [inner, outer]) {
    await writeFile(inTrust(side), gate + toPem(publicHalf(officer)));
  }
});
afterAll(async () => {
  await inner?.[Symbol.asyncDispose]();
  await outer?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const inTrust = (side: Installation) => join(side.dataDir, 'keys/trust.pem');
const gateKey = () => loadSigningKey(join(inner.dataDir, 'keys/gate.pem'));
const feedOf = (side: Installation) => join(side.dataDir, 'feed');
const told = async (side: Installation, ...words: string[]) => {
  const { status, stdout } = await side.commandReady(...words, '--json');
  return { status, ...JSON.parse(stdout) };
};
const carry = async (name: string) => {
  const medium = join(folder, name);
  const out = await told(inner, 'feed', 'export', '--to', medium);
  return { out, medium, taken: () => told(outer, 'feed', 'import', medium) };
};
const sign = () => told(inner, 'feed', 'sign', '--key', join(folder, 'officer.pem'));

/** Appends as the gate does, and notes it as the gate does where it does. */
const release = async (number: number, title: string, isNoted = true) => {
  const by = await gateKey();
  await using writer = await openFeedWriter({ dir: feedOf(inner), key: by });
  await writer.append([put(article(number, title))], new Date());
  if (!isNoted) return;
  using ledger = openLedger(join(inner.dataDir, 'gate'));
  await followFeed(ledger, openFeedReader({ source: openSource(feedOf(inner)), trust: [publicHalf(by)] }));
};

/** Who has signed each file of a feed, by the names of the keys. */
const signersIn = async (dir: string) => {
  const files = (await filesOf(dir)).filter((file) => /^(?:segments|snapshots|audit|checkpoint)/.test(file));
  const read = async (file: string) => JSON.parse(await readFile(join(dir, file), 'utf8')).signatures;
  const all = await Promise.all(files.map(read));
  return new Set(all.flat().map(({ keyid }: { keyid: string }) => keyid));
};

test('R61: a key is replaced only where the gate’s own ledger knows the feed, and then nothing is signed by it any more', async () => {
  await release(1, 'Một');
  expect((await sign()).status).toBe(0);
  expect(await (await carry('first')).taken()).toMatchObject({ status: 0, sequence: 1 });
  const old = await gateKey();
  await cp(feedOf(inner), join(folder, 'stolen'), { recursive: true });
  await copyFile(join(inner.dataDir, 'keys/gate.pem'), join(folder, 'stolen.pem'));
  await copyFile(join(inner.dataDir, 'medium/countersigned.json'), join(folder, 'countersigned.json'));

  await release(2, 'Chèn vào', false);
  expect(await told(inner, 'key', 'replace')).toMatchObject({ status: 1, error: { code: 'key-feed-strange' } });
  expect(await signersIn(feedOf(inner))).toEqual(new Set([keyId(old)]));
  await release(2, 'Hai');
  const { checkpoint, segments } = await placesIn(feedOf(inner), old);

  const replaced = await told(inner, 'key', 'replace');
  const next = await gateKey();
  expect(replaced).toMatchObject({ status: 0, from: keyId(old), to: keyId(next), sequence: 3, files: 4 });
  expect(keyId(next)).not.toBe(keyId(old));
  expect(await signersIn(feedOf(inner))).toEqual(new Set([keyId(next)]));
  expect(await placesIn(feedOf(inner), next)).toEqual({ checkpoint, segments });
  expect((await loadTrust(inTrust(inner))).map(keyId)).toEqual([next, officer].map(keyId));
  expect((await loadTrust(replaced.revoked)).map(keyId)).toEqual([keyId(old)]);
  expect(await told(inner, 'key', 'list')).toMatchObject({ keys: [{ isOwn: true }, { isOwn: false }] });
});

/** What a feed says under this key, without its signatures. */
const placesIn = async (dir: string, by: typeof officer) => {
  const reader = openFeedReader({ source: openSource(dir), trust: [publicHalf(by)] });
  const checkpoint = await reader.checkpoint();
  const segments: (string | null)[] = [];
  for await (const { position } of reader.segments(origin, checkpoint)) segments.push(position.head);
  return { checkpoint, segments };
};

test('R61: what the officer has signed goes on being valid: with the new gate’s key it is taken, all of it, under no other trust', async () => {
  const { out, taken } = await carry('resigned');
  expect(out).toMatchObject({ status: 0, from: { seq: 0 }, to: { seq: 1 } });
  expect(await taken()).toMatchObject({ status: 1, error: { code: 'feed-signature-bad' } });
  const [old] = await loadTrust(inTrust(outer));
  const revoked = keyId(old as NonNullable<typeof old>).slice(0, 16);
  expect(await told(outer, 'key', 'revoke', revoked)).toMatchObject({ status: 1, error: { code: 'key-last' } });
  expect(await told(outer, 'key', 'revoke', 'f'.repeat(16))).toMatchObject({ error: { code: 'key-unknown' } });
  expect(await told(outer, 'key', 'revoke', revoked.slice(0, 7))).toMatchObject({ error: { code: 'key-unknown' } });
  const handed = await told(outer, 'key', 'revoke', revoked, '--successor', inTrust(inner));
  expect(handed.keys).toEqual([officer, await gateKey()].map(keyId));
  expect(await taken()).toMatchObject({ status: 0, before: 1, sequence: 1 });
  expect(await told(outer, 'feed', 'verify')).toMatchObject({ status: 0, entries: 1, fault: null });
  expect([...(await signersIn(feedOf(outer)))].sort()).toEqual([officer, await gateKey()].map(keyId).sort());
  const own = await told(inner, 'key', 'revoke', keyId(await gateKey()));
  expect(own).toMatchObject({ status: 1, error: { code: 'key-own' } });
});

test('R61: what is signed with the revoked key from then on is refused at a medium and at nodes, beside what an officer has signed too', async () => {
  const stolen = await loadSigningKey(join(folder, 'stolen.pem'));
  const forged = join(folder, 'stolen');
  await rm(join(forged, 'lock'), { force: true });
  {
    await using writer = await openFeedWriter({ dir: forged, key: stolen });
    await writer.append([put(article(9, 'Giả'))], new Date());
  }
  await exported(forged, join(folder, 'forged'), 0, { trust: [publicHalf(stolen)], key: stolen });
  const medium = await told(outer, 'feed', 'import', join(folder, 'forged'));
  expect(medium).toMatchObject({ status: 1, error: { code: 'feed-signature-bad' } });
  const node = openFeedReader({ source: openSource(forged), trust: await loadTrust(inTrust(outer)) });
  expect(await codeOf(() => node.checkpoint())).toBe('feed-signature-bad');
  const ofBoth = underCheckpoint(openSource(forged), await readFile(join(folder, 'countersigned.json')));
  const two = openFeedReader({ source: ofBoth, trust: await loadTrust(inTrust(outer)), signatures: 2 });
  expect(await codeOf(() => two.checkpoint())).toBe('feed-signatures-few');
});

test('R61: the new key goes on releasing where the old one ended', async () => {
  await release(3, 'Ba');
  expect(await sign()).toMatchObject({ status: 0, sequence: 4, from: 1 });
  expect(await (await carry('on')).taken()).toMatchObject({ status: 0, before: 1, sequence: 4 });
});

test('R61: stopped after any step, a feed is signed anew by the next run', async () => {
  const root = join(folder, 'stopped');
  {
    await using writer = await writerOf(root);
    await writer.append([put(article(1, 'Một'))], at);
    await writer.writeSnapshot(at);
    await writer.attest({ size: 1, root: 'ab'.repeat(32), proof: [] }, at);
  }
  const [from, to, check] = [publicHalf(key), newSigningKey(), () => undefined];
  const before = await placesIn(root, key);
  const [files, stepsOfEach] = [4, 3];
  for (let stopAt = 1; stopAt <= files * stepsOfEach; stopAt += 1) {
    const copy = join(folder, `stopped-${stopAt}`);
    await cp(root, copy, { recursive: true });
    let steps = 0;
    const onStep = () => {
      steps += 1;
      if (steps === stopAt) throw new Error('stopped');
    };
    await expect(resignFolder({ root: copy, from, to, trust: [], check, onStep })).rejects.toThrow('stopped');
    expect(await resignFolder({ root: copy, from, to, trust: [], check })).toMatchObject({ files });
    expect(await signersIn(copy)).toEqual(new Set([keyId(to)]));
    expect(await placesIn(copy, to)).toEqual(before);
  }
  expect(await codeOf(() => openFeedReader({ source: openSource(root), trust }).checkpoint())).toBe('none');
});
