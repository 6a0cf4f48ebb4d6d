import { readFile } from 'node:fs/promises';
import { getPayload, type Payload } from 'payload';
import type { Config } from '#config/config.ts';
import { sealingOf } from '#editorial/at-rest/at-rest-of.ts';
import { refuseStoredSecrets } from '#editorial/stored-secrets.ts';
import { buildStudioConfig } from '#editorial/studio-config.ts';
import { Failure } from '#errors/failure.ts';
import { checkIsolated } from '#isolation/stay-isolated.ts';
import { root } from './root.ts';
import { withoutPassword } from './words/without-password.ts';

/** Under which Payload keeps the instance that commands use. */
export const studioKey = 'cli';

/** The studio's own operations, without its pages. Disposing of it closes the database. */
export interface OpenStudio extends AsyncDisposable {
  readonly payload: Payload;
}

/**
 * Opens the studio's database, with its schema brought up to date.
 * @throws Failure `database-unreachable` with `{ reason }`; `key-missing` before the first start; `secrets-stored`, `way-out`
 */
export async function openStudio(config: Config): Promise<OpenStudio> {
  await checkIsolated(config);
  const secret = await readSecret(config.studioSecretFile);
  const studio = await buildStudioConfig({
    ...config,
    secret,
    ...sealingOf(config),
    baseDir: root,
    logLevel: 'silent',
  });
  const payload = await connect(studio);
  await refuseStoredSecrets(payload, config.profile).catch(async (cause: unknown) => {
    await payload.destroy();
    throw cause;
  });
  return { payload, [Symbol.asyncDispose]: () => payload.destroy() };
}

async function connect(config: Awaited<ReturnType<typeof buildStudioConfig>>): Promise<Payload> {
  try {
    return await getPayload({ config, key: studioKey, disableOnInit: true });
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure('database-unreachable', { reason: reasonOf(cause) }, { cause });
  }
}

async function readSecret(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new Failure('key-missing', { file }, { cause });
  }
}

/** The reason without the address, which may carry a password. */
const reasonOf = (error: unknown): string => withoutPassword(error instanceof Error ? error.message : String(error));
