import { z } from 'zod';
import type { Reference, Resolve } from './released-collections.ts';

/** A node of the editor's state: what every node has, whatever else it carries. */
const node = z.looseObject({ type: z.string(), children: z.array(z.unknown()).default([]) });
export type LexicalNode = z.infer<typeof node>;

/** Reads one node; what is no node at all becomes one of type `malformed`, which no converter knows. */
export function readNode(value: unknown): LexicalNode {
  const read = node.safeParse(value);
  return read.success ? read.data : { type: 'malformed', children: [] };
}

export const readNodes = (values: readonly unknown[]): LexicalNode[] => values.map(readNode);

/** What a conversion gathers while it walks: references met, and the types of nodes that it does not know. */
export interface Conversion {
  readonly resolve: Resolve;
  readonly refs: Reference[];
  readonly unknown: Set<string>;
}

/** Id of a related document, which Payload stores bare or populated. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'object' && value !== null && 'id' in value) return idOf(value.id);
  return null;
}
