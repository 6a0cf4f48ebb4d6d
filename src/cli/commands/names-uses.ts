import type { Command } from '../command.ts';

/** Lists the texts in which old and forbidden forms stand: of one concept, by its id, or of `all`. */
export const namesUses: Command = {
  args: ['concept'],
  options: { csv: { type: 'boolean' } },
  run: async ({ args, options }, { config, t, redraw }) => {
    const { usesOf } = await import('../names/uses-of.ts');
    const { usesAnswer } = await import('../names/uses-report.ts');
    const onProgress = (done: number, of: number) => redraw(() => t('cli:names.reading', { done, of }));
    try {
      const found = await usesOf(config(), String(args.concept), onProgress);
      return usesAnswer(found, options.csv === true, t);
    } finally {
      redraw(() => '');
    }
  },
};
