import type { Where } from 'payload';
import { z } from 'zod';
import { copyStates } from '#collections/copies.ts';
import { Failure } from '#errors/failure.ts';

const id = z.string().min(1).max(64);
const asked = z.strictObject({
  state: z.enum(['there', ...copyStates]).optional(),
  holder: id.optional(),
  number: z.coerce.number().int().min(1).max(1_000_000_000_000).optional(),
  collection: z.string().max(40).optional(),
  document: id.optional(),
});

/** Names that the address of the register takes besides `state`, which many addresses do. */
export const copyParameters: readonly string[] = ['holder', 'number', 'collection', 'document'];

/**
 * Which lines of the register somebody wants: `state` (`there`: all that are not destroyed), `holder`, `number`, `collection`
 * with `document`. Left out or empty: all.
 * @throws Failure `parameter-invalid`, `parameter-unknown` by its name
 */
export const readAskedCopies = (searchParams: URLSearchParams): Where => {
  const given = Object.fromEntries([...searchParams].filter(([, value]) => value !== ''));
  const read = asked.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    const parameter = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
    throw new Failure('parameter-invalid', { parameter: String(parameter ?? '?').slice(0, 60) });
  }
  const { state, holder, number, collection, document } = read.data;
  const all: Where[] = [
    ...(state === 'there' ? [{ state: { not_equals: 'destroyed' } }] : []),
    ...(state && state !== 'there' ? [{ state: { equals: state } }] : []),
    ...(holder ? [{ holder: { equals: holder } }] : []),
    ...(number ? [{ number: { equals: number } }] : []),
    ...(collection ? [{ subjectType: { equals: collection } }] : []),
    ...(document ? [{ subjectId: { equals: document } }] : []),
  ];
  return all.length > 0 ? { and: all } : {};
};
