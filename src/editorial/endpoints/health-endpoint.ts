import type { Endpoint } from 'payload';
import { answering } from './after-error.ts';

/** `GET /api/health`: whether the studio answers and reaches its database. Tells nothing else. */
export const healthEndpoint: Endpoint = {
  path: '/health',
  method: 'get',
  handler: answering(async (req) => {
    const healthy = await req.payload.db.count({ collection: 'agencies', where: {} }).then(
      () => true,
      () => false,
    );
    const init = { status: healthy ? 200 : 503, headers: { 'Cache-Control': 'no-store' } };
    return Response.json({ status: healthy ? 'ok' : 'unhealthy' }, init);
  }),
};
