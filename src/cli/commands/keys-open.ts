import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { identityOfFile } from '#sealing/name-of-file.ts';
import { levelKeysOf } from '#sealing/open-key-store.ts';
import { openSealedFile } from '#sealing/sealed-file.ts';
import type { Command } from '../command.ts';
import { usage } from '../usage.ts';

/** Opens a sealed file into another one, which is there only when all of it is proved. */
export const keysOpen: Command = {
  args: ['file'],
  options: { out: { type: 'string' }, name: { type: 'string' } },
  run: async ({ args, options }, { config, t }) => {
    if (typeof options.out !== 'string') throw usage('--out', 'keys open');
    const [file, out] = [resolve(String(args.file)), resolve(options.out)];
    await access(file).catch((cause: unknown) => {
      throw new Failure('sealed-source-missing', { file }, { cause });
    });
    const identity = identityOfFile(file, typeof options.name === 'string' ? options.name : file);
    await openSealedFile(file, identity, out, await levelKeysOf(config()));
    return { data: { file: out }, lines: [t('cli:keys.opened', { file: out })] };
  },
};
