import { type BagFault, isError } from '#media/bagit/faults.ts';
import type { Validation } from '#media/bagit/validate.ts';
import type { Answer } from '../command.ts';
import type { Words } from '../words/words.ts';
import { ingestAnswer } from './ingest-report.ts';
import type { UnbagReport } from './unbag-all.ts';

/** Faults that are named one by one; `--json` names all. */
const named = 50;

/** A name as a terminal can show it: what would move the cursor is written out. */
const shown = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);

const faultLine = (fault: BagFault, t: Words): string => {
  const values = Object.fromEntries(
    Object.entries(fault.values).map(([name, value]) => [name, typeof value === 'string' ? shown(value) : value]),
  );
  return `${isError(fault) ? '✗' : '·'} ${fault.code}: ${t(`cli:bag.fault.${fault.code}`, { ...values, file: shown(fault.file) })}`;
};

const checkLines = (found: Validation, isOurs: boolean, t: Words): string[] => {
  const { version, encoding, algorithms, payload, faults, isValid } = found;
  const errors = faults.filter(isError);
  const sorted = [...errors, ...faults.filter((fault) => !isError(fault))];
  const bytes = [...payload.values()].reduce((sum, one) => sum + one, 0);
  const values = { version, encoding: shown(encoding), algorithms: algorithms.join(', ') || '–', files: payload.size };
  return [
    t('cli:unbag.about', { ...values, megabytes: (bytes / 2 ** 20).toFixed(1) }),
    ...sorted.slice(0, named).map((fault) => faultLine(fault, t)),
    ...(sorted.length > named ? [t('cli:fixity.more', { more: sorted.length - named })] : []),
    isValid
      ? t(isOurs ? 'cli:unbag.valid-ours' : 'cli:unbag.valid')
      : t('cli:unbag.invalid', { faults: errors.length }),
  ];
};

/** What was found, and what became of the files. In order only where the bag is valid and nothing was refused or left. */
export const unbagAnswer = ({ validation, isOurs, taken }: UnbagReport, t: Words): Answer => {
  if (validation === null) return { data: { valid: null, stopped: true }, lines: [t('cli:unbag.stopped')], ok: false };
  const { isValid, version, encoding, algorithms, info, payload, faults } = validation;
  const listed = faults.map((fault) => ({ severity: isError(fault) ? 'error' : 'remark', ...fault }));
  const checked = {
    valid: isValid,
    ours: isOurs,
    version,
    encoding,
    algorithms,
    info,
    files: payload.size,
    faults: listed,
  };
  const told = taken && ingestAnswer(taken, t);
  return {
    data: { ...checked, taken: told?.data ?? null },
    lines: [...checkLines(validation, isOurs, t), ...(told ? ['', ...told.lines] : [])],
    ok: isValid && told?.ok !== false,
    ...(told?.failure ? { failure: told.failure } : {}),
  };
};
