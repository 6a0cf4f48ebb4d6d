import { resolve } from 'node:path';
import { loadSigningKey } from '#feed/keys.ts';
import { destroyKey } from '#sealing/destroy-key.ts';
import type { SealedLevel } from '#sealing/identity.ts';
import { keyStoreOf } from '#sealing/open-key-store.ts';
import { sealedFilesIn } from '#sealing/sealed-folder.ts';
import type { Command } from '../command.ts';
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
    const lost = await lostWith(resolve(options.sealed), level, generation);
    const told = { level, generation, files: lost.length };
    const lines = [...lost.map(({ path }) => path), t('cli:keys.concerned', told)];
    if (options.forever !== true) return { data: { ...told, paths: lost, destroyed: false }, lines };
    const { sealingKeysDir: dir, signingKeyFile } = config();
    await destroyKey({
      dir,
      ...told,
      store: await keyStoreOf(config()),
      signingKey: await loadSigningKey(signingKeyFile),
    });
    return { data: { ...told, paths: lost, destroyed: true }, lines: [...lines, t('cli:keys.gone', told)] };
  },
};

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
