import type { Fate } from '#editorial/archive/ingest.ts';
import type { Answer } from '../command.ts';
import { failureText } from '../words/failure-text.ts';
import type { Words } from '../words/words.ts';

const outcomes = ['stored', 'known', 'attention', 'refused'] as const;

/** Files that are named one by one; the CSV names all. */
const named = 20;

export interface IngestReport {
  readonly fates: readonly Fate[];
  /** Path of the CSV with every file's fate; null where it could not be written. */
  readonly report: string | null;
  readonly dryRun: boolean;
  /** Names of the files that were not taken in because it was stopped, or ended by a failure. */
  readonly waiting: readonly string[];
  /** What ended it before all were done; null where nothing did. */
  readonly failure: unknown;
  /** Names of what was passed over. */
  readonly skipped: readonly string[];
}

/** Names that are told of what was passed over, and of what waits. */
const namedFew = 5;

const faultLine = ({ file, code, lacks, reading }: Fate, t: Words): string => {
  const lacking = lacks.map((lack) => t(`fields:${lack}`)).join(', ');
  const why = code ? t(`problems:${code}`) : t('cli:ingest.lacks', { lacking });
  const read = reading && { text: reading.text, percent: Math.round(reading.certainty * 100) };
  return `  ${file}${read ? `, ${t('cli:ingest.reading', read)}` : ''}: ${why}`;
};

const few = (names: readonly string[]): string =>
  [...names.slice(0, namedFew), ...(names.length > namedFew ? ['…'] : [])].join(', ');

/** The closing table, what needs a person, and where every file's fate is written. */
export const ingestAnswer = ({ fates, report, dryRun, waiting, failure, skipped }: IngestReport, t: Words): Answer => {
  const left = waiting.length;
  const count = (outcome: Fate['outcome']) => fates.filter((fate) => fate.outcome === outcome).length;
  const width = String(fates.length).length;
  const table = outcomes.map((one) => `  ${String(count(one)).padStart(width)}  ${t(`cli:ingest.row.${one}`)}`);
  const open = fates.filter(({ outcome }) => outcome === 'refused' || outcome === 'attention');
  const faults = open.slice(0, named).map((fate) => faultLine(fate, t));
  const more = open.length > named ? [t('cli:ingest.more', { more: open.length - named })] : [];
  const lines = [
    ...(dryRun ? [t('cli:ingest.dry')] : []),
    ...table,
    ...(faults.length > 0 ? ['', ...faults, ...more] : []),
    ...(skipped.length > 0 ? ['', t('cli:ingest.skipped', { files: skipped.length, names: few(skipped) })] : []),
    ...(report ? ['', t('cli:ingest.report', { path: report })] : []),
    ...(left > 0 ? ['', t('cli:ingest.stopped', { left }), t('cli:ingest.waiting', { names: few(waiting) })] : []),
  ];
  const counts = Object.fromEntries(outcomes.map((one) => [one, count(one)]));
  return {
    data: {
      ...{ ...counts, left, waiting, dryRun, report, skipped, files: fates },
      ...(failure ? { error: failureText(failure, t) } : {}),
    },
    lines,
    ok: count('refused') === 0 && left === 0,
    ...(failure ? { failure } : {}),
  };
};
