import crypto from 'node:crypto';
import { promisify } from 'node:util';
import type { CollectionBeforeOperationHook } from 'payload';
import { z } from 'zod';

const sent = z.looseObject({ data: z.looseObject({ email: z.string(), password: z.string() }) });
const locked = z.looseObject({ lockUntil: z.union([z.string(), z.date()]).transform((until) => new Date(until)) });

/** An address as Payload looks for it. */
const asAddress = (email: string): string => email.toLowerCase().trim();

/**
 * Payload compares no password for an address that nobody has, nor for an account that is locked, and answers at once:
 * how long an answer takes would tell one from the other. Here the work is done all the same, against nothing.
 */
export const evenSignIn: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const read = sent.safeParse(args);
  if (operation !== 'login' || !read.success) return args;
  const { email, password } = read.data.data;
  const where = { email: { equals: asAddress(email) } };
  const found: unknown = await req.payload.db.findOne({ collection: 'users', where, req });
  const until = locked.safeParse(found).data?.lockUntil;
  const isCompared = found !== null && !(until && until > new Date());
  if (!isCompared) await promisify(crypto.pbkdf2)(password, 'nobody', 600_000, 32, 'sha256');
  return args;
};
