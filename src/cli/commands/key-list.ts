import { keyId, loadSigningKey, loadTrust } from '#feed/keys.ts';
import type { Command } from '../command.ts';

/** The keys whose signatures count here. */
export const keyList: Command = {
  args: [],
  options: {},
  run: async (_, { config, t }) => {
    const { trustFile, signingKeyFile, feedSignatures } = config();
    const own = await loadSigningKey(signingKeyFile).then(keyId, () => null);
    const keys = (await loadTrust(trustFile)).map((key) => ({ key: keyId(key), isOwn: keyId(key) === own }));
    return {
      data: { file: trustFile, signatures: feedSignatures, keys },
      lines: [
        ...keys.map(({ key, isOwn }) => (isOwn ? t('cli:key.own', { key }) : key)),
        t('cli:key.needed', { needed: feedSignatures, there: keys.length }),
      ],
    };
  },
};
