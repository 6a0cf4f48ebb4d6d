import { readFile } from 'node:fs/promises';
import type { Config } from '#config/config.ts';
import type { DeliveryValues } from '#delivery/values.ts';
import { Failure } from '#errors/failure.ts';
import { loadTrust } from '#feed/keys.ts';

/** What a delivery node of this installation is told, for commands that work on its store without serving it. */
export async function deliveryValues(config: Config): Promise<DeliveryValues> {
  return {
    host: config.host,
    port: config.deliveryPort,
    publicUrl: config.publicUrl,
    feedUrl: config.feedUrl,
    feedToken: await readFeedToken(config.feedTokenFile),
    silence: config.feedSilence * 60_000,
    trust: await loadTrust(config.trustFile),
    signatures: config.feedSignatures,
    dir: config.deliveryDir,
    tileCache: config.tileCache * 1_000_000,
    fallback: config.fallback,
    trustProxy: config.trustProxy,
    logLevel: 'silent',
    sharePort: undefined,
  };
}

/** The bearer token of a shared feed. @throws Failure `key-missing` */
export async function readFeedToken(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new Failure('key-missing', { file }, { cause });
  }
}
