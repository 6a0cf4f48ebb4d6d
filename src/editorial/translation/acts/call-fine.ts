import { Failure } from '#errors/failure.ts';
import { callFine } from '../ledger/acts.ts';
import { isAsSeen, type Seen } from './base.ts';
import { actorOf, lineNamed, type Opened, remember } from './opened.ts';
import { conflictOf } from './segment-conflict.ts';

export interface FineAct {
  /** Key of a finding, as the workbench tells it. */
  readonly check: string;
  readonly reason: string;
  readonly base: Seen;
}

/**
 * Says of a finding that it is right as it is, until one of the sides changes.
 * @throws Failure `segment-gone`, `segment-conflict`, `field-invalid` without a reason
 */
export const callLineFine = async (opened: Opened, name: string, { check, reason, base }: FineAct): Promise<Opened> => {
  const line = lineNamed(opened, name);
  if (!isAsSeen(line, base)) throw await conflictOf(opened, line, null);
  if (reason.trim() === '') throw new Failure('field-invalid', { field: 'reason' });
  return remember(opened, [callFine(line, check, reason.trim(), actorOf(opened))], opened.words);
};
