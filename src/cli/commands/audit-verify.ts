import { resolve } from 'node:path';
import type { Command } from '../command.ts';

/** Proves that no line of the audit log was changed, removed or put in between, and names the first that was. */
export const auditVerify: Command = {
  args: [],
  options: {
    log: { type: 'string' },
    witness: { type: 'string', multiple: true },
    earlier: { type: 'string', multiple: true },
  },
  run: async ({ options }, { config, t, redraw }) => {
    const { verifyAll } = await import('../audit/verify-all.ts');
    const { verifyAnswer } = await import('../audit/verify-report.ts');
    const log = typeof options.log === 'string' ? resolve(options.log) : null;
    const witnesses = [options.witness ?? []].flat().map(String);
    const earlier = [options.earlier ?? []].flat().map((file) => resolve(String(file)));
    const onProgress = (lines: number) => redraw(() => t('cli:audit.verifying', { lines }));
    try {
      return verifyAnswer(await verifyAll({ config: config(), log, witnesses, earlier, onProgress }), t);
    } finally {
      redraw(() => '');
    }
  },
};
