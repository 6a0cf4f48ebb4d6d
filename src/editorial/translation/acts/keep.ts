import { Failure } from '#errors/failure.ts';
import { accept } from '../ledger/acts.ts';
import { isAsSeen, type Seen } from './base.ts';
import { actorOf, lineNamed, type Opened, remember } from './opened.ts';
import { conflictOf } from './segment-conflict.ts';

/**
 * Nothing is to do: the text as it stands says what the source says now. A text of the machine becomes the person’s own.
 * @throws Failure `segment-gone`, `segment-empty`, `segment-conflict`
 */
export const keep = async (opened: Opened, name: string, seen: Seen): Promise<Opened> => {
  const line = lineNamed(opened, name);
  const { source, target } = line;
  if (!source || !target) throw new Failure('segment-empty');
  if (!isAsSeen(line, seen)) throw await conflictOf(opened, line, null);
  const origin = line.state === 'machine' ? 'human' : (line.unit?.origin ?? 'human');
  const pairing = {
    source: source.content,
    target: target.content,
    origin: origin === 'machine' ? 'human' : origin,
  } as const;
  return remember(opened, [accept(line, 'kept', pairing, actorOf(opened))], opened.words);
};
