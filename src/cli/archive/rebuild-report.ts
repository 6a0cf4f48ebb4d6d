import { Failure } from '#errors/failure.ts';
import { isFailureCode } from '#errors/failures.ts';
import type { Answer } from '../command.ts';
import { failureText } from '../words/failure-text.ts';
import type { Words } from '../words/words.ts';
import type { RebuildReport } from './rebuild-all.ts';

/** Pictures that are named one by one; `--json` names all. */
const named = 20;

const reason = (code: string, t: Words): string =>
  isFailureCode(code) ? failureText(new Failure(code), t).message : code;

/** The closing table, what could not be made and how to go on. In order only where all was made. */
export function rebuildAnswer(report: RebuildReport, t: Words): Answer {
  const { pictures, rehashed, rederived, wrong, stopped } = report;
  const rows = [
    ['pictures', pictures],
    ['rehashed', rehashed],
    ['rederived', rederived],
    ['wrong', wrong.length],
  ] as const;
  const width = Math.max(...rows.map(([, count]) => String(count).length));
  const table = rows.map(([row, count]) => `  ${String(count).padStart(width)}  ${t(`cli:rebuild.row.${row}`)}`);
  const faults = wrong.slice(0, named).map(({ id, code }) => `✗ ${id}  ${code}: ${reason(code, t)}`);
  const more = wrong.length > named ? [t('cli:rebuild.more', { more: wrong.length - named })] : [];
  return {
    data: report,
    lines: [
      ...table,
      ...(faults.length > 0 ? ['', ...faults, ...more] : []),
      ...(stopped ? ['', t('cli:rebuild.stopped')] : []),
    ],
    ok: wrong.length === 0 && !stopped,
  };
}
