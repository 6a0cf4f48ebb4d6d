import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import type { Sight } from '../ask.ts';
import { readQuestion } from '../question.ts';
import type { StudioArchive } from '../studio-archive.ts';

const id = z.string().regex(/^[\w-]{1,64}$/);

/** Pictures by their ids, or everything that a question finds but for some. */
export const selectionSchema = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(20_000) }),
  z.strictObject({ question: z.string().max(8000), except: z.array(id).max(20_000).default([]) }),
]);
export type Selected = z.infer<typeof selectionSchema>;

/** Most pictures of one edit: their ids stand in one record. */
const most = 250_000;

/**
 * Rows of the index that a selection means for whoever has this sight. What they may not see is not among them,
 * as if it were not there.
 * @throws Failure `parameter-…` for a question that is none, `not-found` where nothing is left
 */
export const rowsSelected = ({ index, ask }: StudioArchive, selected: Selected, sight: Sight): number[] => {
  const { columns } = index;
  const { codes, values } = columns.texts.seal;
  const isOpen = (row: number): boolean => sight.covers(values[codes[row] ?? 0]?.[0] ?? '');
  const rows =
    'ids' in selected
      ? [...new Set(selected.ids)].flatMap((one) => columns.rowOf(one) ?? []).filter(isOpen)
      : exceptIn(selected, [...ask(readQuestion(new URLSearchParams(selected.question)).question, sight).rows], (row) =>
          String(columns.ids[row]),
        );
  if (rows.length === 0) throw new Failure('not-found');
  if (rows.length > most) throw new Failure('field-invalid', { field: 'selection' });
  return rows;
};

const exceptIn = (
  { except }: { readonly except: readonly string[] },
  rows: readonly number[],
  idOf: (row: number) => string,
): number[] => {
  const left = new Set(except);
  return rows.filter((row) => !left.has(idOf(row)));
};
