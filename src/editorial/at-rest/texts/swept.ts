import type { DatabaseAdapter } from 'payload';

type Rows = Pick<DatabaseAdapter, 'create' | 'findOne'>;

const collection = 'payload-kv';
const key = 'texts-swept';

/** Whether a database has been written anew since the last text lay open in it. Stands in the database: whoever sealed last may have been stopped before. */
export const isSwept = async (rows: Rows): Promise<boolean> =>
  (await rows.findOne({ collection, where: { key: { equals: key } } })) !== null;

export const noteSwept = async (rows: Rows): Promise<void> => {
  if (!(await isSwept(rows))) await rows.create({ collection, data: { key, data: {} } });
};
