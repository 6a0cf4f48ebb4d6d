import type { Endpoint } from 'payload';
import { Failure } from '#errors/failure.ts';
import { answering } from './after-error.ts';

const closed = (method: Endpoint['method'], path: string): Endpoint => ({
  method,
  path,
  handler: answering(async () => {
    throw new Failure('not-found');
  }),
});

/**
 * Stock addresses for people that do not exist here: passwords are never reset by mail, addresses never confirmed by
 * it, and the first person comes from the command line.
 */
export const closedToPeople: readonly Endpoint[] = [
  closed('post', '/forgot-password'),
  closed('post', '/reset-password'),
  closed('post', '/first-register'),
  closed('post', '/verify/:id'),
  closed('get', '/init'),
];

/** Stock addresses of versions, for collections that keep none: Payload falls over at them. */
export const closedWithoutVersions: readonly Endpoint[] = [
  closed('get', '/versions'),
  closed('get', '/versions/:id'),
  closed('post', '/versions/:id'),
];
