import { join, resolve } from 'node:path';
import type { Command } from '../command.ts';
import { makeKeys } from '../start/make-keys.ts';

/** Makes the keys of an installation where they are missing; an existing file is never replaced. */
export const keyCreate: Command = {
  args: [],
  options: { out: { type: 'string' } },
  run: async ({ options }, { config, t }) => {
    const out = typeof options.out === 'string' ? resolve(options.out) : undefined;
    const files = out === undefined ? config() : { ...config(), ...below(out) };
    await makeKeys(files);
    const made = [files.signingKeyFile, files.trustFile, files.studioSecretFile];
    return { data: { files: made }, lines: [t('cli:key-created', { files: made.join(', ') })] };
  },
};

const below = (folder: string) => ({
  signingKeyFile: join(folder, 'gate.pem'),
  trustFile: join(folder, 'trust.pem'),
  studioSecretFile: join(folder, 'studio.secret'),
});
