'use client';
import type { ReactNode } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { countOf, type Selection } from './selection.ts';
import { useFacetWords } from './use-facet-words.ts';

interface Props {
  selection: Selection;
  total: number;
  onAll: () => void;
  onNone: () => void;
  /** What can be done with the selection. */
  children: ReactNode;
}

/** How many are selected, and what can be done with them. */
export const SelectionBar = ({ selection, total, onAll, onNone, children }: Props) => {
  const { say } = useWords();
  const { countWords } = useFacetWords();
  const count = countOf(selection, total);
  if (count === 0) return null;
  const isWhole = count === total && selection.all;
  return (
    <div aria-label={say('archive.selection')} className="bt-archive__selection" role="toolbar">
      <strong>{say(isWhole ? 'archive.selectedAll' : 'archive.selected', { number: countWords(count) })}</strong>
      {isWhole ? null : (
        <ActionButton kind="link" onClick={onAll}>
          {say('archive.selectAll', { number: countWords(total) })}
        </ActionButton>
      )}
      <ActionButton id="archive-none" kind="link" onClick={onNone}>
        {say('archive.selectNone')}
      </ActionButton>
      <span className="bt-archive__acts">{children}</span>
    </div>
  );
};
