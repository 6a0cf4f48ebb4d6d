'use client';
import { Gutter, toast } from '@payloadcms/ui';
import { useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import { PairActs } from './pair-acts.tsx';
import type { OnePair } from './pair-answer.ts';
import { PairFigures } from './pair-figures.tsx';
import { PairTable } from './pair-table.tsx';
import { usePair } from './use-pair.ts';

interface Props {
  id: string;
  onBack: () => void;
  /** The pair needs no decision any more. */
  onDone: () => void;
}

const better = ({ better: id, pictures, state }: OnePair): 0 | 1 => (state === 'open' && id === pictures[1].id ? 1 : 0);

/** Which record is kept, and whose words are taken where both have some. */
const useChoices = (pair: OnePair | null) => {
  const [chosen, setChosen] = useState<0 | 1 | null>(null);
  const [fromOther, setFromOther] = useState<ReadonlySet<string>>(new Set());
  const kept = chosen ?? (pair ? better(pair) : 0);
  return {
    kept,
    fromOther,
    keep: (side: 0 | 1) => {
      setChosen(side);
      setFromOther(new Set());
    },
    choose: (choice: string, side: 0 | 1) => {
      const next = new Set(fromOther);
      if (side === kept) next.delete(choice);
      else next.add(choice);
      setFromOther(next);
    },
  };
};

/** Two pictures side by side, what tells them apart, and the decision. */
export const PairPage = ({ id, onBack, onDone }: Props) => {
  const { say } = useWords();
  const { pair, busy, refusal, act } = usePair(id);
  const { kept, fromOther, keep, choose } = useChoices(pair);
  const isOpen = pair?.state === 'open';
  const run = async (name: Parameters<typeof act>[0], json: object, words: string) => {
    if (!(await act(name, json))) return;
    toast.success(say(words));
    onDone();
  };
  const merge = () => {
    const record = pair?.pictures[kept];
    const json = { keep: record?.id, revision: record?.revision, fromOther: [...fromOther] };
    return run('merge', json, 'pairs.merged');
  };
  return (
    <Gutter className="bt-pairs bt-pairs--one">
      <ActionButton kind="link" onClick={onBack}>
        {say('pairs.back')}
      </ActionButton>
      <h1>{say(pair?.state === 'merged' ? 'pairs.mergedQuestion' : 'pairs.question')}</h1>
      {refusal ? <RefusalList collection="images" refusal={refusal} /> : null}
      {pair ? (
        <>
          <PairFigures kept={kept} onKeep={isOpen ? keep : null} pair={pair} />
          <PairTable fromOther={fromOther} kept={kept} onChoose={isOpen ? choose : null} pair={pair} />
          <PairActs
            busy={busy}
            onDifferent={() => void run('different', {}, 'pairs.toldApart')}
            onMerge={() => void merge()}
            onUndo={() => void run('undo', {}, 'pairs.undone')}
            state={pair.state}
          />
        </>
      ) : refusal ? null : (
        <p role="status">{say('pairs.loading')}</p>
      )}
    </Gutter>
  );
};
