'use client';
import { Gutter, toast } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type OnePair, onePair } from './pair-answer.ts';
import { PairFigures } from './pair-figures.tsx';
import { PairTable } from './pair-table.tsx';

type Refusal = Extract<Answer, { ok: false }>;

interface Props {
  id: string;
  onBack: () => void;
  /** The pair needs no decision any more. */
  onDone: () => void;
}

/** Two pictures side by side, what tells them apart, and the decision. */
export const PairPage = ({ id, onBack, onDone }: Props) => {
  const { say, language } = useWords();
  const [pair, setPair] = useState<OnePair | null>(null);
  const [kept, setKept] = useState<0 | 1>(0);
  const [fromOther, setFromOther] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  useEffect(() => {
    const stop = new AbortController();
    void studioFetch(`/api/images/look-alikes/${id}`, language, { signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted) return;
      if (!answer.ok) return setRefusal(answer);
      const read = onePair.parse(answer.body);
      setPair(read);
      setKept(read.better === read.pictures[1].id && read.state === 'open' ? 1 : 0);
    });
    return () => stop.abort();
  }, [id, language]);

  const act = async (path: string, json: object, words: string) => {
    setBusy(path);
    setRefusal(null);
    const answer = await studioFetch(`/api/images/look-alikes/${id}/${path}`, language, { method: 'POST', json });
    setBusy(null);
    if (!answer.ok) return setRefusal(answer);
    toast.success(words);
    onDone();
  };
  const keep = (side: 0 | 1) => {
    setKept(side);
    setFromOther(new Set());
  };
  const choose = (choice: string, side: 0 | 1) => {
    const next = new Set(fromOther);
    if (side === kept) next.delete(choice);
    else next.add(choice);
    setFromOther(next);
  };
  const merge = () => {
    const record = pair?.pictures[kept];
    const json = { keep: record?.id, revision: record?.revision, fromOther: [...fromOther] };
    return act('merge', json, say('pairs.merged'));
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
          <PairFigures kept={kept} onKeep={pair.state === 'open' ? keep : null} pair={pair} />
          <PairTable fromOther={fromOther} kept={kept} onChoose={pair.state === 'open' ? choose : null} pair={pair} />
          <footer className="bt-pairs__acts">
            {pair.state === 'merged' ? (
              <ActionButton
                busy={busy === 'undo'}
                kind="primary"
                onClick={() => void act('undo', {}, say('pairs.undone'))}
              >
                {say('pairs.undo')}
              </ActionButton>
            ) : (
              <>
                <ActionButton
                  busy={busy === 'different'}
                  onClick={() => void act('different', {}, say('pairs.toldApart'))}
                >
                  {say('pairs.different')}
                </ActionButton>
                <ActionButton busy={busy === 'merge'} kind="primary" onClick={() => void merge()}>
                  {say('pairs.merge')}
                </ActionButton>
              </>
            )}
            <p className="bt-pairs__hint">{say(pair.state === 'merged' ? 'pairs.undoHint' : 'pairs.mergeHint')}</p>
          </footer>
        </>
      ) : refusal ? null : (
        <p role="status">{say('pairs.loading')}</p>
      )}
    </Gutter>
  );
};
