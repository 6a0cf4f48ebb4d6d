import type { Payload } from 'payload';
import { z } from 'zod';
import { retentionTable, usualRetention } from '../legal/retention.ts';
import type { StudioValues } from '../studio-values.ts';
import { unreadPath } from '../unread-path.ts';

const place = z.object({
  gateDir: z.string().nullable(),
  retention: retentionTable.nullable().transform((table) => table ?? usualRetention),
});

/** Where the audit log lies for this process, and for how long its lines are kept. */
export interface AuditPlace {
  /** Null: this process cannot read the log. */
  readonly dir: string | null;
  readonly retention: z.infer<typeof retentionTable>;
}

export const auditPlace = ({ config }: Pick<Payload, 'config'>): AuditPlace => {
  const { gateDir, retention } = place.parse(config.custom?.auditPlace);
  return { dir: gateDir === null ? null : unreadPath(gateDir, 'audit'), retention };
};

/** What `auditPlace` reads, for the configuration. */
export const placeForConfig = ({
  gateDir,
  retention,
}: Pick<StudioValues, 'gateDir' | 'retention'>): z.input<typeof place> => ({
  ...{ gateDir: gateDir ?? null, retention: retention ?? null },
});
