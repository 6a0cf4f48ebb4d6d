/** Something that has a key among its siblings. */
export interface Keyed {
  readonly key: string;
}

/** What came of one child of the source, and which child of the target it was taken from. */
export interface Mirrored {
  readonly from: string | null;
  readonly nodes: readonly unknown[];
}

/**
 * Children of the target in the order of the source. What only the target has stays behind what it stood behind, and at the head
 * where it stood behind nothing.
 * @param own what is left of each child of the target that was taken for none of the source
 */
export function inSourceOrder<T extends Keyed>(
  mirrored: readonly Mirrored[],
  targets: readonly T[],
  own: (target: T) => readonly unknown[],
): unknown[] {
  const taken = new Set(mirrored.map(({ from }) => from));
  const behind = new Map<string | null, unknown[]>();
  let last: string | null = null;
  for (const target of targets) {
    if (taken.has(target.key)) last = target.key;
    else behind.set(last, [...(behind.get(last) ?? []), ...own(target)]);
  }
  const rest = mirrored.flatMap(({ from, nodes }) => [...nodes, ...((from !== null && behind.get(from)) || [])]);
  return [...(behind.get(null) ?? []), ...rest];
}
