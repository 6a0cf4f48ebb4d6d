'use client';
import { HeardPanel } from '../picture/heard-panel.tsx';
import { useAnswer } from '../picture/use-answer.ts';
import { Moment } from '../shell/moment.tsx';
import { useWords } from '../words/use-words.ts';
import { activityAnswer, type OwnLine } from './answers.ts';

const Actor = ({ line }: { line: OwnLine }) => {
  const { sayIn } = useWords();
  if (line.isOwn) return sayIn('account:activity.you');
  // A name is of no language, and stays what it is in each
  return line.who === null ? sayIn('account:activity.stranger') : <span lang="">{line.who}</span>;
};

const ActivityRow = ({ line }: { line: OwnLine }) => {
  const { sayIn } = useWords();
  return (
    <tr>
      <th scope="row">
        <Moment at={line.lastAt} />
      </th>
      <td>
        {sayIn(`fields:audit.action.${line.action}`)}
        {line.collection === null || line.collection === 'users' ? null : (
          <small>{sayIn(`fields:${line.collection}.singular`)}</small>
        )}
      </td>
      <td>
        {line.outcome === 'refused' ? sayIn('fields:audit.outcome.refused') : sayIn('fields:audit.outcome.done')}
        {line.times > 1 ? ` × ${line.times}` : ''}
      </td>
      <td>
        <Actor line={line} />
      </td>
    </tr>
  );
};

/** What this person did of late, and what was tried or done with their account. */
export const OwnActivity = () => {
  const { sayIn } = useWords();
  const heard = useAnswer('/api/account/activity', activityAnswer);
  return (
    <section aria-label={sayIn('account:activity')} className="bt-panel" id="own-activity">
      <h3>{sayIn('account:activity')}</h3>
      <p className="bt-panel__hint">{sayIn('account:activity.hint')}</p>
      <HeardPanel heard={heard}>
        {({ lines }) => (
          <table className="bt-facts">
            <thead>
              <tr>
                <th scope="col">{sayIn('fields:audit.at')}</th>
                <th scope="col">{sayIn('fields:audit.action')}</th>
                <th scope="col">{sayIn('fields:audit.outcome')}</th>
                <th scope="col">{sayIn('fields:audit.who')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <ActivityRow key={line.id} line={line} />
              ))}
            </tbody>
          </table>
        )}
      </HeardPanel>
    </section>
  );
};
