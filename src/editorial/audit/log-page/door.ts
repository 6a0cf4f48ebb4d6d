import type { Endpoint, PayloadRequest } from 'payload';
import { answering } from '../../endpoints/after-error.ts';
import { keepRefusal } from '../keep-refusal.ts';
import { type Auditing, auditingOf } from './auditor-of.ts';

/** What any address gives that is not there: in the very words of Payload, so that nobody learns that this one is. */
const absent = ({ pathname }: PayloadRequest): Response =>
  Response.json({ message: `Route not found "${pathname}"` }, { status: 404 });

type Handle = (req: PayloadRequest, auditing: Auditing) => Promise<Response>;

/** An address of the audit log, which is there for whoever may read it, and for nobody else. */
export const logDoor = (method: 'get' | 'post', path: string, handle: Handle): Endpoint => ({
  path,
  method,
  handler: answering(async (req) => {
    const auditing = await auditingOf(req);
    if (auditing) return handle(req, auditing);
    await keepRefusal(req, 'not-found');
    return absent(req);
  }),
});
