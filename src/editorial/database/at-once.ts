import type { Payload } from 'payload';

/**
 * What makes an `updateOne` one statement that looks and writes at once, so that of two who saw the same row one finds it changed: the
 * embedded database has to be told, MongoDB does nothing else.
 */
export const atOnce = ({ db }: { readonly db: Pick<Payload['db'], 'name'> }) =>
  db.name === 'sqlite' ? { options: { atomic: true } } : {};
