import { type PayloadRequest, ValidationError, type Where } from 'payload';
import { email } from 'payload/shared';

/** Whether Payload takes it for an address. */
const isAddress = (value: string, req: PayloadRequest): boolean =>
  email(value, { req, required: true, siblingData: {} } as unknown as Parameters<typeof email>[1]) === true;

/**
 * Refuses an address that is none or that somebody else has, with the words with which Payload refuses it after the line of the audit
 * log is written: a database without transactions would keep the line of a person whom nobody made.
 *
 * @throws ValidationError
 */
export const refuseAddress = async (req: PayloadRequest, id: string, value: unknown): Promise<void> => {
  if (typeof value !== 'string') return;
  const refusal = (message: string) =>
    new ValidationError({ collection: 'users', errors: [{ message, path: 'email' }] }, req.t);
  if (!isAddress(value, req)) throw refusal(req.t('validation:emailAddress'));
  const where: Where = { and: [{ email: { equals: value.trim().toLowerCase() } }, { id: { not_equals: id } }] };
  const { totalDocs } = await req.payload.db.count({ collection: 'users', where, req });
  if (totalDocs > 0) throw refusal(req.t('error:userEmailAlreadyRegistered'));
};
