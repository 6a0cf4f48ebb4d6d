'use client';
import { Gutter } from '@payloadcms/ui';
import { useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { PairPage } from './pair-page.tsx';
import { PairRow } from './pair-row.tsx';
import { type PairState, usePairs } from './use-pairs.ts';

/** Pictures that look the same: those that wait for a decision, and those that were merged, each of which can be undone. */
export const LookAlikes = ({ pair = null }: { pair?: string | null }) => {
  const { say } = useWords();
  const [state, setState] = useState<PairState>('open');
  const [opened, setOpened] = useState(pair);
  const { list, refusal, more, drop } = usePairs(state, opened === null);

  const done = (id: string) => {
    const pairs = list?.pairs ?? [];
    const at = pairs.findIndex((pair) => pair.id === id);
    const rest = pairs.filter((pair) => pair.id !== id);
    drop(id);
    // The next one at once: a curator goes through them one after another
    setOpened(state === 'open' ? (rest[at]?.id ?? rest.at(-1)?.id ?? null) : null);
  };
  if (opened !== null)
    return <PairPage id={opened} key={opened} onBack={() => setOpened(null)} onDone={() => done(opened)} />;
  return (
    <Gutter className="bt-pairs">
      <header>
        <h1>{say('pairs.title')}</h1>
        <p className="bt-pairs__hint">{say('pairs.intro')}</p>
      </header>
      <fieldset aria-label={say('pairs.title')} className="bt-tabs">
        {(['open', 'merged'] as const).map((one) => (
          <button aria-pressed={state === one} key={one} onClick={() => setState(one)} type="button">
            {say(`pairs.state.${one}`)}
          </button>
        ))}
      </fieldset>
      {refusal ? <p role="alert">{refusal.detail || say('error.network')}</p> : null}
      {list === null && !refusal ? <p role="status">{say('pairs.loading')}</p> : null}
      {list && list.waiting > 0 ? <p role="status">{say('pairs.waiting', { count: list.waiting })}</p> : null}
      {list?.pairs.length === 0 ? <p className="bt-card__empty">{say(`pairs.none.${state}`)}</p> : null}
      <ul className="bt-pairs__list">
        {list?.pairs.map((pair) => (
          <PairRow key={pair.id} onOpen={() => setOpened(pair.id)} pair={pair} />
        ))}
      </ul>
      {list?.next ? <ActionButton onClick={more}>{say('pairs.more')}</ActionButton> : null}
    </Gutter>
  );
};
