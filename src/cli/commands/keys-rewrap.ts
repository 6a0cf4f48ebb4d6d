import { resolve } from 'node:path';
import { identityOfFile } from '#sealing/name-of-file.ts';
import { levelKeysOf } from '#sealing/open-key-store.ts';
import { rewrapFile } from '#sealing/sealed-file.ts';
import { sealedFilesIn } from '#sealing/sealed-folder.ts';
import type { Command } from '../command.ts';

/** Puts every sealed file of a folder under the current keys, without touching content. Stopped, it goes on when run again. */
export const keysRewrap: Command = {
  args: ['folder'],
  options: {},
  run: async ({ args }, { config, t, redraw }) => {
    const folder = resolve(String(args.folder));
    const keys = await levelKeysOf(config());
    const done = { rewrapped: 0, current: 0 };
    for await (const { path } of sealedFilesIn(folder)) {
      if (await rewrapFile(path, identityOfFile(path), keys)) done.rewrapped += 1;
      else done.current += 1;
      redraw(() => t('cli:keys.rewrapped', done));
    }
    return { data: { folder, ...done }, lines: [t('cli:keys.rewrapped', done)] };
  },
};
