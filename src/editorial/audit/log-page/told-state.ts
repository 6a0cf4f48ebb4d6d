import { headOf } from '../../gate/audit/line-forms.ts';
import { csvRow } from '../../words/csv.ts';
import { languageOf } from '../../words/language-of.ts';
import { speak } from '../../words/speak.ts';
import type { CheckedLog, Taking } from './taking.ts';

/** What went out: how many lines, and the first of the log that is not what was written; null: none. */
export interface Gone {
  readonly lines: number;
  readonly line: number | null;
}

const stateOf = (line: number | null): 'sound' | 'broken' => (line === null ? 'sound' : 'broken');

const says = ({ req }: Taking, key: string, values: Record<string, string | number>): string =>
  speak(languageOf(req), 'studio', `auditLog.file.${key}`, values);

/** Numbers by which the lines of a log could be counted are told to whoever may see them all. */
const provenBy = ({ seesAll }: Taking, { report: { size, root, removed } }: CheckedLog) =>
  seesAll ? { size, root, removed: removed.map(({ number, lines }) => ({ record: number, lines })) } : {};

const asked = ({ form, choice, seesAll }: Taking) => ({
  ...{ form, since: choice.since?.toISOString() ?? null, before: choice.before?.toISOString() ?? null },
  ...{ person: choice.person, kinds: choice.kinds ?? null, isWhole: seesAll },
});

/** A wrong line is named to whoever may know numbers. */
const brokenWords = (taking: Taking, line: number): string =>
  taking.seesAll ? says(taking, 'brokenAt', { line }) : says(taking, 'broken', {});

/** What stands before the first line. A table whose log is sound begins with its columns, as programs expect. */
export const topOf = (taking: Taking, log: CheckedLog): string => {
  const line = log.report.fault?.line ?? null;
  if (taking.form === 'csv') {
    const warning = line === null ? '' : csvRow([brokenWords(taking, line)]);
    const mark = headOf.csv.slice(0, 1);
    return mark + warning + headOf.csv.slice(1);
  }
  const fault = line === null ? {} : { says: brokenWords(taking, line) };
  const told = { ...asked(taking), state: stateOf(line), ...provenBy(taking, log), ...fault };
  return `${JSON.stringify({ export: told })}\n`;
};

const endWords = (taking: Taking, log: CheckedLog, { lines, line }: Gone): string => {
  if (line !== null) return `${says(taking, 'end', { lines })} ${brokenWords(taking, line)}`;
  const { size, root } = log.report;
  const proof = taking.seesAll ? says(taking, 'soundTo', { size, root }) : says(taking, 'sound', {});
  return `${says(taking, 'end', { lines })} ${proof}`;
};

/** The last line, without which a file is not whole. */
export const endOf = (taking: Taking, log: CheckedLog, gone: Gone): string => {
  if (taking.form === 'csv') return csvRow([endWords(taking, log, gone)]);
  const { lines, line } = gone;
  const told = { lines, state: stateOf(line), ...provenBy(taking, log), says: endWords(taking, log, gone) };
  return `${JSON.stringify({ end: told })}\n`;
};
