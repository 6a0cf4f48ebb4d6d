'use client';
import type { LineState } from '../../translation/lines/line-states.ts';
import { useWords } from '../words/use-words.ts';

/** Where a segment stands: a sign of its own shape for each state beside the word, so that nothing rests on colour alone. */
export const signs: Record<LineState, string> = {
  ...{ missing: '○', machine: '⚙', translated: '✓', reviewed: '✓✓', outdated: '⟳' },
  ...{ 'left-out': '–', 'only-here': '+' },
};

export const StateMark = ({ state }: { state: LineState }) => {
  const { sayIn } = useWords();
  return (
    <span className={`bt-line-state bt-line-state--${state}`}>
      <span aria-hidden="true">{signs[state]}</span> {sayIn(`workbench:state.${state}`)}
    </span>
  );
};
