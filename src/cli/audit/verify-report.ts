import type { AuditFault } from '#editorial/gate/audit/verify-audit.ts';
import type { Answer } from '../command.ts';
import type { Words } from '../words/words.ts';
import type { Verified } from './verify-all.ts';

const faultLine = ({ where, kind, line, id }: AuditFault, t: Words): string =>
  t(`cli:audit.fault.${where}-${kind}`, { line: line ?? '', id: id ?? '' });

/** What was found, the worst first. */
export const verifyAnswer = ({ folder, checkpoints, report }: Verified, t: Words): Answer => {
  const { size, root, before, missing, waiting, fault, contradicted, agreed, removed, left } = report;
  const data = { folder, checkpoints, ...report };
  if (fault) return { data, lines: [faultLine(fault, t), t('cli:audit.until', { size })], ok: false };
  if (contradicted) {
    const { size: to, by, number, issuedAt } = contradicted;
    const lines = [t('cli:audit.contradicted', { from: agreed + 1, to, by, number, issuedAt })];
    return { data, lines, ok: false };
  }
  const lines = [t('cli:audit.sound', { folder, size, root }), t('cli:audit.checkpoints', { checkpoints, agreed })];
  for (const { number, lines: gone } of removed) lines.push(t('cli:audit.removed', { number, lines: gone }));
  if (left > 0) lines.push(t('cli:audit.left', { left }));
  if (before > 0) lines.push(t('cli:audit.before', { before }));
  if (missing > 0) lines.push(t('cli:audit.missing', { missing }));
  if (waiting.rows > 0) lines.push(t('cli:audit.waiting', { rows: waiting.rows, oldest: waiting.oldest ?? '' }));
  return { data, lines, ok: missing === 0 };
};
