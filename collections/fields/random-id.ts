import { randomUUID } from 'node:crypto';
import type { Field } from 'payload';

/** Id of a document: random on every database, so that it tells neither order nor number. */
export const randomId = (): Field => ({
  name: 'id',
  type: 'text',
  defaultValue: () => randomUUID(),
  admin: { hidden: true },
});
