'use client';
import { dayInWords } from '../../words/day-in-words.ts';
import { Moment } from '../shell/moment.tsx';
import { useWords } from '../words/use-words.ts';
import type { Talk, Work } from './answers.ts';

const addressOf = ({ collection, id, locale }: Work | Talk): string => `/admin/translate/${collection}/${id}/${locale}`;

const Title = ({ item }: { item: Work | Talk }) => {
  const { sayIn } = useWords();
  return (
    <span className="bt-inbox__title">
      {item.title || sayIn('work:item.untitled')}{' '}
      <abbr className="bt-language" title={sayIn(`studio:language.${item.locale}`)}>
        {sayIn(`studio:language.short.${item.locale}`)}
      </abbr>
    </span>
  );
};

/** Words beside work that is given out, in the order in which they are read. */
const useFacts = ({ due, isLate, done, of, turn, translator, reviewer, givenBy, isStuck }: Work, isMine: boolean) => {
  const { sayIn, language } = useWords();
  const day = due === null ? '' : dayInWords(due, language);
  const until = due === null ? null : sayIn(isLate ? 'work:item.late' : 'work:item.due', { day });
  const facts = [
    isMine ? null : sayIn(`work:turn.${turn}`),
    sayIn('work:item.progress', { done, of }),
    translator && !(isMine && turn === 'translate') ? sayIn('work:item.translator', { name: translator }) : null,
    reviewer && !(isMine && turn === 'review') ? sayIn('work:item.reviewer', { name: reviewer }) : null,
    givenBy && isMine ? sayIn('work:item.given', { name: givenBy }) : null,
  ].filter((fact) => fact !== null);
  return { until, facts, stuck: isStuck && !isMine ? sayIn('work:item.stuck') : null };
};

/** A piece of work with the way to the first segment that waits. @param isMine given to the person, and not by them */
export const WorkItem = ({ item, isMine }: { item: Work; isMine: boolean }) => {
  const { until, facts, stuck } = useFacts(item, isMine);
  return (
    <li>
      <a href={`${addressOf(item)}?next`}>
        <Title item={item} />
        <span className="bt-inbox__facts">
          {until ? <span className={item.isLate ? 'bt-late' : undefined}>{until}</span> : null}
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          {stuck ? <span className="bt-late">{stuck}</span> : null}
        </span>
        {item.note ? <q>{item.note}</q> : null}
      </a>
    </li>
  );
};

/** Something that was said and is not read, with the way to the very segment. */
export const TalkItem = ({ item }: { item: Talk }) => {
  const { sayIn } = useWords();
  return (
    <li>
      <a href={`${addressOf(item)}?thread=${encodeURIComponent(item.thread)}`}>
        <Title item={item} />
        <span className="bt-inbox__facts">
          <span>{sayIn('work:item.says', { name: item.by })}</span>
          {item.isMentioned ? <span className="bt-inbox__mention">{sayIn('work:item.mentioned')}</span> : null}
          <Moment at={item.at} />
        </span>
        <q>{item.text}</q>
      </a>
    </li>
  );
};
