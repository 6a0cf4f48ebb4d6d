import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keyId, loadSigningKey, loadTrust, newSigningKey, publicHalf, saveKey, toPem } from './keys.ts';

const folder = await mkdtemp(join(tmpdir(), 'benthanh-keys-'));
afterAll(() => rm(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (cause: Error) => cause.message,
  );

test('a key that is saved is read back, and is for its owner only', async () => {
  const key = newSigningKey();
  await saveKey(at('new/gate.pem'), key);
  expect((await loadSigningKey(at('new/gate.pem'))).equals(key)).toBe(true);
  if (process.platform !== 'win32') expect((await stat(at('new/gate.pem'))).mode & 0o077).toBe(0);
});

test('several public keys in one file are all trusted', async () => {
  const keys = [newSigningKey(), newSigningKey()];
  await writeFile(at('two.pem'), keys.map((key) => `note\n${toPem(publicHalf(key))}`).join('\n'));
  expect((await loadTrust(at('two.pem'))).map(keyId)).toEqual(keys.map(keyId));
});

test('a missing file, a wrong one, another kind of key and a private key where a public one belongs are refused', async () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await writeFile(at('text.pem'), 'hello');
  await writeFile(at('rsa.pem'), toPem(rsa.privateKey));
  await writeFile(at('rsa-public.pem'), toPem(rsa.publicKey));
  await writeFile(at('private.pem'), toPem(newSigningKey()));
  await writeFile(at('both.pem'), toPem(newSigningKey()) + toPem(publicHalf(newSigningKey())));
  expect(await code(loadSigningKey(at('none.pem')))).toBe('key-missing');
  expect(await code(loadTrust(at('none.pem')))).toBe('key-missing');
  for (const name of ['text.pem', 'rsa.pem', 'rsa-public.pem'])
    expect(await code(loadSigningKey(at(name)))).toBe('key-invalid');
  for (const name of ['text.pem', 'rsa-public.pem', 'private.pem', 'both.pem'])
    expect(await code(loadTrust(at(name)))).toBe('key-invalid');
});

test('a key file is never overwritten', async () => {
  await saveKey(at('once.pem'), newSigningKey());
  await expect(saveKey(at('once.pem'), newSigningKey())).rejects.toThrow(/EEXIST/);
});
