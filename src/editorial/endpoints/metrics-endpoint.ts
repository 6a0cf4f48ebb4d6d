import { createHash, timingSafeEqual } from 'node:crypto';
import type { Endpoint } from 'payload';
import { Failure } from '#errors/failure.ts';
import { expositionOf, expositionType } from '../metrics/exposition.ts';
import { measure } from '../metrics/measure.ts';
import { answering } from './after-error.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares in a time that tells nothing; without a token nobody is let in. */
const isBearer = (header: string | null, token: string): boolean =>
  token !== '' && timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));

/**
 * `GET /api/metrics`, for Prometheus. Its numbers count masters of every marking, so it is there for nobody but whoever shows the
 * token; to everybody else, signed in or not, it is an address that does not exist.
 * @param token empty or undefined: for nobody
 */
export const metricsEndpoint = (token: string | undefined): Endpoint => ({
  path: '/metrics',
  method: 'get',
  handler: answering(async (req) => {
    if (!isBearer(req.headers.get('authorization'), token ?? '')) throw new Failure('not-found');
    const headers = { 'Content-Type': expositionType, 'Cache-Control': 'no-store' };
    return new Response(expositionOf(await measure(req.payload, new Date())), { headers });
  }),
});
