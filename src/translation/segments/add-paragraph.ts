import type { Content } from '../content.ts';
import { childrenOf, isProperties } from './nodes.ts';
import { nodesFrom } from './nodes-from.ts';
import { type Part, partsOf } from './parts.ts';
import type { FieldShape } from './shape.ts';

/** A text of the editor with one paragraph more. */
export interface AddedParagraph {
  /** Name of the field, and what it holds from now on. */
  readonly field: string;
  readonly value: unknown;
  /** Where the paragraph stands. */
  readonly path: string;
}

const paragraphOf = (content: Content): unknown => ({
  ...{ type: 'paragraph', version: 1, direction: 'ltr', format: '', indent: 0, textFormat: 0, textStyle: '' },
  children: nodesFrom(content, new Map()),
});

const nodesOf = (part: Part): readonly unknown[] => (part.part === 'node' ? [part.node] : part.nodes);

/**
 * Puts a paragraph behind the one, the list, the table or the box in which a segment stands. Null where that is no text of the editor: a
 * title has no neighbour.
 *
 * @param document in one language, fields bare
 * @param path of a segment of it
 */
export const addParagraph = (
  document: unknown,
  shape: readonly FieldShape[],
  path: string,
  content: Content,
): AddedParagraph | null => {
  const [field = '', key] = path.split('/');
  const isRich = shape.some(({ name, kind }) => name === field && kind === 'rich');
  const value = isProperties(document) ? document[field] : undefined;
  if (!isRich || !isProperties(value) || !isProperties(value.root)) return null;
  const children = childrenOf(value.root) ?? [];
  const before = partsOf({ ...value.root, type: 'root' })?.find((part) => part.key === key);
  if (!before) return null;
  const paragraph = paragraphOf(content);
  const behind = children.indexOf(nodesOf(before).at(-1)) + 1;
  const root = { ...value.root, children: children.toSpliced(behind, 0, paragraph) };
  const added = partsOf({ ...root, type: 'root' })?.find((part) => nodesOf(part).includes(paragraph));
  return added ? { field, value: { ...value, root }, path: `${field}/${added.key}` } : null;
};
