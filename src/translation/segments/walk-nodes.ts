import { childrenOf, isProperties, typeOf } from './nodes.ts';
import { type Part, partsOf } from './parts.ts';
import type { SegmentRole } from './segment.ts';
import type { Boxes, FieldShape, TextShape } from './shape.ts';
import { at, deepest, type Walk } from './slots.ts';

/** A walk within a text of the editor. */
export interface NodeWalk extends Walk {
  readonly boxes: Boxes;
  /** Goes on into the fields of a box. */
  readonly into: (fields: unknown, shapes: readonly FieldShape[], walk: Walk) => unknown;
}

const captionOfUpload: TextShape = { kind: 'text', name: 'caption', role: 'caption', localized: false };

/** The fields with words of a box in a text, by its kind; null for what is no box. */
export function boxShape(node: unknown, boxes: Boxes): readonly FieldShape[] | null {
  const type = typeOf(node);
  if (type === 'upload') return [captionOfUpload];
  if (type !== 'block' || !isProperties(node)) return null;
  const { fields } = node;
  return (isProperties(fields) && typeof fields.blockType === 'string' && boxes.get(fields.blockType)) || [];
}

/** Visits every sentence below a node of the editor's text. A node of which nobody knows what it holds is left alone. */
export function walkNode(node: unknown, walk: NodeWalk): unknown {
  if (!isProperties(node) || walk.depth > deepest) return node;
  const box = boxShape(node, walk.boxes);
  if (box) {
    const fields = walk.into(node.fields, box, walk);
    return fields === node.fields ? node : { ...node, fields };
  }
  const parts = partsOf(node);
  if (parts === null) return node;
  const role = roleWithin(typeOf(node), node.headerState);
  const inside = role ? { ...walk, role } : walk;
  const before = childrenOf(node) ?? [];
  const children = parts.flatMap((part) => walkPart(part, typeOf(node), inside));
  const isSame = children.length === before.length && children.every((child, index) => Object.is(child, before[index]));
  return isSame ? node : { ...node, children };
}

function roleWithin(type: string, headerState: unknown): SegmentRole | null {
  if (type === 'listitem' || type === 'list') return 'list-item';
  if (type !== 'tablecell') return null;
  return typeof headerState === 'number' && headerState > 0 ? 'table-header' : 'table-cell';
}

function walkPart(part: Part, type: string, walk: NodeWalk): readonly unknown[] {
  const here = part.key === null ? walk : { ...walk, ...at(walk, part.key) };
  if (part.part === 'node') return [walkNode(part.node, here)];
  const { path, field, role } = here;
  return walk.visit.rich({ path, field, role: role ?? ownRole(type) }, part.nodes);
}

const ownRole = (type: string): SegmentRole => (type === 'heading' || type === 'quote' ? type : 'paragraph');
