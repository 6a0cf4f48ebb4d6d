'use client';
import { useWords } from '../words/use-words.ts';
import { CommentForm } from './comment-form.tsx';
import { TalkThread } from './talk-thread.tsx';
import type { Talk } from './use-talk.ts';

/** What is said about the line that is open, settled matters last, and the way to say more. */
export const LineTalk = ({ talk, segment }: { talk: Talk; segment: string }) => {
  const { sayIn } = useWords();
  const threads = (talk.threads ?? []).filter((thread) => thread.segment === segment);
  const open = threads.filter(({ resolved }) => resolved === null);
  const settled = threads.filter(({ resolved }) => resolved !== null);
  return (
    <section aria-label={sayIn('work:talk.title')} className="bt-talk">
      {[...open, ...settled].map((thread) => (
        <TalkThread key={thread.id} talk={talk} thread={thread} />
      ))}
      <CommentForm
        id={`talk-${segment}`}
        label={sayIn('work:talk.begin')}
        onSay={(text, mentions) => talk.begin(segment, text, mentions)}
        talk={talk}
      />
      {talk.refusal ? (
        <p className="bt-refusal" role="alert">
          {talk.refusal}
        </p>
      ) : null}
    </section>
  );
};

/** Beside a line that is closed: how many matters are open, and whether something is unread. */
export const TalkMark = ({ talk, segment }: { talk: Talk; segment: string }) => {
  const { sayIn } = useWords();
  const threads = (talk.threads ?? []).filter((thread) => thread.segment === segment);
  const open = threads.filter(({ resolved, unread }) => resolved === null || unread);
  if (open.length === 0) return null;
  return (
    <span className="bt-line__talk">
      {sayIn('work:talk.count', { count: open.length })}
      {open.some(({ unread }) => unread) ? <b> {sayIn('work:talk.new')}</b> : null}
    </span>
  );
};

/** Conversations about passages that are gone: they are shown with what they were about, and can be settled. */
export const GoneTalk = ({ talk }: { talk: Talk }) => {
  const { sayIn } = useWords();
  const gone = (talk.threads ?? []).filter(
    ({ segment, resolved, unread }) => segment === null && (resolved === null || unread),
  );
  if (gone.length === 0) return null;
  return (
    <section aria-labelledby="talk-gone" className="bt-talk bt-talk--gone">
      <h2 id="talk-gone">{sayIn('work:talk.gone')}</h2>
      {gone.map((thread) => (
        <div key={thread.id}>
          <blockquote>{thread.quote}</blockquote>
          <TalkThread talk={talk} thread={thread} />
        </div>
      ))}
    </section>
  );
};
