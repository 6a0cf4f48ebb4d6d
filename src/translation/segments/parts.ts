import { childrenOf, isHolder, isInline, isWalked, typeOf } from './nodes.ts';

/** What children of a node are read as: sentences, each as a whole, and other nodes one by one. */
export type Part =
  | { readonly part: 'sentence'; readonly key: string | null; readonly nodes: readonly unknown[] }
  | { readonly part: 'node'; readonly key: string; readonly node: unknown };

/**
 * The parts of a node, or null where nobody knows what it holds. Where all children make one sentence it stands at the path of
 * their parent, and its key is null. Otherwise a sentence counts as one child in the paths, so that no other path changes
 * with the number of its nodes.
 */
export function partsOf(node: unknown): readonly Part[] | null {
  const type = typeOf(node);
  const children = childrenOf(node);
  if (!isWalked(type) || children === null) return null;
  const holder = isHolder(type);
  if (holder && children.every((child) => isInline(child, true))) {
    return [{ part: 'sentence', key: null, nodes: children }];
  }
  const parts: Part[] = [];
  for (let index = 0; index < children.length; ) {
    const key = String(parts.length);
    const end = sentenceEnd(children, index, holder);
    if (end === index) parts.push({ part: 'node', key, node: children[index] });
    else parts.push({ part: 'sentence', key, nodes: children.slice(index, end) });
    index = Math.max(end, index + 1);
  }
  return parts;
}

function sentenceEnd(children: readonly unknown[], from: number, holder: boolean): number {
  let end = from;
  while (end < children.length && isInline(children[end], holder)) end++;
  return end;
}
