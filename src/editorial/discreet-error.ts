import { z } from 'zod';

const known = z.looseObject({
  name: z.string().catch('Error'),
  code: z.union([z.string(), z.number()]).optional().catch(undefined),
  status: z.number().optional().catch(undefined),
  message: z.string().catch(''),
  stack: z.string().catch(''),
});

/** Where it happened, without the message that a stack begins with. */
const framesOf = (stack: string): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 12);

/**
 * An error as a log may tell it. Messages of databases repeat queries with their values, and so words of documents:
 * only refusals, whose messages are codes or names of fields, keep theirs.
 */
export const discreetError = (error: unknown): Record<string, unknown> => {
  const read = known.safeParse(error);
  if (!read.success) return { name: typeof error };
  const { name, code, status, message, stack } = read.data;
  const cause = error instanceof Error && error.cause !== undefined ? discreetError(error.cause) : undefined;
  const isRefusal = status !== undefined && status < 500;
  return { name, code, status, ...(isRefusal ? { message } : { frames: framesOf(stack) }), cause };
};
