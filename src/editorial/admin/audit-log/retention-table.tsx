'use client';
import type { KindAnswer, LogPanelAnswer } from '../../audit/log-page/log-panel.ts';
import { formatMoment } from '../words/format-time.ts';
import { useWords } from '../words/use-words.ts';

const Row = ({ one }: { one: KindAnswer }) => {
  const { say, language } = useWords();
  const { kind, years, floor, ground, over } = one;
  const isSome = over !== null && over.lines > 0;
  return (
    <li>
      <h3>{say(`auditLog.kind.${kind}`)}</h3>
      <p>
        <b>{years === null ? say('auditLog.always') : say('auditLog.years', { count: years })}</b>{' '}
        {floor === null ? null : <small>{say('auditLog.floor', { count: floor })}</small>}
      </p>
      <p className="bt-audit-log__ground">{ground}</p>
      {isSome && over.oldest ? (
        <p className="bt-audit-log__over">
          {say('auditLog.over', { count: over.lines, time: formatMoment(over.oldest, language) })}
        </p>
      ) : null}
    </li>
  );
};

/** For how long lines are kept, kind by kind, on what ground, and how many are over that. */
export const RetentionTable = ({ panel }: { panel: LogPanelAnswer }) => {
  const { say } = useWords();
  const isNone = panel.seesAll && panel.kinds.every(({ over }) => (over?.lines ?? 0) === 0);
  return (
    <section aria-labelledby="retention-heading" className="bt-card" id="retention">
      <h2 id="retention-heading">{say('auditLog.retention')}</h2>
      <p>{say('auditLog.retentionExplain')}</p>
      {isNone ? <p>{say('auditLog.noneOver')}</p> : null}
      <ul className="bt-audit-log__table">
        {panel.kinds.map((one) => (
          <Row key={one.kind} one={one} />
        ))}
      </ul>
    </section>
  );
};
