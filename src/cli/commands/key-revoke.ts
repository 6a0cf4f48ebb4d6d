import { resolve } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { keyId, loadSigningKey, loadTrust } from '#feed/keys.ts';
import type { Command } from '../command.ts';
import { keyNamed, saveTrust } from '../keys/trust-file.ts';
import { usage } from '../usage.ts';

/** Takes a key out of those whose signatures count on this machine, and puts its successors in. The others go on counting. */
export const keyRevoke: Command = {
  args: ['key'],
  options: { successor: { type: 'string' } },
  run: async ({ args, options }, { config, t }) => {
    const { trustFile: file, signingKeyFile, feedSignatures: needed } = config();
    if (options.successor !== undefined && typeof options.successor !== 'string')
      throw usage('--successor', 'key revoke');
    const trust = await loadTrust(file);
    const revoked = keyNamed(trust, String(args.key), file);
    const isOwn = await loadSigningKey(signingKeyFile).then(
      (own) => keyId(own) === keyId(revoked),
      () => false,
    );
    if (isOwn) throw new Failure('key-own', { key: keyId(revoked) });
    const successors = options.successor === undefined ? [] : await loadTrust(resolve(options.successor));
    const byId = new Map([...trust, ...successors].map((key) => [keyId(key), key]));
    byId.delete(keyId(revoked));
    const there = byId.size;
    if (there < needed) throw new Failure('key-last', { there, needed });
    await saveTrust(file, [...byId.values()]);
    return {
      data: { revoked: keyId(revoked), file, keys: [...byId.keys()] },
      lines: [t('cli:key.revoked', { key: keyId(revoked).slice(0, 16), file })],
    };
  },
};
