import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { type FailureCode, failures } from '#errors/failures.ts';

const values = z.record(z.string(), z.union([z.string(), z.number()]));
const code = z.enum(Object.keys(failures) as [FailureCode, ...FailureCode[]]);

/** What the preparing process tells the one that started it. */
const report = z.discriminatedUnion('tell', [
  z.strictObject({ tell: z.literal('progress'), key: z.string(), values }),
  z.strictObject({ tell: z.literal('login'), email: z.string(), password: z.string() }),
  z.strictObject({ tell: z.literal('released'), expected: z.record(z.string(), z.number()) }),
  z.strictObject({ tell: z.literal('failure'), code, values }),
  z.strictObject({ tell: z.literal('error'), reason: z.string() }),
]);
export type Report = z.infer<typeof report>;

export const readReport = (message: unknown): Report => report.parse(message);

/** A thrown thing as it travels between two processes. */
export const reportOf = (error: unknown): Report =>
  error instanceof Failure
    ? { tell: 'failure', code: error.code, values: { ...error.values } }
    : { tell: 'error', reason: error instanceof Error ? error.message : String(error) };
