import type { Payload } from 'payload';

/** The gate reads a row within seconds and compares everything at its start: older rows tell nothing. */
const keptMs = 24 * 60 * 60 * 1000;

/** Deletes outbox rows that no gate will look at again. */
export async function pruneOutbox(payload: Payload, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptMs).toISOString();
  await payload.db.deleteMany({ collection: 'outbox', where: { at: { less_than: before } } });
}

/** Prunes at once and then every hour as long as the process lives. A failure is logged and tried again next time. */
export function keepOutboxShort(payload: Payload): void {
  const prune = () =>
    pruneOutbox(payload, new Date()).catch((err: unknown) => payload.logger.warn({ err }, 'outbox not pruned'));
  setInterval(prune, 60 * 60 * 1000).unref();
  void prune();
}
