import type { PicturesProgress } from '../archive/progress-line.ts';
import type { Command } from '../command.ts';
import { onInterrupt } from '../on-interrupt.ts';

/** Makes what was made of masters again: sizes, access copies, hashes. Ctrl-C stops it; the same command goes on. */
export const archiveRebuild: Command = {
  args: [],
  options: { sizes: { type: 'boolean' }, access: { type: 'boolean' }, hash: { type: 'boolean' } },
  run: async ({ options }, { config, t, progress, redraw }) => {
    const all = !(options.sizes || options.access || options.hash);
    const wanted = {
      sizes: all || options.sizes === true,
      access: all || options.access === true,
      hash: all || options.hash === true,
    };
    const { rebuildAll } = await import('../archive/rebuild-all.ts');
    const { rebuildAnswer } = await import('../archive/rebuild-report.ts');
    const { picturesLine } = await import('../archive/progress-line.ts');
    using stop = onInterrupt();
    const onResumed = (began: string) => progress(t('cli:rebuild.resumed', { began }));
    const onProgress = (done: PicturesProgress) => redraw(() => picturesLine(done, t));
    try {
      const report = await rebuildAll({ config: config(), wanted, signal: stop.signal, onResumed, onProgress });
      return rebuildAnswer(report, t);
    } finally {
      redraw(() => '');
    }
  },
};
