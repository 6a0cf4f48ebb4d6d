import { addGeneration } from '#sealing/key-folder.ts';
import type { Command } from '../command.ts';
import { readLevel, readUnlock } from '../sealing/sealing-keys.ts';

/** Makes the first or the next key of a level. */
export const keysRotate: Command = {
  args: ['level'],
  options: {},
  run: async ({ args }, { config, t }) => {
    const level = readLevel(args.level, 'keys rotate');
    const { sealingKeysDir: dir } = config();
    const generation = await addGeneration(dir, level, await readUnlock(config()));
    return { data: { level, generation }, lines: [t('cli:keys.rotated', { level, generation })] };
  },
};
