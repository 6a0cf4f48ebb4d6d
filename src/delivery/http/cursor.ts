import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ParameterFailure } from './query.ts';

/** Where the next page begins: after the row with this sort value and id. */
export interface Place {
  readonly value: string;
  readonly id: string;
}

const content = z.tuple([z.string(), z.string(), z.string()]);

const sealOf = (query: string, place: Place): string =>
  createHash('sha256')
    .update(JSON.stringify([1, query, place.value, place.id]))
    .digest('base64url')
    .slice(0, 16);

/**
 * An opaque cursor that only continues the query that it was made for.
 * @param query everything that decides which documents are listed and in what order
 * @NOTE The seal guards against mistakes, not against forgery: a forged cursor could only skip to another place of a
 *   list that is public anyway. Therefore no secret, and any node continues what another began.
 */
export const writeCursor = (query: string, place: Place): string =>
  Buffer.from(JSON.stringify([sealOf(query, place), place.value, place.id])).toString('base64url');

const parse = (bytes: Buffer): [seal: string, place: Place] | null => {
  try {
    const [seal, value, id] = content.parse(JSON.parse(bytes.toString()));
    return [seal, { value, id }];
  } catch {
    return null;
  }
};

/** @throws ParameterFailure `cursor-invalid` when it is damaged or belongs to another query */
export const readCursor = (query: string, cursor: string): Place => {
  const bytes = Buffer.from(cursor, 'base64url');
  const [seal, place] = parse(bytes) ?? [];
  if (place && bytes.toString('base64url') === cursor && seal === sealOf(query, place)) return place;
  throw new ParameterFailure([{ parameter: 'cursor', code: 'cursor-invalid' }]);
};
