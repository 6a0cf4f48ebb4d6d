import type { Progress } from '../archive/progress-line.ts';
import type { Command, Given } from '../command.ts';
import { onInterrupt } from '../on-interrupt.ts';
import { usage } from '../usage.ts';

const name = 'archive fixity';
const megabyte = 1024 * 1024;
const usualRate = '50';

/** Hashes masters again, mends what it can from the mirror, and says what is wrong. Ctrl-C stops it; the next run goes on. */
export const archiveFixity: Command = {
  args: [],
  options: { all: { type: 'boolean' }, due: { type: 'boolean' }, rate: { type: 'string' } },
  run: async (given, { config, t, progress, redraw }) => {
    const asked = { ...readAsked(given), config: config() };
    const { checkMasters } = await import('../archive/check-masters.ts');
    const { fixityAnswer } = await import('../archive/fixity-report.ts');
    const { progressLine } = await import('../archive/progress-line.ts');
    using stop = onInterrupt();
    const onResumed = (began: Date) => progress(t('cli:fixity.resumed', { began: began.toISOString() }));
    const onProgress = (done: Progress) => redraw(() => progressLine(done, t));
    try {
      const report = await checkMasters({ ...asked, signal: stop.signal, onResumed, onProgress });
      return fixityAnswer(report, asked.config.mastersDir, t);
    } finally {
      redraw(() => '');
    }
  },
};

function readAsked({ options }: Given): { whole: boolean; bytesPerSecond: number } {
  if (options.all === true && options.due === true) throw usage('--all --due', name);
  const rate = String(options.rate ?? usualRate);
  const isRate = /^\d{1,5}(\.\d{1,3})?$/.test(rate) && Number(rate) > 0;
  if (!isRate) throw usage(`--rate ${rate}`, name);
  return { whole: options.all === true, bytesPerSecond: Number(rate) * megabyte };
}
