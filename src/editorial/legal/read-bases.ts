import { readFileSync } from 'node:fs';
import { Failure } from '#errors/failure.ts';
import { type BasesTable, basesTable, usualBases } from './legal-bases.ts';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * The table of legal bases of a deployment, in place of the usual one.
 * @param file JSON in the form of `usual-bases.json`; undefined: the usual table
 * @throws Failure `legal-bases-malformed` (file, field) where it is not there, or not in that form
 */
export const readBases = (file: string | undefined): BasesTable => {
  if (file === undefined) return usualBases;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Failure('legal-bases-malformed', { file, field: '–' }, { cause });
  }
  const read = basesTable.safeParse(parsed(text));
  if (read.success) return read.data;
  const field = read.error.issues[0]?.path.join('.').slice(0, 60) || 'bases';
  throw new Failure('legal-bases-malformed', { file, field });
};
