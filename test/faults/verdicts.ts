import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Fault } from './fault.ts';
import type { Ran } from './run-tests.ts';

const ends = ['found', 'survived', 'not-decided'] as const;

const verdict = z.object({ end: z.enum(ends), by: z.string(), key: z.string(), seconds: z.number() });
export type Verdict = z.infer<typeof verdict>;
const verdicts = z.record(z.string(), verdict);

/** What is known of each fault, kept so that a run that is ended goes on where it was. */
export interface Verdicts {
  known(fault: Fault): Promise<Verdict | null>;
  keep(fault: Fault, found: Omit<Verdict, 'key'>): Promise<void>;
}

/** A verdict holds for the fault, the tests that were run and the files that were spoilt, as they were then. */
const keyOf = async (root: string, fault: Fault): Promise<string> => {
  const hash = createHash('sha256').update(JSON.stringify(fault));
  for (const file of [...fault.tests, ...fault.edits.map((edit) => edit.file)])
    hash.update(await readFile(join(root, file)).catch(() => ''));
  return hash.digest('hex');
};

export const openVerdicts = async (root: string): Promise<Verdicts> => {
  const file = join(root, 'data/faults.json');
  const kept = verdicts.catch({}).parse(JSON.parse(await readFile(file, 'utf8').catch(() => '{}')));
  return {
    known: async (fault) => {
      const found = kept[fault.name];
      return found?.key === (await keyOf(root, fault)) ? found : null;
    },
    keep: async (fault, found) => {
      kept[fault.name] = { ...found, key: await keyOf(root, fault) };
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, `${JSON.stringify(kept, null, 2)}\n`);
    },
  };
};

/** A fault is found where a test fails that bears the number of one of its rows; that others fail is no proof. */
export const judged = ({ rows }: Fault, { failed, isWhole }: Ran): Pick<Verdict, 'end' | 'by'> => {
  const isOfRow = (title: string) => rows.some((row) => new RegExp(`\\bR${row}\\b`).test(title));
  const by = failed.find(isOfRow);
  if (by !== undefined) return { end: 'found', by };
  return isWhole ? { end: 'survived', by: failed[0] ?? '' } : { end: 'not-decided', by: '' };
};
