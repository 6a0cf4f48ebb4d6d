import { resolve } from 'node:path';
import { z } from 'zod';
import { retentionKinds } from '#editorial/legal/retention.ts';
import type { Command, Given } from '../command.ts';
import { usage } from '../usage.ts';

const name = 'audit export';

const day = z.iso.date();
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** Days are those of the city, which has no summer time. */
const midnight = (date: string): Date => new Date(`${date}T00:00:00+07:00`);
const dayAfter = (date: string): Date => new Date(midnight(date).getTime() + 24 * 60 * 60 * 1000);

const asked = z.object({
  to: z
    .string()
    .regex(/\.(?:ndjson|csv)$/i)
    .transform((path) => ({ file: resolve(path), form: /csv$/i.test(path) ? ('csv' as const) : ('ndjson' as const) })),
  since: z.union([moment, day.transform(midnight)]).optional(),
  until: z.union([moment, day.transform(dayAfter)]).optional(),
  person: z
    .string()
    .regex(/^(?:[\w-]{1,64}|\S+@\S+)$/)
    .optional(),
  kind: z.array(z.enum(retentionKinds)).optional(),
});

const readOrder = ({ options }: Given) => {
  const read = asked.safeParse(options);
  if (!read.success) throw usage(`--${String(read.error.issues[0]?.path[0])}`, name, read.error);
  const { to, since = null, until: before = null, person = null, kind: kinds = null } = read.data;
  return { ...to, since, before, person, kinds };
};

/** Writes lines of the audit log, by time, person and kind, as NDJSON or CSV: which of them the name of the file says. */
export const auditExport: Command = {
  args: [],
  options: {
    ...{ to: { type: 'string' }, since: { type: 'string' }, until: { type: 'string' }, person: { type: 'string' } },
    kind: { type: 'string', multiple: true },
  },
  run: async (given, { config, t }) => {
    const order = readOrder(given);
    const { exportAll } = await import('../audit/export-all.ts');
    const exported = await exportAll({ config: config(), ...order });
    const { file } = order;
    return { data: { file, ...exported }, lines: [t('cli:audit.exported', { file, ...exported })] };
  },
};
