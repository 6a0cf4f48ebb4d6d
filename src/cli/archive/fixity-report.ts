import type { Looked } from '#media/fixity/check-due.ts';
import { masterPath } from '#media/intake/master-store.ts';
import type { Answer } from '../command.ts';
import type { Words } from '../words/words.ts';

const outcomes = ['sound', 'mended', 'damaged', 'missing'] as const;

/** What a check found, as far as it came. */
export interface FixityReport {
  readonly found: Readonly<Record<Looked['outcome'], number>>;
  readonly wrong: readonly Pick<Looked, 'sha256' | 'outcome' | 'why'>[];
  /** Whether it was stopped before its end. */
  readonly stopped: boolean;
}

/** Masters that are named one by one; `--json` names all. */
const named = 20;

/** The closing table, what is still wrong and how to go on. In order only where it came to its end and all is well. */
export function fixityAnswer({ found, wrong, stopped }: FixityReport, dir: string, t: Words): Answer {
  const checked = outcomes.reduce((sum, outcome) => sum + found[outcome], 0);
  const rows = [['checked', checked] as const, ...outcomes.map((outcome) => [outcome, found[outcome]] as const)];
  const width = String(checked).length;
  const table = rows.map(([row, count]) => `  ${String(count).padStart(width)}  ${t(`cli:fixity.row.${row}`)}`);
  const faults = wrong.slice(0, named).map(({ sha256, outcome, why }) => {
    const values = { path: masterPath(dir, sha256), reason: t(`cli:fixity.why.${why}`) };
    return `✗ ${t(`cli:fixity.wrong.${outcome}`, values)}`;
  });
  const more = wrong.length > named ? [t('cli:fixity.more', { more: wrong.length - named })] : [];
  const advice = wrong.length > 0 ? ['', ...faults, ...more, t('cli:fixity.advice')] : [];
  return {
    data: { checked, ...found, stopped, wrong: wrong.map(({ sha256, outcome, why }) => ({ sha256, outcome, why })) },
    lines: [...table, ...advice, ...(stopped ? ['', t('cli:fixity.stopped')] : [])],
    ok: wrong.length === 0 && !stopped,
  };
}
