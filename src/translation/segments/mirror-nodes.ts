import { below, type Mirror, type Stood } from './mirror.ts';
import { inSourceOrder } from './mirror-order.ts';
import { pairParts } from './mirror-pairs.ts';
import { childrenOf, isProperties, type Properties, properties, typeOf } from './nodes.ts';
import { type Part, partsOf } from './parts.ts';
import type { Boxes } from './shape.ts';
import { deepest } from './slots.ts';
import { boxShape } from './walk-nodes.ts';

/**
 * A node of the source as the target has it: none where it is not translated. Pictures, rows and cells stay though they say nothing, so that
 * a table keeps its form; what has no words is taken as it is.
 */
export function mirrorNode(
  source: Stood,
  target: Stood | null,
  boxes: Boxes,
  mirror: Mirror,
  depth = 0,
): readonly unknown[] {
  const { value: node, path } = source;
  if (!isProperties(node) || depth > deepest) return [node];
  if (mirror.hasWords(path) && !mirror.isTold(path) && !stays(node)) return [];
  const box = boxShape(node, boxes);
  if (box)
    return [
      mirrorBox({ value: node, path }, target, () =>
        mirror.into(fieldsOf(source), target && fieldsOf(target), box, mirror),
      ),
    ];
  const parts = partsOf(node);
  if (parts === null) return [node];
  const [only] = parts;
  if (only?.part === 'sentence' && only.key === null) return mirrorHolder(node, path, only.nodes, target, mirror);
  const targetParts = (target && partsOf(target.value)) ?? [];
  const pairs = pairParts({ value: parts, path }, target && { value: targetParts, path: target.path }, boxes, mirror);
  const children = inSourceOrder(
    parts.map((part) => {
      const other = pairs.get(part) ?? null;
      return { from: other?.key ?? null, nodes: mirrorPart(part, path, other, target, boxes, mirror, depth) };
    }),
    targetParts.map((part) => ({ ...part, key: part.key ?? '' })),
    (part) => beyond(part, target?.path ?? '', boxes, mirror),
  );
  return [shell(node, target?.value, children)];
}

/** Nodes whose place counts, whatever they say. */
const stays = (node: Properties): boolean => {
  const type = typeOf(node);
  if (type === 'tablerow' || type === 'tablecell' || type === 'upload' || type === 'root') return true;
  return type === 'block' && isProperties(node.fields) && node.fields.blockType === 'picture';
};

const fieldsOf = ({ value, path }: Stood): Stood => ({ value: properties(value).fields, path });

/** A box shows what the source shows; its own id it keeps, as the editor knows it by that. */
function mirrorBox(source: Stood<Properties>, target: Stood | null, mirrored: () => unknown): Properties {
  const fields = mirrored();
  const own = properties(target && fieldsOf(target).value);
  const id = own.id === undefined ? {} : { id: own.id };
  return { ...source.value, fields: isProperties(fields) ? { ...fields, ...id } : fields };
}

function mirrorHolder(
  node: Properties,
  path: string,
  nodes: readonly unknown[],
  target: Stood | null,
  mirror: Mirror,
): readonly unknown[] {
  if (!mirror.hasWords(path)) return [node];
  const told = mirror.tell(path, nodes);
  return told === null ? [] : [shell(node, target?.value, told)];
}

function mirrorPart(
  part: Part,
  path: string,
  other: Part | null,
  target: Stood | null,
  boxes: Boxes,
  mirror: Mirror,
  depth: number,
): readonly unknown[] {
  const here = below(path, part.key ?? '');
  if (part.part === 'sentence') return mirror.hasWords(here) ? (mirror.tell(here, part.nodes) ?? []) : part.nodes;
  const there = other?.part === 'node' && target ? { value: other.node, path: below(target.path, other.key) } : null;
  return mirrorNode({ value: part.node, path: here }, there, boxes, mirror, depth + 1);
}

/** What a part of the target says beyond its source, without all else. */
function beyond(part: Part, path: string, boxes: Boxes, { own, saysAt }: Mirror): readonly unknown[] {
  const here = below(path, part.key ?? '');
  if (own === null) return [];
  if (saysAt(here))
    return part.part === 'sentence' ? part.nodes : mirrorNode({ value: part.node, path: here }, null, boxes, own);
  // An empty line says nothing; what nobody knows may
  const isKept = part.part === 'node' && !own.hasWords(here) && partsOf(part.node) === null;
  return isKept ? [part.node] : [];
}

const emptyLine: Properties = {
  type: 'paragraph',
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  textFormat: 0,
  textStyle: '',
  children: [],
};

/** What a node is, beside what it holds: that follows the source. How it is laid out stays as the target has it. */
const structural = ['tag', 'listType', 'start', 'value', 'checked', 'headerState', 'colSpan', 'rowSpan'];

function shell(node: Properties, target: unknown, children: readonly unknown[]): Properties {
  const isEmptied = typeOf(node) === 'tablecell' && children.length === 0 && childrenOf(node)?.length !== 0;
  const held = isEmptied ? [emptyLine] : children;
  if (!isProperties(target) || typeOf(target) !== typeOf(node)) return { ...node, children: held };
  const changed = structural.filter((name) => node[name] !== target[name]);
  return { ...target, ...Object.fromEntries(changed.map((name) => [name, node[name]])), children: held };
}
