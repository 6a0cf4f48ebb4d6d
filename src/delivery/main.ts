import { readFile } from 'node:fs/promises';
import { readConfig } from '#config/config.ts';
import { Failure } from '#errors/failure.ts';
import { loadTrust } from '#feed/keys.ts';
import { createLog } from './log.ts';
import { startDelivery } from './start.ts';
import type { DeliveryValues } from './values.ts';

const readToken = async (file: string | undefined): Promise<string | undefined> => {
  if (file === undefined) return undefined;
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new Failure('key-missing', { file }, { cause });
  }
};

const readValues = async (): Promise<DeliveryValues> => {
  const config = readConfig();
  return {
    host: config.host,
    port: config.deliveryPort,
    publicUrl: config.publicUrl,
    feedUrl: config.feedUrl,
    feedToken: await readToken(config.feedTokenFile),
    silence: config.feedSilence * 60_000,
    ...{ trust: await loadTrust(config.trustFile), trustFile: config.trustFile },
    signatures: config.feedSignatures,
    dir: config.deliveryDir,
    tileCache: config.tileCache * 1_000_000,
    fallback: config.fallback,
    trustProxy: config.trustProxy,
    logLevel: config.logLevel,
    sharePort: config.feedSharePort,
  };
};

try {
  const delivery = await startDelivery(await readValues());
  let closing = false;
  const close = (): void => {
    if (closing) return;
    closing = true;
    void delivery.close();
  };
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
} catch (error) {
  const told = error instanceof Failure ? { code: error.code, ...error.values } : { err: error };
  createLog('fatal').fatal(told, 'delivery cannot start');
  process.exitCode = 1;
}
