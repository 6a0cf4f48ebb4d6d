import { resolve } from 'node:path';
import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';
import type { Checking } from '#media/bagit/validate.ts';
import type { IngestProgress } from '../archive/progress-line.ts';
import type { Command, Given } from '../command.ts';
import { onInterrupt } from '../on-interrupt.ts';
import { usage } from '../usage.ts';

const name = 'archive unbag';

const asked = z.object({
  source: z.string().min(1),
  report: z.string().min(1).optional(),
  marking: z.enum(['unreviewed', 'internal', 'restricted']).default('unreviewed'),
  locale: z.enum(studioLocales).default('vi'),
  'check-only': z.boolean().default(false),
});

/** Checks a bag of any author and takes it in. Ctrl-C stops it after the picture in hand; the next run goes on. */
export const archiveUnbag: Command = {
  args: ['source'],
  options: {
    'check-only': { type: 'boolean' },
    marking: { type: 'string' },
    locale: { type: 'string' },
    report: { type: 'string' },
  },
  run: async (given, { config, t, redraw }) => {
    const order = readOrder(given);
    const { unbagAll } = await import('../archive/unbag-all.ts');
    const { unbagAnswer } = await import('../archive/unbag-report.ts');
    const { checkingLine, ingestLine } = await import('../archive/progress-line.ts');
    using stop = onInterrupt();
    const onChecked = (done: Checking & { readonly milliseconds: number }) => redraw(() => checkingLine(done, t));
    const onProgress = (done: IngestProgress) => redraw(() => ingestLine(done, t));
    try {
      return unbagAnswer(await unbagAll({ ...order, config, signal: stop.signal, onChecked, onProgress }), t);
    } finally {
      redraw(() => '');
    }
  },
};

/** A name of its own for each run: no report is written over another. */
const usualReport = (): string => `unbag-${new Date().toISOString().replace(/[:.]/g, '-')}.csv`;

function readOrder({ args, options }: Given) {
  const read = asked.safeParse({ ...options, ...args });
  if (!read.success) throw usage(`--${String(read.error.issues[0]?.path[0])}`, name, read.error);
  const { source, report, marking: level, locale } = read.data;
  return {
    ...{ source, checkOnly: read.data['check-only'], defaults: { locale, level } },
    report: resolve(report ?? usualReport()),
  };
}
