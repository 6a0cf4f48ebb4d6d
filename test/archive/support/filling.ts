import { createLocalReq } from 'payload';
import type { BagOrder } from '#editorial/archive/bag/put-picture.ts';
import type { Studio } from '../../support/studio.ts';

/** A row as it is about to be made. */
export type Making = Parameters<Studio['payload']['db']['create']>[0];

/** What `archive bag` asks for some pictures, for tests that have something happen in the midst of it. */
export const orderOf = async (
  { payload, values }: Studio,
  asked: Pick<BagOrder, 'out' | 'as'> & { readonly ids: readonly string[]; readonly signal?: AbortSignal },
): Promise<BagOrder> => ({
  ...{ req: await createLocalReq({}, payload), out: asked.out, as: asked.as, mastersDir: values.mastersDir },
  where: { id: { in: [...asked.ids] } },
  upTo: { level: 'restricted', compartments: ['harbour', 'metro'] },
  ...{ selection: 'test', organization: 'test', onProgress: () => undefined },
  signal: asked.signal ?? new AbortController().signal,
});

/** Lets something happen whenever a row is about to be made or has been, until it is disposed of. */
export const watchRows = (
  { payload: { db } }: Studio,
  happens: (row: Making, when: 'before' | 'after') => Promise<void> | void,
): Disposable => {
  const { create } = db;
  db.create = async (row) => {
    await happens(row, 'before');
    const made = await create.call(db, row);
    await happens(row, 'after');
    return made;
  };
  return {
    [Symbol.dispose]: () => {
      db.create = create;
    },
  };
};

/** Whether it is the line of the log of a copy, of one document or of any. */
export const isCopyLine = ({ collection, data }: Making, id?: string): boolean =>
  collection === 'audit' && data.action === 'copy' && (id === undefined || data.documentId === id);
