import type { Command } from '../command.ts';

/** Says for how long lines of the audit log are kept and what is over that. Removes nothing by itself. */
export const auditRetention: Command = {
  args: [],
  options: {},
  run: async (_given, { config, t, language }) => {
    const { retentionOf } = await import('../audit/retention-of.ts');
    const { retentionAnswer } = await import('../audit/retention-report.ts');
    return retentionAnswer(await retentionOf(config()), t, language);
  },
};
