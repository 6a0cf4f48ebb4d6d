import { Failure } from '#errors/failure.ts';
import type { StudioLocale } from '#languages/locales.ts';
import type { Content } from '#translation/content.ts';
import { type Asked, judge, type Unusable } from '#translation/machine/judge.ts';
import { toMarked } from '#translation/machine/marked-text.ts';
import type { MachineProvider } from './provider.ts';

export interface Empty extends Omit<Asked, 'to'> {
  readonly id: string;
}

/** What became of one segment: words to keep, or why there are none. */
export type Filled =
  | { readonly id: string; readonly content: Content }
  | { readonly id: string; readonly why: Unusable };

/** Most segments, and UTF-16 units, that a machine is asked for at once. */
const most = { segments: 20, units: 6000 };

/** Groups that a machine can be asked for at once; a long segment stands alone. */
const groupsOf = (empty: readonly Empty[]): Empty[][] => {
  const groups: Empty[][] = [];
  let units = 0;
  for (const one of empty) {
    const size = toMarked(one.source).length;
    const group = groups.at(-1);
    if (group && group.length < most.segments && units + size <= most.units) group.push(one);
    else groups.push([one]);
    units = groups.at(-1)?.length === 1 ? size : units + size;
  }
  return groups;
};

/**
 * Has segments translated, group after group.
 *
 * @yields what became of each group, so that whoever asks can keep it before the next one begins
 * @throws Failure of the provider; the reason of `signal` when it is aborted. What was yielded before that stays true.
 */
export async function* translateSegments(
  provider: MachineProvider,
  empty: readonly Empty[],
  [from, to]: readonly [StudioLocale, StudioLocale],
  signal: AbortSignal,
): AsyncGenerator<readonly Filled[]> {
  for (const group of groupsOf(empty)) {
    signal.throwIfAborted();
    const said = await provider.translate(
      group.map(({ source }) => toMarked(source)),
      from,
      to,
      signal,
    );
    if (said.length !== group.length) throw new Failure('machine-useless');
    yield group.map(({ id, ...asked }, at) => {
      const judged = judge(said[at] ?? '', { ...asked, to });
      return typeof judged === 'string' ? { id, why: judged } : { id, content: judged };
    });
  }
}
