import type { KnownRemoval } from '#audit-log/known-removal.ts';
import { soundEntries } from '#audit-log/read-sound.ts';
import { verifyLog } from '#audit-log/verify-log.ts';
import { Failure } from '#errors/failure.ts';
import { checkByRecords } from './check-by-records.ts';
import { type Choice, isChosen } from './chosen-lines.ts';
import { formOf, headOf, type LineForm } from './line-forms.ts';

/** Written together, in characters. */
const piece = 64 * 1024;

export interface Wanted {
  /** Folder of the log. */
  readonly dir: string;
  readonly form: LineForm;
  readonly choice: Choice;
}

/** What was written: how many lines, out of a log of how many, and the root by which that log can be proved. */
export interface Exported {
  readonly lines: number;
  readonly size: number;
  readonly root: string;
}

/**
 * Writes chosen lines of the log, which is checked before: chain, tree, and the form of every line.
 * @throws Failure `audit-export-unsound` with the first line that is wrong
 */
export const exportLines = async (
  { dir, form, choice }: Wanted,
  add: (text: string) => Promise<unknown>,
): Promise<Exported> => {
  const check = (removals: readonly KnownRemoval[]) => verifyLog({ dir, known: [], removals });
  const { size, root, fault } = (await checkByRecords(dir, null, check)).report;
  if (fault) throw new Failure('audit-export-unsound', { folder: dir, line: fault.line });
  let [text, lines] = [headOf[form], 0];
  for await (const entry of soundEntries(dir, size)) {
    if (!isChosen(entry, choice)) continue;
    lines += 1;
    text += formOf[form](entry);
    if (text.length < piece) continue;
    await add(text);
    text = '';
  }
  await add(text);
  return { lines, size, root };
};
