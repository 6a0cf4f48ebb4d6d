import type { SpanKind } from '../content.ts';
import { isProperties, type Properties } from './nodes.ts';

/** Lexical's bits, in the order in which codes open where several begin and end together. */
const bits = [
  ['bold', 1],
  ['italic', 2],
  ['underline', 8],
  ['strikethrough', 4],
  ['subscript', 32],
  ['superscript', 64],
  ['code', 16],
] as const satisfies readonly (readonly [SpanKind, number])[];

const known = bits.reduce((sum, [, bit]) => sum | bit, 0);
const plain = new Map<string, unknown>([
  ['version', 1],
  ['detail', 0],
  ['mode', 'normal'],
  ['style', ''],
]);

/** How a run of text looks. `more`: what it carries beside the seven marks, such as a colour that came in with a paste. */
export interface Look {
  readonly marks: readonly SpanKind[];
  readonly more: Properties | null;
}

export function lookOf(node: Properties): Look {
  const format = typeof node.format === 'number' ? node.format : 0;
  const marks = bits.filter(([, bit]) => (format & bit) !== 0).map(([mark]) => mark);
  const more = Object.entries(node).filter(
    ([key, value]) => !['type', 'text', 'format'].includes(key) && plain.get(key) !== value,
  );
  const strange = format & ~known;
  if (strange !== 0) more.push(['format', strange]);
  return { marks, more: more.length > 0 ? Object.fromEntries(more) : null };
}

/** A run of text that looks as said. */
export function textNode(text: string, marks: ReadonlySet<string>, more: readonly Properties[]): Properties {
  let format = 0;
  for (const [mark, bit] of bits) if (marks.has(mark)) format |= bit;
  for (const { format: strange } of more) if (typeof strange === 'number') format |= strange;
  return { ...Object.fromEntries(plain), ...Object.assign({}, ...more), type: 'text', format, text };
}

/** Whether two runs of text differ in nothing but their words. */
export const looksLike = (a: unknown, b: unknown): boolean =>
  isProperties(a) && isProperties(b) && JSON.stringify({ ...a, text: '' }) === JSON.stringify({ ...b, text: '' });
