import { stat } from 'node:fs/promises';
import type { Config } from '#config/config.ts';
import { Failure } from '#errors/failure.ts';
import { keyId, loadSigningKey, loadTrust } from '#feed/keys.ts';
import { bad, type Finding, good, warning } from './finding.ts';

/** Whether keys are there, whole, for their owner's eyes only, and whether delivery believes the gate. */
export async function lookAtKeys(config: Config): Promise<Finding[]> {
  const secrets = await Promise.all([config.studioSecretFile, config.signingKeyFile].map(lookAtSecret));
  return [...secrets.flat(), ...(await lookAtPair(config))];
}

/** Where containers find secrets: their modes are the host's affair. */
const mounted = '/run/secrets/';

async function lookAtSecret(file: string): Promise<Finding[]> {
  const there = await stat(file).catch(() => undefined);
  if (there === undefined) return [warning('key-missing', { file })];
  return (there.mode & 0o077) === 0 || file.startsWith(mounted)
    ? []
    : [bad('key-open', { file, mode: (there.mode & 0o777).toString(8) })];
}

async function lookAtPair({ signingKeyFile, trustFile }: Config): Promise<Finding[]> {
  try {
    const key = await loadSigningKey(signingKeyFile);
    const trust = await loadTrust(trustFile);
    const trusted = trust.some((one) => keyId(one) === keyId(key));
    return [trusted ? good('keys', { key: keyId(key).slice(0, 12) }) : bad('key-untrusted', { file: trustFile })];
  } catch (error) {
    const damaged = error instanceof Failure && error.code === 'key-invalid';
    return damaged ? [bad('key-damaged', { file: String(error.values.file) })] : [];
  }
}
