import { readFileSync } from 'node:fs';
import { Failure } from '#errors/failure.ts';
import { type RetentionTable, retentionTable, usualRetention } from './retention.ts';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * How long a deployment keeps lines of the audit log, in place of the usual table.
 * @param file JSON in the form of `usual-retention.json`; undefined: the usual table
 * @throws Failure `retention-malformed` (file, field) where it is not there, not in that form, or keeps something for less than
 *   nobody may go below
 */
export const readRetention = (file: string | undefined): RetentionTable => {
  if (file === undefined) return usualRetention;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Failure('retention-malformed', { file, field: '–' }, { cause });
  }
  const read = retentionTable.safeParse(parsed(text));
  if (read.success) return read.data;
  const field = read.error.issues[0]?.path.join('.').slice(0, 60) || 'rules';
  throw new Failure('retention-malformed', { file, field });
};
