import { addGeneration } from '#sealing/key-folder.ts';
import { readUnlockFile } from '#sealing/unlock-file.ts';
import type { Command } from '../command.ts';
import { readLevel } from '../sealing/sealing-keys.ts';

/** Makes the first or the next key of a level. */
export const keysRotate: Command = {
  args: ['level'],
  options: {},
  run: async ({ args }, { config, t }) => {
    const level = readLevel(args.level, 'keys rotate');
    const { sealingKeysDir: dir, sealingUnlockFile } = config();
    const generation = await addGeneration(dir, level, await readUnlockFile(sealingUnlockFile));
    return { data: { level, generation }, lines: [t('cli:keys.rotated', { level, generation })] };
  },
};
