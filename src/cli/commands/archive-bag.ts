import { z } from 'zod';
import { clearances } from '#access/level.ts';
import type { Filling } from '#editorial/archive/bag/put-picture.ts';
import { readSelection } from '#editorial/archive/bag/selection.ts';
import type { Command, Given } from '../command.ts';
import { onInterrupt } from '../on-interrupt.ts';
import { usage } from '../usage.ts';

const name = 'archive bag';

const asked = z.object({
  selection: z.string().min(1),
  out: z.string().min(1),
  'up-to': z.enum(clearances).default('public'),
  compartment: z.array(z.string().min(1)).default([]),
  as: z.string().min(1).optional(),
  organization: z.string().min(1).max(300).optional(),
});

/** Writes pictures with all that is known of them into a bag for other archives. Ctrl-C stops it; the next run goes on. */
export const archiveBag: Command = {
  args: ['selection'],
  options: {
    out: { type: 'string' },
    'up-to': { type: 'string' },
    compartment: { type: 'string', multiple: true },
    as: { type: 'string' },
    organization: { type: 'string' },
  },
  run: async (given, { config, t, redraw }) => {
    const order = readOrder(given);
    const { bagAll } = await import('../archive/bag-all.ts');
    const { bagAnswer } = await import('../archive/bag-report.ts');
    const { bagLine } = await import('../archive/progress-line.ts');
    using stop = onInterrupt();
    const onProgress = (done: Filling & { readonly milliseconds: number }) => redraw(() => bagLine(done, t));
    try {
      const report = await bagAll({ ...order, config: config(), signal: stop.signal, onProgress });
      return bagAnswer(report, order.upTo, t);
    } finally {
      redraw(() => '');
    }
  },
};

function readOrder({ args, options }: Given) {
  const read = asked.safeParse({ ...options, ...args });
  if (!read.success) throw usage(`--${String(read.error.issues[0]?.path[0])}`, name, read.error);
  const { selection, out, compartment: compartments, as = null, organization } = read.data;
  const conditions = readSelection(selection);
  return { selection: selection.trim(), conditions, out, upTo: read.data['up-to'], compartments, as, organization };
}
