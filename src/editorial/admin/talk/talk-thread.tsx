'use client';
import { useEffect, useRef } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { Moment } from '../shell/moment.tsx';
import { useWords } from '../words/use-words.ts';
import type { Comment, Thread } from './answers.ts';
import { CommentForm } from './comment-form.tsx';
import type { Talk } from './use-talk.ts';

const Said = ({ comment: { by, at, text } }: { comment: Comment }) => (
  <li>
    <p className="bt-talk__by">
      <b>{by.name}</b> <Moment at={at} />
    </p>
    <p className="bt-talk__text">{text}</p>
  </li>
);

/** One conversation. Whoever sees it has read it; what they have not read yet stays marked until the page is left. */
export const TalkThread = ({ talk, thread }: { talk: Talk; thread: Thread }) => {
  const { sayIn } = useWords();
  const { id, resolved, comments, unread } = thread;
  const wasUnread = useRef(unread);
  const { read } = talk;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each time that something new is said
  useEffect(() => read(thread), [id, unread]);
  return (
    <article className={`bt-talk__thread${resolved ? ' bt-talk__thread--settled' : ''}`} id={`thread-${id}`}>
      {wasUnread.current ? <span className="bt-talk__new">{sayIn('work:talk.new')}</span> : null}
      <ol>
        {comments.map((comment) => (
          <Said comment={comment} key={comment.id} />
        ))}
      </ol>
      {resolved ? <p className="bt-talk__by">{sayIn('work:talk.settled', { name: resolved.by.name })}</p> : null}
      <ActionButton busy={talk.isBusy} kind="link" onClick={() => void talk.settle(id, resolved === null)}>
        {sayIn(resolved ? 'work:talk.reopen' : 'work:talk.settle')}
      </ActionButton>
      <CommentForm
        id={`answer-${id}`}
        label={sayIn('work:talk.answer')}
        onSay={(text, mentions) => talk.answer(id, text, mentions)}
        talk={talk}
      />
    </article>
  );
};
