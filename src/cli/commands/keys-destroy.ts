import { resolve } from 'node:path';
import type { Config } from '#config/config.ts';
import type { UnderKey } from '#editorial/at-rest/texts/count-texts.ts';
import { loadSigningKey } from '#feed/keys.ts';
import { destroyKey } from '#sealing/destroy-key.ts';
import type { SealedLevel } from '#sealing/identity.ts';
import { keyStoreOf } from '#sealing/open-key-store.ts';
import { sealedFilesIn } from '#sealing/sealed-folder.ts';
import type { KeyOfText } from '#sealing/sealed-text.ts';
import type { Command } from '../command.ts';
import { inDatabase } from '../sealing/in-database.ts';
import { readLevel } from '../sealing/read-level.ts';
import { usage } from '../usage.ts';

/** Shows what is sealed under one key alone, and destroys the key when told so. */
export const keysDestroy: Command = {
  args: ['level', 'generation'],
  options: { sealed: { type: 'string' }, forever: { type: 'boolean' } },
  run: async ({ args, options }, { config, t }) => {
    const level = readLevel(args.level, 'keys destroy');
    const generation = readGeneration(args.generation);
    if (typeof options.sealed !== 'string') throw usage('--sealed', 'keys destroy');
    const key = { level, generation };
    const lost = await lostWith(resolve(options.sealed), level, generation);
    const texts = await textsLostWith(config(), key, options.forever === true);
    const told = { ...key, files: lost.length, records: sum(texts, 'records'), versions: sum(texts, 'versions') };
    const data = { ...told, paths: lost, texts };
    const lines = [
      ...lost.map(({ path }) => path),
      ...texts.map((one) => t('cli:keys.concerned-texts', { ...one })),
      t('cli:keys.concerned', told),
    ];
    if (options.forever !== true) return { data: { ...data, destroyed: false }, lines };
    const { sealingKeysDir: dir, signingKeyFile } = config();
    await destroyKey({
      dir,
      ...told,
      store: await keyStoreOf(config()),
      signingKey: await loadSigningKey(signingKeyFile),
    });
    return { data: { ...data, destroyed: true }, lines: [...lines, t('cli:keys.gone', told)] };
  },
};

const sum = (texts: readonly UnderKey[], of: 'records' | 'versions'): number =>
  texts.reduce((total, one) => total + one[of], 0);

/** What of the database lies under a key. The key of all addresses is taken from under it before it is destroyed. */
async function textsLostWith(config: Config, key: KeyOfText, isForever: boolean): Promise<UnderKey[]> {
  const [{ textsUnder }, { keepAddresses }] = await Promise.all([
    import('#editorial/at-rest/texts/count-texts.ts'),
    import('#editorial/at-rest/texts/rewrap-texts.ts'),
  ]);
  const found = await inDatabase(config, async (payload) => {
    if (isForever) await keepAddresses(payload);
    return textsUnder(payload, key);
  });
  return found ?? [];
}

const readGeneration = (given: string | undefined): number => {
  if (given !== undefined && /^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw usage(given ?? '<generation>', 'keys destroy');
};

/** Files whose data key is wrapped under this generation and no other. */
async function lostWith(folder: string, level: SealedLevel, generation: number) {
  const found: { path: string; bytes: number }[] = [];
  for await (const file of sealedFilesIn(folder)) {
    const isLost = file.level === level && file.generations.every((one) => one === generation);
    if (isLost) found.push({ path: file.path, bytes: file.bytes });
  }
  return found;
}
