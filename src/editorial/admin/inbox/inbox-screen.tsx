'use client';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import type { InboxAnswer } from './answers.ts';
import { TalkItem, WorkItem } from './inbox-items.tsx';
import { type InboxHand, useInbox } from './use-inbox.ts';

const Section = ({ name, count, children }: { name: string; count: number; children: ReactNode }) => {
  const { sayIn } = useWords();
  if (count === 0) return null;
  return (
    <section aria-labelledby={`inbox-${name}`} className={`bt-inbox__section bt-inbox__section--${name}`}>
      <h2 id={`inbox-${name}`}>
        {sayIn(`work:inbox.${name}`)} <span className="bt-count">{count}</span>
      </h2>
      <ul>{children}</ul>
    </section>
  );
};

const mine = ['late', 'translate', 'review'] as const;

const Sections = ({ inbox }: { inbox: InboxAnswer }) => {
  const keyOf = ({ collection, id, locale }: InboxAnswer['given'][number]): string => `${collection}/${id}/${locale}`;
  return (
    <>
      {mine.map((name) => (
        <Section count={inbox[name].length} key={name} name={name}>
          {inbox[name].map((item) => (
            <WorkItem isMine item={item} key={keyOf(item)} />
          ))}
        </Section>
      ))}
      <Section count={inbox.talk.length} name="talk">
        {inbox.talk.map((item) => (
          <TalkItem item={item} key={item.thread} />
        ))}
      </Section>
      <Section count={inbox.given.length} name="given">
        {inbox.given.map((item) => (
          <WorkItem isMine={false} item={item} key={keyOf(item)} />
        ))}
      </Section>
    </>
  );
};

/** What stands in the place of the lists. */
const Instead = ({ inbox, refusal }: InboxHand) => {
  const { sayIn } = useWords();
  if (refusal !== null) return <p role="status">{refusal || sayIn('work:inbox.unreachable')}</p>;
  if (inbox === null) return <p role="status">{sayIn('work:inbox.loading')}</p>;
  return inbox.waiting === 0 ? <p role="status">{sayIn('work:inbox.nothing')}</p> : null;
};

/** All that waits for one person: their work, what is late of it, what they have to look over, and what was said to them. */
export const InboxScreen = () => {
  const { sayIn } = useWords();
  const hand = useInbox();
  return (
    <div aria-busy={hand.inbox === null} className="bt-inbox">
      <h1>{sayIn('work:inbox.title')}</h1>
      {hand.inbox?.mailFailed ? <p className="bt-refusal">{sayIn('work:inbox.mailFailed')}</p> : null}
      <Instead {...hand} />
      {hand.inbox ? <Sections inbox={hand.inbox} /> : null}
    </div>
  );
};
