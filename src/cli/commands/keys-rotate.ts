import { keyStoreOf } from '#sealing/open-key-store.ts';
import type { Command } from '../command.ts';
import { readLevel } from '../sealing/read-level.ts';

/** Makes the first or the next key of a level. */
export const keysRotate: Command = {
  args: ['level'],
  options: {},
  run: async ({ args }, { config, t }) => {
    const level = readLevel(args.level, 'keys rotate');
    const generation = await (await keyStoreOf(config())).add(level);
    return { data: { level, generation }, lines: [t('cli:keys.rotated', { level, generation })] };
  },
};
