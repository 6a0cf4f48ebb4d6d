'use client';
import { useWords } from '../words/use-words.ts';
import { RemovalCard } from './removal-card.tsx';
import { RetentionTable } from './retention-table.tsx';
import { TakeForm } from './take-form.tsx';
import { useLogPanel } from './use-log-panel.ts';

/** Lines of the audit log as a file; for how long they are kept; and what two people remove. */
export const AuditLogScreen = () => {
  const { say } = useWords();
  const { panel, refusal, reload } = useLogPanel();
  return (
    <div aria-busy={panel === null} className="bt-audit-log" id="audit-log">
      <h1>{say('auditLog.title')}</h1>
      <p>{say('auditLog.explain')}</p>
      <p>
        <a href="/admin/collections/audit">{say('auditLog.read')}</a>
      </p>
      {refusal === null ? null : <p role="alert">{refusal || say('error.network')}</p>}
      {panel ? <TakeForm panel={panel} /> : null}
      {panel ? <RetentionTable panel={panel} /> : null}
      {panel ? <RemovalCard onDone={() => void reload()} panel={panel} /> : null}
    </div>
  );
};
