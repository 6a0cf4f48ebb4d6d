'use client';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { selectedWords } from './selected-words.ts';
import type { ListName } from './use-queue.ts';

interface Props {
  readonly list: ListName;
  readonly levels: readonly string[];
  readonly level: string;
  readonly onLevel: (level: string) => void;
  readonly selected: number;
  /** Most pictures of one act. */
  readonly most: number;
  /** Whether there is anything that could be selected. */
  readonly isEmpty: boolean;
  readonly onDecide: () => void;
  readonly onHelp: () => void;
}

/** What the selected pictures are to become, and the act itself. */
export const QueueBar = ({ list, levels, level, onLevel, selected, most, isEmpty, onDecide, onHelp }: Props) => {
  const { say } = useWords();
  return (
    <div className="bt-queue__bar">
      {list === 'pictures' ? (
        <fieldset className="bt-queue__levels">
          <legend>{say('marking.level')}</legend>
          {levels.map((one, at) => (
            <label key={one}>
              <input checked={one === level} name="queue-level" onChange={() => onLevel(one)} type="radio" />{' '}
              <kbd>{at + 1}</kbd> {say(`level.${one}`)}
            </label>
          ))}
        </fieldset>
      ) : null}
      <span aria-live="polite">
        {selected > 0 || isEmpty ? selectedWords(say, selected, most).join(' ') : say('queue.selectFirst')}
      </span>
      <ActionButton disabled={selected === 0} id="queue-decide" kind="primary" onClick={onDecide}>
        {say(list === 'pictures' ? 'queue.decide' : 'queue.answer')}
      </ActionButton>
      <ActionButton id="queue-help" onClick={onHelp}>
        {say('queue.help')}
      </ActionButton>
    </div>
  );
};
