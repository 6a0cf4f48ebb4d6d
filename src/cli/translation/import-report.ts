import { segmentKinds } from '#editorial/translation/pack/segment-kinds.ts';
import type { ExchangeProblem } from '#translation/exchange/problem.ts';
import type { Answer } from '../command.ts';
import { failureText } from '../words/failure-text.ts';
import type { Words } from '../words/words.ts';
import type { DocumentRow, ImportReport, LeftSegment, RefusedRow } from './import-tally.ts';

/** Left segments that are shown to a person one by one; `--json` has more. */
const shown = 40;

const placeOf = (file: string | null, line: number | null, column: number | null): string =>
  `${file ?? ''}${line === null ? '' : `:${line}:${column ?? 1}`}`;

const problemWords = ({ code, about, line, column, file }: ExchangeProblem, t: Words): string =>
  `      ${placeOf(file ?? null, line, column)}  ${t(`exchange:problem.${code}`, { about: about ?? '' })}`;

const documentLine = ({ collection, id, locale, title, taken, counts, missing }: DocumentRow, t: Words): string => {
  const parts = segmentKinds
    .filter((kind) => kind !== 'same' && counts[kind] > 0)
    .map((kind) => `${t(`exchange:kind.${kind}`)} ${counts[kind]}`);
  const absent = missing > 0 ? [t('cli:translation.missing', { missing })] : [];
  const what = [t('cli:translation.taken', { taken }), ...parts, ...absent].join(' · ');
  return `  ${collection}/${id} ${locale}  ${title}: ${what}`;
};

const text = (label: string, words: string | null): string[] => (words === null ? [] : [`      ${label}: ${words}`]);

const leftLines = ({ document, kind, file, line, column, problems, ...texts }: LeftSegment, t: Words): string[] => [
  `  ${placeOf(file, line, column)}  ${document}: ${t(`exchange:kind.${kind}`)}`,
  ...problems.map((one) => problemWords(one, t)),
  ...text(t('exchange:bring.ours'), texts.ours),
  ...text(t('exchange:bring.theirs'), texts.theirs),
  ...text(t('exchange:bring.base'), texts.base),
];

const refusedLines = ({ document, file, line, column, problems, failure }: RefusedRow, t: Words): string[] => [
  `✗ ${placeOf(file, line, column)}  ${document}${failure ? `: ${failureText(failure, t).message}` : ''}`,
  ...problems.map((one) => problemWords(one, t)),
];

const told = ({ problems, failure, ...rest }: RefusedRow, t: Words) => ({
  ...rest,
  problems,
  error: failure && failureText(failure, t),
});

/** What was taken, what was left and why, and what could not be read. */
export const importAnswer = (report: ImportReport, t: Words): Answer => {
  const { documents, refused, unread, left, leftCount, dryRun, stopped } = report;
  const taken = documents.reduce((sum, row) => sum + row.taken, 0);
  const files = unread.map(({ file, failure }) => ({ file, error: failureText(failure, t) }));
  const more = leftCount > shown ? [t('cli:translation.more', { more: leftCount - shown })] : [];
  const lines = [
    t(dryRun ? 'cli:translation.would' : 'cli:translation.imported', { taken, documents: documents.length }),
    ...documents.map((row) => documentLine(row, t)),
    ...(leftCount > 0 ? ['', t('cli:translation.left', { left: leftCount })] : []),
    ...left.slice(0, shown).flatMap((one) => leftLines(one, t)),
    ...more,
    ...refused.flatMap((one) => refusedLines(one, t)),
    ...files.map(({ file, error }) => `✗ ${file}: ${error.message}`),
    ...(stopped ? ['', t('cli:translation.stopped')] : []),
  ];
  const data = {
    dryRun,
    stopped,
    taken,
    documents,
    left,
    leftCount,
    refused: refused.map((one) => told(one, t)),
    unread: files,
  };
  return { data, lines, ok: leftCount === 0 && refused.length === 0 && unread.length === 0 && !stopped };
};
