import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '#config/config.ts';
import { Failure } from '#errors/failure.ts';
import { loadSigningKey, loadTrust, newSigningKey, publicHalf, toPem } from '#feed/keys.ts';

/**
 * Makes the keys that are missing, each whole or not at all, readable by their owner only.
 * @throws Failure `key-missing` when a feed is there but not the key that signed it; `key-invalid` for a damaged file
 */
export async function makeKeys(config: Config): Promise<void> {
  await writeOnce(config.studioSecretFile, randomBytes(48).toString('base64url'), 0o600);
  if (!existsSync(config.signingKeyFile) && existsSync(join(config.feedUrl, 'checkpoint.json'))) {
    throw new Failure('key-missing', { file: config.signingKeyFile });
  }
  await makeSigningKeys(config);
}

/** The key pair of the feed: signing key for the gate, trust for everybody who reads. Existing files are only read. */
export async function makeSigningKeys(files: Pick<Config, 'signingKeyFile' | 'trustFile'>): Promise<void> {
  await writeOnce(files.signingKeyFile, toPem(newSigningKey()), 0o600);
  const key = await loadSigningKey(files.signingKeyFile);
  await writeOnce(files.trustFile, toPem(publicHalf(key)), 0o644);
  await loadTrust(files.trustFile);
}

/** Writes a file beside its place and links it there, so that nobody ever finds half a key; an existing file stays. */
async function writeOnce(path: string, text: string, mode: number): Promise<void> {
  if (existsSync(path)) return;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.new`;
  await rm(beside, { force: true });
  const file = await open(beside, 'wx', mode);
  await file.writeFile(text);
  await file.sync();
  await file.close();
  await link(beside, path);
  await rm(beside);
}
