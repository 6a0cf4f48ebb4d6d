import { resolve } from 'node:path';
import type { Sealed } from '#editorial/at-rest/texts/seal-texts.ts';
import { identityOfFile } from '#sealing/name-of-file.ts';
import { levelKeysOf } from '#sealing/open-key-store.ts';
import { rewrapFile } from '#sealing/sealed-file.ts';
import { sealedFilesIn } from '#sealing/sealed-folder.ts';
import type { Command } from '../command.ts';
import { inDatabase } from '../sealing/in-database.ts';

/** Puts every sealed file of a folder, and what the database holds, under the current keys. Stopped, it goes on when run again. */
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
    const told = (texts: Sealed) => t('cli:keys.rewrapped-texts', { ...texts });
    const texts = await inDatabase(config(), async (payload) => {
      const { rewrapTexts } = await import('#editorial/at-rest/texts/rewrap-texts.ts');
      return rewrapTexts(payload, (now) => redraw(() => told(now)));
    });
    const lines = [t('cli:keys.rewrapped', done), ...(texts ? [told(texts)] : [])];
    return { data: { folder, ...done, texts }, lines };
  },
};
