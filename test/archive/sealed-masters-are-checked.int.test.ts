import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Failure } from '#errors/failure.ts';
import { checkDue, type Looked } from '#media/fixity/check-due.ts';
import { openPace } from '#media/fixity/pace.ts';
import { openFixityRecord } from '#media/fixity/record.ts';
import { takeStock } from '#media/fixity/take-stock.ts';
import { masterPath, openMasterStore } from '#media/intake/master-store.ts';
import { headerOf } from '#sealing/sealed-file.ts';
import { hashOf } from './support/ingesting.ts';
import { type Keys, keysWithout, newKeys } from './support/keys.ts';
import { liesOpenIn } from './support/lies-open.ts';

let keys: Keys;
beforeAll(async () => {
  keys = await newKeys();
});
afterAll(() => keys?.[Symbol.asyncDispose]());

it('R56: are checked by their plain bytes and mended from a mirror that is sealed too', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'benthanh-mended-'));
  const [masters, mirror] = [join(dir, 'masters'), join(dir, 'mirror')];
  const canary = randomBytes(16).toString('hex');
  const store = await openMasterStore(masters, keys.atRest);
  const names: string[] = [];
  const levels = ['mat', 'toi_mat', 'restricted'] as const;
  for (const [at, level] of levels.entries())
    names.push((await store.put(Buffer.from(`${at} ${canary}`.repeat(1000)), { level })).sha256);
  await cp(masters, mirror, { recursive: true });
  const [flipped = '', gone = '', plain = ''] = names;
  const harmed = await readFile(masterPath(masters, flipped));
  harmed[harmed.length >> 1] = (harmed[harmed.length >> 1] ?? 0) ^ 1;
  await writeFile(masterPath(masters, flipped), harmed);
  await rm(masterPath(masters, gone));
  await writeFile(masterPath(masters, plain), `${canary}: other bytes, and open`);
  using record = openFixityRecord(masters);
  const common = { dir: masters, atRest: keys.atRest, record, signal: new AbortController().signal };
  const expected = (async function* () {
    yield names.map((sha256) => ({ sha256, bytes: 0 }));
  })();
  await takeStock({ ...common, expected });
  const looked: Record<string, string> = {};
  const onLooked = (one: Looked) => void Object.assign(looked, { [one.sha256]: one.outcome });
  // Marked higher after the mirror was made
  const levelFor = async (sha256: string) => (sha256 === plain ? 'tuyet_mat' : undefined);
  const onPassed = (sha256: string, { code }: Failure) => void Object.assign(looked, { [sha256]: code });
  await checkDue({ ...common, mirror, levelFor, pace: openPace(1e12), onLooked, onPassed }, new Date());
  expect(looked).toEqual({ [flipped]: 'mended', [gone]: 'mended', [plain]: 'mended' });
  for (const name of names) expect(hashOf(await store.read(name))).toBe(name);
  expect(await liesOpenIn(masters, canary)).toEqual([]);
  // What is put in their place, and what is put aside, lies under the key of what names it, or of what lay there
  const borne = async (path: string) => (await headerOf(path)).level;
  expect(await Promise.all(names.map((name) => borne(masterPath(masters, name))))).toEqual([
    ...['mat', 'toi_mat', 'tuyet_mat'],
  ]);
  const asides = await readdir(join(masters, 'fixity', 'damaged'));
  const levelAside = (of: string) =>
    borne(join(masters, 'fixity', 'damaged', asides.find((one) => one.startsWith(of)) ?? ''));
  expect([asides.length, await levelAside(flipped), await levelAside(plain)]).toEqual([2, 'mat', 'tuyet_mat']);
  await rm(dir, { recursive: true });
});

it('are checked though the key of one level is out of reach, and what lies under it counts as not looked at', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'benthanh-away-'));
  const masters = join(dir, 'masters');
  const without = await keysWithout(keys, 'toi_mat');
  const store = await openMasterStore(masters, keys.atRest);
  const names: string[] = [];
  for (const [at, level] of (['toi_mat', 'restricted', 'mat', 'toi_mat'] as const).entries())
    names.push((await store.put(Buffer.from([at]), { level })).sha256);
  using record = openFixityRecord(masters);
  const expected = (async function* () {
    yield names.map((sha256) => ({ sha256, bytes: 0 }));
  })();
  const common = { dir: masters, record, mirror: undefined, pace: openPace(1e12) };
  const { signal } = new AbortController();
  await takeStock({ dir: masters, atRest: without, record, expected, signal });
  const looked: string[] = [];
  const onLooked = ({ sha256, outcome }: Looked) => void looked.push(`${sha256} ${outcome}`);
  const passed: string[] = [];
  const onPassed = (sha256: string, { code, values }: Failure) => void passed.push(`${sha256} ${code} ${values.level}`);
  // What was never looked at
  const check = (atRest: Keys['atRest']) => checkDue({ ...common, atRest, signal, onLooked, onPassed }, new Date(1));
  await check(without);
  const [first, second, third, last] = names;
  expect(passed.sort()).toEqual([first, last].map((name) => `${name} seal-key-missing toi_mat`).sort());
  expect(looked.sort()).toEqual([`${second} sound`, `${third} sound`].sort());
  await check(keys.atRest);
  expect(looked.slice(2).sort()).toEqual([`${first} sound`, `${last} sound`].sort());
  await rm(dir, { recursive: true });
});
