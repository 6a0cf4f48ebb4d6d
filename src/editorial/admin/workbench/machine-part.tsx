'use client';
import type { StudioLocale } from '#languages/locales.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { useMachine } from './use-machine.ts';
import type { Place } from './use-sheet.ts';
import type { Workbench } from './use-workbench.ts';

interface MachinePartProps {
  readonly bench: Workbench;
  readonly place: Place & { readonly locale: StudioLocale };
  readonly onFilled: () => void;
}

/** Lets a machine fill what is empty, where there is one for the language and the person may translate it. */
export const MachinePart = ({ bench, place, onFilled }: MachinePartProps) => {
  const { sayIn } = useWords();
  const { name, work, begin, stop } = useMachine(place, onFilled);
  const missing = bench.sheet.segments.filter(({ state }) => state === 'missing').length;
  if (name === null || !bench.sheet.may.translate || (missing === 0 && !work)) return null;
  const isAtWork = work !== null && !work.isOver;
  return (
    <div className="bt-machine">
      {isAtWork ? (
        <ActionButton onClick={stop}>{sayIn('workbench:machine.stop')}</ActionButton>
      ) : (
        <ActionButton disabled={missing === 0} id="machine-begin" onClick={begin}>
          {sayIn('workbench:machine.begin', { name })}
        </ActionButton>
      )}{' '}
      <span role="status">
        {work
          ? sayIn('workbench:machine.work', { filled: work.filled, left: work.left, unusable: work.unusable })
          : null}{' '}
        {work && work.held > 0 ? sayIn('workbench:machine.held', { count: work.held }) : null} {work?.refusal ?? ''}
      </span>
    </div>
  );
};
