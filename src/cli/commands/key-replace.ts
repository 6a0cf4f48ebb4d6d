import type { Command } from '../command.ts';
import { localFeed } from '../medium/local-feed.ts';

/** Revokes the gate’s key: a new one takes over, and signs again what the old one had signed. Officers’ keys are not touched. */
export const keyReplace: Command = {
  args: [],
  options: {},
  run: async (_, { config, t }) => {
    const { replaceGateKey } = await import('../keys/replace-gate-key.ts');
    const asked = config();
    const replaced = await replaceGateKey(asked, localFeed(asked.feedUrl, 'key replace'));
    const { files, sequence, revoked } = replaced;
    const [from, to] = [replaced.from.slice(0, 16), replaced.to.slice(0, 16)];
    return {
      data: { ...replaced, trust: asked.trustFile },
      lines: [
        t('cli:key.replaced', { from, to, files, sequence }),
        t('cli:key.hand-on', { file: asked.trustFile, from }),
        t('cli:key.kept', { file: revoked }),
      ],
    };
  },
};
