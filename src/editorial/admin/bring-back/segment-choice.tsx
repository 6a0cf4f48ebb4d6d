'use client';
import { useId } from 'react';
import { useWords } from '../words/use-words.ts';
import type { Segment } from './answers.ts';
import { isChoosable } from './choice.ts';

interface SegmentChoiceProps {
  readonly segment: Segment;
  readonly number: number;
  readonly isTaken: boolean;
  readonly onTake: (isTaken: boolean) => void;
}

/** Whose text it is to be: a box where only the file has something to say, two to choose from where people disagree. */
export const SegmentChoice = ({ segment, number, isTaken, onTake }: SegmentChoiceProps) => {
  const { sayIn } = useWords();
  const name = useId();
  if (!isChoosable(segment)) return null;
  if (segment.kind !== 'conflict')
    return (
      <label className="bt-back__box">
        <input checked={isTaken} onChange={({ target }) => onTake(target.checked)} type="checkbox" />{' '}
        {segment.kind === 'confirm' ? sayIn('exchange:kind.confirm') : sayIn('exchange:bring.takeTheirs')}
        <span className="bt-unseen"> {number}</span>
      </label>
    );
  return (
    <fieldset className="bt-choice">
      <legend className="bt-unseen">{sayIn('exchange:bring.choice', { number })}</legend>
      {([false, true] as const).map((taken) => (
        <label key={String(taken)}>
          <input checked={isTaken === taken} name={name} onChange={() => onTake(taken)} type="radio" />{' '}
          {sayIn(taken ? 'exchange:bring.takeTheirs' : 'exchange:bring.keepOurs')}
        </label>
      ))}
    </fieldset>
  );
};
