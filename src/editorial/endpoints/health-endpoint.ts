import type { Endpoint, Payload } from 'payload';
import { askRecord } from '../archive/ask-record.ts';
import { answering } from './after-error.ts';

/** How long a database may take before it counts as silent, in milliseconds: whoever checks health waits no longer either. */
const patience = 2500;

/**
 * `GET /api/health`: whether the studio answers and reaches its database, and how many masters are damaged or missing
 * (null: none was checked yet). Tells nothing else; another start mends no master, so that they leave the status alone.
 */
export const healthEndpoint: Endpoint = {
  path: '/health',
  method: 'get',
  handler: answering(async (req) => {
    const healthy = await reaches(req.payload.db);
    const init = { status: healthy ? 200 : 503, headers: { 'Cache-Control': 'no-store' } };
    const masters = askRecord(req.payload, (record) => record.alarms());
    return Response.json({ status: healthy ? 'ok' : 'unhealthy', masters }, init);
  }),
};

/** A driver may wait half a minute for a server to come back; an answer that comes so late helps nobody. */
async function reaches(db: Pick<Payload['db'], 'count'>): Promise<boolean> {
  const { promise: silence, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), patience);
  const answered = db.count({ collection: 'agencies', where: {} }).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answered, silence]);
  } finally {
    clearTimeout(timer);
  }
}
