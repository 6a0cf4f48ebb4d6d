import { below, type Mirror, type Stood } from './mirror.ts';
import { isProperties, typeOf } from './nodes.ts';
import { type Part, partsOf } from './parts.ts';
import type { Boxes } from './shape.ts';
import { boxShape } from './walk-nodes.ts';

/**
 * Which child of the target is which of the source: by the words that they hold; what says nothing by what it is, in order; rows
 * and cells that are left by their place.
 */
export function pairParts(
  source: Stood<readonly Part[]>,
  target: Stood<readonly Part[]> | null,
  boxes: Boxes,
  mirror: Mirror,
): ReadonlyMap<Part, Part> {
  const pairs = new Map<Part, Part>();
  if (!target) return pairs;
  const free = new Map(target.value.map((part) => [part.key, part]));
  const take = (part: Part, found: Part | undefined) => {
    if (found && isOfKind(part, found) && free.delete(found.key)) pairs.set(part, found);
  };
  for (const part of source.value) {
    const key = mirror.childFor(below(source.path, part.key ?? ''), target.path);
    take(part, key === null ? undefined : free.get(key));
  }
  const left = source.value.filter((part) => !pairs.has(part));
  for (const part of left) {
    if (mirror.isTold(below(source.path, part.key ?? ''))) continue;
    const mute = [...free.values()].filter(({ key }) => !mirror.saysAt(below(target.path, key ?? '')));
    take(
      part,
      mute.find((other) => thing(other, boxes) === thing(part, boxes)),
    );
  }
  for (const part of left) if (!pairs.has(part) && isOfTable(part)) take(part, free.get(part.key));
  return pairs;
}

/** Whether one can stand for the other without losing what else the other holds. */
function isOfKind(one: Part, other: Part): boolean {
  if (one.part === 'sentence' || other.part === 'sentence') return one.part === other.part;
  const [here, there] = [isOneSentence(one.node), isOneSentence(other.node)];
  return here || there ? here && there : kindOf(one.node) === kindOf(other.node);
}

const isOneSentence = (node: unknown): boolean => partsOf(node)?.[0]?.key === null;

const kindOf = (node: unknown): string => {
  const fields = isProperties(node) ? node.fields : undefined;
  return `${typeOf(node)} ${isProperties(fields) ? String(fields.blockType) : ''}`;
};

const isOfTable = (part: Part): boolean =>
  part.part === 'node' && ['tablerow', 'tablecell'].includes(typeOf(part.node));

/** What a node is, beside its words. */
function thing(part: Part, boxes: Boxes): string {
  if (part.part === 'sentence') return 'sentence';
  const { node } = part;
  const box = boxShape(node, boxes);
  if (!isProperties(node) || !box || !isProperties(node.fields)) return typeOf(node) || JSON.stringify(node);
  const words = new Set(['id', 'blockName', ...box.map(({ name }) => name)]);
  return JSON.stringify(Object.entries(node.fields).filter(([name]) => !words.has(name)));
}
