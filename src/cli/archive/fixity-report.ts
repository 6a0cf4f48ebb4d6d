import type { Failure } from '#errors/failure.ts';
import type { Looked } from '#media/fixity/check-due.ts';
import { masterPath } from '#media/intake/master-store.ts';
import type { Answer } from '../command.ts';
import { failureText } from '../words/failure-text.ts';
import type { Words } from '../words/words.ts';

const outcomes = ['sound', 'mended', 'damaged', 'missing'] as const;

/** A master that could not be read for want of a key. */
export interface Passed {
  readonly sha256: string;
  readonly away: Failure;
}

/** What a check found, as far as it came. */
export interface FixityReport {
  readonly found: Readonly<Record<Looked['outcome'], number>>;
  readonly wrong: readonly Pick<Looked, 'sha256' | 'outcome' | 'why'>[];
  readonly passed: readonly Passed[];
  /** Whether it was stopped before its end. */
  readonly stopped: boolean;
}

/** Masters that are named one by one; `--json` names all. */
const named = 20;

/** The first of some lines, and how many more there are. */
const first = (lines: readonly string[], t: Words): string[] => [
  ...lines.slice(0, named),
  ...(lines.length > named ? [t('cli:fixity.more', { more: lines.length - named })] : []),
];

const tableOf = ({ found, passed }: FixityReport, checked: number, t: Words): string[] => {
  const rows = [
    ['checked', checked] as const,
    ...outcomes.map((outcome) => [outcome, found[outcome]] as const),
    ...(passed.length > 0 ? [['passed', passed.length] as const] : []),
  ];
  const width = Math.max(...rows.map(([, count]) => String(count).length));
  return rows.map(([row, count]) => `  ${String(count).padStart(width)}  ${t(`cli:fixity.row.${row}`)}`);
};

const faultsOf = ({ wrong }: FixityReport, dir: string, t: Words): string[] => {
  const faults = wrong.map(({ sha256, outcome, why }) => {
    const values = { path: masterPath(dir, sha256), reason: t(`cli:fixity.why.${why}`) };
    return `✗ ${t(`cli:fixity.wrong.${outcome}`, values)}`;
  });
  return faults.length > 0 ? ['', ...first(faults, t), t('cli:fixity.advice')] : [];
};

/** What was not read, below what is said of the key that it wants. */
const passedOf = ({ passed }: FixityReport, dir: string, t: Words): string[] =>
  [...Map.groupBy(passed, ({ away }) => failureText(away, t).message)].flatMap(([message, some]) => {
    const lines = some.map(({ sha256 }) => `? ${t('cli:fixity.passed', { path: masterPath(dir, sha256) })}`);
    return ['', ...first(lines, t), message];
  });

/**
 * The closing table, what is still wrong, what was not read, and how to go on. In order only where it came to its end, could read
 * everything and all is well.
 */
export function fixityAnswer(report: FixityReport, dir: string, t: Words): Answer {
  const { found, wrong, passed, stopped } = report;
  const checked = outcomes.reduce((sum, outcome) => sum + found[outcome], 0);
  return {
    data: {
      ...{ checked, ...found, stopped },
      wrong: wrong.map(({ sha256, outcome, why }) => ({ sha256, outcome, why })),
      passed: passed.map(({ sha256, away: { code, values } }) => ({ sha256, code, values })),
    },
    lines: [
      ...tableOf(report, checked, t),
      ...faultsOf(report, dir, t),
      ...passedOf(report, dir, t),
      ...(stopped ? ['', t('cli:fixity.stopped')] : []),
    ],
    ok: wrong.length === 0 && passed.length === 0 && !stopped,
  };
}
