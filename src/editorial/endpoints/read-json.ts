import { addDataAndFileToRequest, type PayloadRequest } from 'payload';
import type { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { clean } from '../input/clean.ts';

/**
 * Body of a request to an endpoint of ours.
 * @throws Failure `body-malformed`, `field-unknown` or `field-invalid` with the first field at fault
 */
export const readJson = async <T>(req: PayloadRequest, schema: z.ZodType<T>): Promise<T> => {
  await addDataAndFileToRequest(req);
  const read = schema.safeParse(clean(req.data ?? {}, 'body'));
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  if (issue?.code === 'unrecognized_keys')
    throw new Failure('field-unknown', { field: issue.keys[0]?.slice(0, 60) ?? '?' });
  throw new Failure('field-invalid', { field: issue?.path.join('.').slice(0, 60) || '?' });
};
