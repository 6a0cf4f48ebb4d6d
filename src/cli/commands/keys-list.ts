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
        const key = { level, generation, inToken };
        if (!isDestroyed) return { ...key, destroyed: null, files: 0, records: 0, versions: 0 };
        const said = await readDestruction({ dir, level, generation }, trust);
        const { destroyed, files, records = 0, versions = 0 } = said;
        return { ...key, destroyed, files, records, versions };
      }),
    );
    const lines = keys.map(({ level, generation, inToken, destroyed, ...lost }) =>
      destroyed === null
        ? t(inToken ? 'cli:keys.key-in-token' : 'cli:keys.key', { level, generation })
        : t('cli:keys.destroyed', { level, generation, ...lost, at: destroyed }),
    );
    return { data: { dir, keys }, lines: lines.length > 0 ? lines : [t('cli:keys.none', { dir })] };
  },
};
