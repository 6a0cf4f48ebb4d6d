'use client';
import { Gutter } from '@payloadcms/ui';
import { useCallback, useEffect, useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type PairList, pairList } from './pair-answer.ts';
import { PairPage } from './pair-page.tsx';
import { PairRow } from './pair-row.tsx';

const followMs = 5000;

export type PairState = 'open' | 'merged';

/** Pictures that look the same: those that wait for a decision, and those that were merged, each of which can be undone. */
export const LookAlikes = ({ pair = null }: { pair?: string | null }) => {
  const { say, language } = useWords();
  const [state, setState] = useState<PairState>('open');
  const [list, setList] = useState<PairList | null>(null);
  const [opened, setOpened] = useState(pair);
  const [refusal, setRefusal] = useState<Extract<Answer, { ok: false }> | null>(null);

  const load = useCallback(
    async (before: string | null) => {
      const more = before === null ? '' : `&before=${before}`;
      const answer = await studioFetch(`/api/images/look-alikes?state=${state}${more}`, language);
      const read = answer.ok ? pairList.safeParse(answer.body) : null;
      setRefusal(answer.ok ? null : answer);
      if (!read?.success) return;
      const { pairs, ...rest } = read.data;
      setList((known) =>
        before === null || known === null ? read.data : { pairs: [...known.pairs, ...pairs], ...rest },
      );
    },
    [state, language],
  );
  useEffect(() => {
    setList(null);
    void load(null);
  }, [load]);
  // Pairs come in while pictures are compared: the list follows as long as it is the first page that is shown
  const isFollowed = opened === null && state === 'open' && (list?.waiting ?? 0) > 0 && list?.next === null;
  useEffect(() => {
    if (!isFollowed) return;
    const again = setInterval(() => void load(null), followMs);
    return () => clearInterval(again);
  }, [isFollowed, load]);

  const done = (id: string) => {
    const pairs = list?.pairs ?? [];
    const at = pairs.findIndex((pair) => pair.id === id);
    const rest = pairs.filter((pair) => pair.id !== id);
    setList(list && { ...list, pairs: rest });
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
      {list?.next ? <ActionButton onClick={() => void load(list.next)}>{say('pairs.more')}</ActionButton> : null}
    </Gutter>
  );
};
