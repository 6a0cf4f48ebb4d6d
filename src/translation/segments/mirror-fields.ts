import { below, type Mirror, type Stood } from './mirror.ts';
import { mirrorNode } from './mirror-nodes.ts';
import { inSourceOrder } from './mirror-order.ts';
import { isProperties, type Properties, properties } from './nodes.ts';
import type { Boxes, FieldShape } from './shape.ts';

/** The fields of a box: it shows what the source shows, with words of the target. */
export const mirrorBox: Mirror['into'] = (source, target, shapes, mirror) =>
  isProperties(source.value) ? { ...source.value, ...mirrorEach(source, target, shapes, mirror) } : source.value;

/** The fields of a document or a group. What holds no words is as the target has it. */
export const mirrorFields: Mirror['into'] = (source, target, shapes, mirror) =>
  isProperties(source.value) || isProperties(target?.value)
    ? { ...properties(target?.value), ...mirrorEach(source, target, shapes, mirror) }
    : target?.value;

function mirrorEach(source: Stood, target: Stood | null, shapes: readonly FieldShape[], mirror: Mirror): Properties {
  const [from, to] = [properties(source.value), properties(target?.value)];
  const mirrored = shapes.map((shape): [string, unknown] => {
    const { name } = shape;
    const there = target && { value: to[name], path: below(target.path, name) };
    return [name, mirrorField({ value: from[name], path: below(source.path, name) }, there, shape, mirror)];
  });
  return Object.fromEntries(mirrored.filter(([, value]) => value !== undefined));
}

function mirrorField(source: Stood, target: Stood | null, shape: FieldShape, mirror: Mirror): unknown {
  switch (shape.kind) {
    case 'text':
      return shape.many ? mirrorTexts(source, target, mirror) : mirrorText(source, target, mirror);
    case 'rich':
      return mirrorRich(source, target, shape.blocks, mirror);
    case 'group':
      return mirrorFields(source, target, shape.fields, mirror);
    case 'rows':
      return mirrorRows(source, target, () => shape.fields, mirror);
    case 'blocks':
      return mirrorRows(source, target, ({ blockType }) => boxNamed(blockType, shape.blocks), mirror);
  }
}

const boxNamed = (name: unknown, blocks: Boxes): readonly FieldShape[] =>
  (typeof name === 'string' && blocks.get(name)) || [];

/** What the target says where the source says nothing stays. */
function mirrorText(source: Stood, target: Stood | null, mirror: Mirror): unknown {
  const said = mirror.say(source.path);
  if (said !== null) return said;
  if (target && mirror.saysAt(target.path)) return target.value;
  // Where neither says anything, nothing is as empty as it was; where the target's words stand elsewhere now, they are gone
  const isGone = mirror.hasWords(source.path) || (target && mirror.own?.hasWords(target.path));
  return isGone ? null : (target?.value ?? source.value);
}

function mirrorTexts(source: Stood, target: Stood | null, mirror: Mirror): unknown {
  if (!Array.isArray(source.value)) return target?.value;
  const own = target && Array.isArray(target.value) ? target.value : [];
  const said = source.value.map((text: unknown, index) => {
    const path = below(source.path, String(index));
    return mirror.hasWords(path) ? mirror.say(path) : text;
  });
  const beyond = own.filter((_, index) => mirror.saysAt(below(target?.path ?? '', String(index))));
  return [...said.filter((text) => text !== null), ...beyond];
}

function mirrorRich(source: Stood, target: Stood | null, boxes: Boxes, mirror: Mirror): unknown {
  const from = rootOf(source);
  if (!from) return target?.value ?? null;
  const to = target && rootOf(target);
  const [root] = mirrorNode(from, to, boxes, mirror);
  return { ...(to && isProperties(target?.value) ? target.value : properties(source.value)), root };
}

const rootOf = ({ value, path }: Stood): Stood | null => {
  const { root } = properties(value);
  return isProperties(root) && Array.isArray(root.children) ? { value: { ...root, type: 'root' }, path } : null;
};

function mirrorRows(
  source: Stood,
  target: Stood | null,
  shapeOf: (row: Properties) => readonly FieldShape[],
  mirror: Mirror,
): unknown {
  if (!Array.isArray(source.value)) return target?.value ?? source.value;
  const own: unknown[] = target && Array.isArray(target.value) ? target.value : [];
  const targets = own.map((row, index) => ({ row, key: String(index) }));
  const free = new Set(targets);
  const mirrored = source.value.map((row: unknown, index) => {
    const path = below(source.path, String(index));
    const key = mirror.childFor(path, target?.path ?? '');
    const other = [...free].find((one) => one.key === key || (key === null && isSameRow(one.row, row)));
    if (other) free.delete(other);
    const there = other && target ? { value: other.row, path: below(target.path, other.key) } : null;
    const words = mirrorEach({ value: row, path }, there, shapeOf(properties(row)), mirror);
    return { from: other?.key ?? null, nodes: [{ ...(other ? properties(other.row) : withoutId(row)), ...words }] };
  });
  return inSourceOrder(mirrored, targets, ({ row, key }) => {
    const here = { value: row, path: below(target?.path ?? '', key) };
    if (!mirror.own || !mirror.saysAt(here.path)) return [];
    return [{ ...properties(row), ...mirrorEach(here, null, shapeOf(properties(row)), mirror.own) }];
  });
}

const isSameRow = (one: unknown, other: unknown): boolean =>
  isProperties(one) && isProperties(other) && one.id !== undefined && one.id === other.id;

/** A row that the target has not yet gets an id of its own from the database. */
function withoutId(row: unknown): Properties {
  const { id: _source, ...rest } = properties(row);
  return rest;
}
