'use client';
import { useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { QueueList } from './queue-list.tsx';
import { type ListName, useQueue } from './use-queue.ts';

interface Props {
  /** Lists that the person has a part in, the first of which is shown. */
  readonly lists: readonly ListName[];
}

/** Old pictures of which nobody has said yet what they are, and what others have proposed for some of them. */
export const QueueScreen = ({ lists }: Props) => {
  const { say } = useWords();
  const [list, setList] = useState<ListName>(lists[0] ?? 'proposals');
  const { held, ...hand } = useQueue(list);
  return (
    <div aria-busy={held === null} className="bt-queue">
      <h1>{say('queue.title')}</h1>
      <p>{say(`queue.explain.${list}`)}</p>
      <div className="bt-queue__lists">
        {lists.map((one) => (
          <button
            aria-pressed={one === list}
            className="bt-button bt-button--plain"
            id={`queue-list-${one}`}
            key={one}
            onClick={() => setList(one)}
            type="button"
          >
            {say(`queue.list.${one}`)} <span className="bt-queue__count">{held?.counts[one] ?? '…'}</span>
          </button>
        ))}
      </div>
      {hand.refusal !== null ? <p role="alert">{hand.refusal || say('secrecy.unreachable')}</p> : null}
      {held === null && hand.refusal === null ? <p role="status">{say('queue.loading')}</p> : null}
      {held ? <QueueList hand={{ ...hand, held }} key={list} list={list} /> : null}
    </div>
  );
};
