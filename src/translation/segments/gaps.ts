/**
 * Names the gaps between pairs: what is left on both sides between the same neighbours has the same name.
 * @param pairs indexes of the one side by those of the other
 */
export function gapsOf(
  before: number,
  after: number,
  pairs: ReadonlyMap<number, number>,
): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const back = new Map([...pairs].map(([one, other]) => [other, one]));
  return {
    before: named(before, (index) => (pairs.has(index) ? index : undefined)),
    after: named(after, (index) => back.get(index)),
  };
}

/** Each place by the pair before it and the pair behind it, both as indexes into `before`. */
function named(count: number, pairAt: (index: number) => number | undefined): string[] {
  const ahead: (number | undefined)[] = [];
  for (let index = 0, last: number | undefined; index < count; index++) {
    ahead.push(last);
    last = pairAt(index) ?? last;
  }
  const names: string[] = [];
  for (let index = count - 1, next: number | undefined; index >= 0; index--) {
    names.push(`${ahead[index] ?? ''}-${next ?? ''}`);
    next = pairAt(index) ?? next;
  }
  return names.reverse();
}
