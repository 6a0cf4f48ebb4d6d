import { childrenOf, isProperties, type Properties } from './nodes.ts';
import type { Boxes, FieldShape, TextShape } from './shape.ts';
import { at, deepest, mapList, type Walk } from './slots.ts';
import { walkNode } from './walk-nodes.ts';

/**
 * Visits every place below some fields that can hold words, and gives back what they hold afterwards: the very same value
 * where nothing changes. What has not the form that its field asks for is left alone.
 */
export function walkFields(value: unknown, fields: readonly FieldShape[], walk: Walk): unknown {
  const isMissing = value === null || value === undefined;
  if (walk.depth > deepest || !(isMissing || isProperties(value))) return value;
  const before: Properties = isMissing ? {} : value;
  const changes = new Map<string, unknown>();
  for (const field of fields) {
    const held = heldBy(before, field.name);
    const changed = walkLocalized(held, field, nameInto(walk, field));
    if (!Object.is(changed, held)) changes.set(field.name, changed);
  }
  return changes.size === 0 ? value : { ...before, ...Object.fromEntries(changes) };
}

const heldBy = (properties: Properties, name: string): unknown =>
  Object.hasOwn(properties, name) ? properties[name] : undefined;

/** The box of a text belongs to the field of that text. */
const nameInto = (walk: Walk, { name }: FieldShape): Walk => {
  const field = walk.field === '' ? name : `${walk.field}.${name}`;
  return at(walk, name, walk.inText ? {} : { field });
};

function walkLocalized(value: unknown, field: FieldShape, walk: Walk): unknown {
  const { locale } = walk;
  if (!field.localized || locale === undefined) return walkField(value, field, walk);
  if (value !== null && value !== undefined && !isProperties(value)) return value;
  const inside = heldBy(value ?? {}, locale);
  const changed = walkField(inside, field, walk);
  return Object.is(changed, inside) ? value : { ...value, [locale]: changed };
}

function walkField(value: unknown, field: FieldShape, walk: Walk): unknown {
  switch (field.kind) {
    case 'text':
      return walkText(value, field, walk);
    case 'rich':
      return walkRich(value, field.blocks, walk);
    case 'group':
      return walkFields(value, field.fields, walk);
    case 'rows':
      return Array.isArray(value) ? mapList(value, (row, index) => walkRow(row, field.fields, at(walk, index))) : value;
    case 'blocks':
      return Array.isArray(value)
        ? mapList(value, (row, index) => walkRow(row, boxFor(row, field.blocks), at(walk, index)))
        : value;
  }
}

const walkRow = (row: unknown, fields: readonly FieldShape[], walk: Walk): unknown =>
  isProperties(row) ? walkFields(row, fields, walk) : row;

const boxFor = (row: unknown, blocks: Boxes): readonly FieldShape[] =>
  (isProperties(row) && typeof row.blockType === 'string' && blocks.get(row.blockType)) || [];

function walkText(value: unknown, { role, limit, many }: TextShape, walk: Walk): unknown {
  const place = { field: walk.field, role, ...(limit === undefined ? {} : { limit }) };
  if (!many) return walk.visit.plain({ ...place, path: walk.path }, value);
  if (!Array.isArray(value)) return value;
  return mapList(value, (text, index) => walk.visit.plain({ ...place, path: at(walk, index).path }, text));
}

function walkRich(value: unknown, boxes: Boxes, walk: Walk): unknown {
  if (!isProperties(value) || childrenOf(value.root) === null || !isProperties(value.root)) return value;
  // Whatever the root calls itself, it is the root
  const root = walkNode({ ...value.root, type: 'root' }, { ...walk, inText: true, boxes, into: walkFields });
  const children = childrenOf(root);
  return children === childrenOf(value.root) ? value : { ...value, root: { ...value.root, children } };
}
