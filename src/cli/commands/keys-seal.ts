import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { identityOfFile, sealedPath } from '#sealing/name-of-file.ts';
import { levelKeysOf } from '#sealing/open-key-store.ts';
import { sealFile } from '#sealing/sealed-file.ts';
import type { Command } from '../command.ts';
import { readLevel } from '../sealing/read-level.ts';

/** Seals a file under the key of a level, beside it; the file itself stays. */
export const keysSeal: Command = {
  args: ['file'],
  options: { level: { type: 'string' } },
  run: async ({ args, options }, { config, t }) => {
    const level = readLevel(options.level, 'keys seal');
    const file = resolve(String(args.file));
    await access(file).catch((cause: unknown) => {
      throw new Failure('sealed-source-missing', { file }, { cause });
    });
    const out = sealedPath(file);
    await sealFile(out, { ...identityOfFile(out), level }, createReadStream(file), await levelKeysOf(config()));
    return { data: { file: out, level }, lines: [t('cli:keys.sealed', { file: out })] };
  },
};
