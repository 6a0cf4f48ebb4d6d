import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyId, newSigningKey, publicHalf, toPem } from '#feed/keys.ts';
import { openTrust } from './trust.ts';

const [one, other] = [publicHalf(newSigningKey()), publicHalf(newSigningKey())];

let folder = '';
let file = '';
let said: Record<string, unknown>[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benthanh-trust-'));
  file = join(folder, 'trust.pem');
  said = [];
  await writeFile(file, toPem(one));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const opened = (of: string | undefined) => {
  const log = pino({ base: null }, { write: (line: string) => void said.push(JSON.parse(line)) });
  const trust = openTrust([one], of, log);
  return { trust, names: () => trust.keys().map(keyId) };
};

test('a file that has changed is read again, and nothing is said of one that says the same', async () => {
  const { trust, names } = opened(file);
  expect([await trust.look(), await trust.look(), said]).toEqual([false, false, []]);
  await writeFile(`${file}.new`, toPem(other));
  await rename(`${file}.new`, file);
  expect([await trust.look(), names()]).toEqual([true, [keyId(other)]]);
  await writeFile(file, toPem(one) + toPem(other));
  expect([await trust.look(), names()]).toEqual([true, [keyId(one), keyId(other)]]);
  await writeFile(file, toPem(other) + toPem(one));
  expect([await trust.look(), said.length]).toEqual([false, 2]);
});

test('one that is broken or gone changes nothing but the log, which names the code once', async () => {
  const { trust, names } = opened(file);
  await trust.look();
  for (const [harm, code] of [
    [() => writeFile(file, 'trust me'), 'key-invalid'],
    [() => writeFile(file, toPem(newSigningKey())), 'key-invalid'],
    [() => rm(file), 'key-missing'],
  ] as const) {
    said = [];
    await harm();
    expect([await trust.look(), await trust.look(), names(), trust.isSound()], code).toEqual([
      ...[false, false],
      ...[[keyId(one)], false],
    ]);
    expect(said.map((line) => [line.code, line.file])).toEqual([[code, file]]);
  }
  await writeFile(file, toPem(one));
  expect([await trust.look(), names(), trust.isSound()]).toEqual([false, [keyId(one)], true]);
});

test('without a file the keys stay', async () => {
  const { trust, names } = opened(undefined);
  expect([await trust.look(), names()]).toEqual([false, [keyId(one)]]);
});
