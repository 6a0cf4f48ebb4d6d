import { Failure } from '#errors/failure.ts';
import { bringTogether, setApart } from '../ledger/acts.ts';
import type { ApartKind } from '../ledger/unit.ts';
import { isAsSeen, type Seen } from './base.ts';
import { actorOf, lineNamed, type Opened, remember } from './opened.ts';
import { conflictOf } from './segment-conflict.ts';

export interface ApartAct {
  /** Null: they belong together again. */
  readonly kind: ApartKind | null;
  readonly reason: string;
  readonly base: Seen;
}

/** What a line must have so that it can be apart in a certain way. */
const fits = (kind: ApartKind, hasSource: boolean, hasTarget: boolean): boolean =>
  ({ 'left-out': hasSource && !hasTarget, 'only-here': hasTarget && !hasSource, adapted: hasSource && hasTarget })[
    kind
  ];

/**
 * Says that a passage is meant to differ, and why; or that it is not any more.
 * @throws Failure `segment-gone`, `segment-conflict`, `field-invalid` without a reason or where the passage is not of that kind
 */
export const setLineApart = async (opened: Opened, name: string, { kind, reason, base }: ApartAct): Promise<Opened> => {
  const line = lineNamed(opened, name);
  if (!isAsSeen(line, base)) throw await conflictOf(opened, line, null);
  if (kind === null) {
    return line.unit ? remember(opened, [bringTogether(line)], opened.words) : opened;
  }
  if (reason.trim() === '') throw new Failure('field-invalid', { field: 'reason' });
  if (!fits(kind, line.source !== null, line.target !== null)) throw new Failure('field-invalid', { field: 'kind' });
  return remember(opened, [setApart(line, kind, reason.trim(), actorOf(opened))], opened.words);
};
