import { verifyLog } from '#audit-log/verify-log.ts';
import { Failure } from '#errors/failure.ts';
import { type Choice, isChosen } from './chosen-lines.ts';
import { formOf, headOf, type LineForm } from './line-forms.ts';
import { readRemovals } from './removal-files.ts';
import { knownRemoval } from './removal-record.ts';

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
 * Writes chosen lines of the log, which is checked on the way: chain, tree, and the form of every line.
 * @throws Failure `audit-export-unsound` with the first line that is wrong
 */
export const exportLines = async (
  { dir, form, choice }: Wanted,
  add: (text: string) => Promise<unknown>,
): Promise<Exported> => {
  let [text, lines] = [headOf[form], 0];
  const { size, root, fault } = await verifyLog({
    dir,
    known: [],
    removals: (await readRemovals(dir, null)).map(knownRemoval),
    each: async (entry) => {
      if (!isChosen(entry, choice)) return true;
      lines += 1;
      text += formOf[form](entry);
      if (text.length < piece) return true;
      await add(text);
      text = '';
      return true;
    },
  });
  if (fault) throw new Failure('audit-export-unsound', { folder: dir, line: fault.line });
  await add(text);
  return { lines, size, root };
};
