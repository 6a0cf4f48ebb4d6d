import { resolve } from 'node:path';
import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';
import { rightsStatements } from '#media/rights/rights.ts';
import type { IngestProgress } from '../archive/progress-line.ts';
import type { Command, Given } from '../command.ts';
import { onInterrupt } from '../on-interrupt.ts';
import { usage } from '../usage.ts';

const name = 'archive ingest';

const isStatement = (name: string): name is keyof typeof rightsStatements => Object.hasOwn(rightsStatements, name);

/** A code of a statement, or else the slug or id of a rights record. */
const rightsOf = (name: string | undefined) => {
  if (!name) return {};
  return isStatement(name) ? { rights: rightsStatements[name] } : { rightsRecord: name };
};

const asked = z.object({
  source: z.string().min(1),
  manifest: z.string().min(1).optional(),
  report: z.string().min(1).optional(),
  agency: z.string().min(1).optional(),
  album: z.string().min(1).optional(),
  rights: z.string().min(1).optional(),
  marking: z.enum(['internal', 'unreviewed', 'restricted']).default('internal'),
  locale: z.enum(studioLocales).default('vi'),
  'dry-run': z.boolean().default(false),
});

/** Takes a folder or a ZIP of pictures into the archive. Ctrl-C stops it after the picture in hand; the next run goes on. */
export const archiveIngest: Command = {
  args: ['source'],
  options: {
    manifest: { type: 'string' },
    agency: { type: 'string' },
    album: { type: 'string' },
    rights: { type: 'string' },
    marking: { type: 'string' },
    locale: { type: 'string' },
    report: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  run: async (given, { config, t, redraw }) => {
    const order = readOrder(given);
    const { ingestAll } = await import('../archive/ingest-all.ts');
    const { ingestAnswer } = await import('../archive/ingest-report.ts');
    const { ingestLine } = await import('../archive/progress-line.ts');
    using stop = onInterrupt();
    const onProgress = (done: IngestProgress) => redraw(() => ingestLine(done, t));
    try {
      return ingestAnswer(await ingestAll({ ...order, config: config(), signal: stop.signal, onProgress }), t);
    } finally {
      redraw(() => '');
    }
  },
};

/** A name of its own for each run: no report is written over another. */
const usualReport = (): string => `ingest-${new Date().toISOString().replace(/[:.]/g, '-')}.csv`;

function readOrder({ args, options }: Given) {
  const read = asked.safeParse({ ...options, ...args });
  if (!read.success) throw usage(`--${String(read.error.issues[0]?.path[0])}`, name, read.error);
  const { source, manifest = null, report, agency, album, marking, locale } = read.data;
  return {
    source,
    manifest,
    report: resolve(report ?? usualReport()),
    dryRun: read.data['dry-run'],
    defaults: {
      ...{ locale, level: marking },
      ...(agency ? { agency } : {}),
      ...(album ? { album } : {}),
      ...rightsOf(read.data.rights),
    },
  };
}
