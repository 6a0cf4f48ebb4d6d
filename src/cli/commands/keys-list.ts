import { loadTrust } from '#feed/keys.ts';
import { readDestruction } from '#sealing/destroy-key.ts';
import { keyStoreOf } from '#sealing/open-key-store.ts';
import type { Command } from '../command.ts';

/** Shows the keys of the levels and the records of those that were destroyed, each held against its signature. */
export const keysList: Command = {
  args: [],
  options: {},
  run: async (_, { config, t }) => {
    const { sealingKeysDir: dir, trustFile } = config();
    const found = await (await keyStoreOf(config())).generations();
    const trust = found.some(({ isDestroyed }) => isDestroyed) ? await loadTrust(trustFile) : [];
    const keys = await Promise.all(
      found.map(async ({ level, generation, isDestroyed, inToken = false }) => {
        if (!isDestroyed) return { level, generation, inToken, destroyed: null, files: 0 };
        const { destroyed, files } = await readDestruction({ dir, level, generation }, trust);
        return { level, generation, inToken, destroyed, files };
      }),
    );
    const lines = keys.map(({ level, generation, inToken, destroyed, files }) =>
      destroyed === null
        ? t(inToken ? 'cli:keys.key-in-token' : 'cli:keys.key', { level, generation })
        : t('cli:keys.destroyed', { level, generation, files, at: destroyed }),
    );
    return { data: { dir, keys }, lines: lines.length > 0 ? lines : [t('cli:keys.none', { dir })] };
  },
};
