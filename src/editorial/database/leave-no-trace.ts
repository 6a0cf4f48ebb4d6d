import { z } from 'zod';

type Run = (statement: string) => Promise<unknown>;

const runner = z.looseObject({ run: z.custom<Run>((value) => typeof value === 'function') });
const alone = z.custom<(work: () => Promise<unknown>) => Promise<unknown>>((value) => typeof value === 'function');
const embedded = z.looseObject({
  alone,
  name: z.literal('sqlite'),
  drizzle: runner,
  sessions: z.record(z.string(), z.looseObject({ db: runner })),
});

/**
 * What an embedded database replaces within a transaction is overwritten with zeros, and not only given free. MongoDB knows nothing of the
 * kind: what lay open there before lies in its files until they are written anew.
 */
export const overwriteWithin = async (adapter: object, transaction: string | number): Promise<void> => {
  const read = embedded.safeParse(adapter);
  await read.data?.sessions[String(transaction)]?.db.run('PRAGMA secure_delete = ON');
};

/**
 * Empties the write-ahead log of an embedded database, in which earlier pages lie until then. It waits for its turn to write: a checkpoint
 * beside a transaction of this process would stand still with it.
 */
export const emptyLog = async (adapter: object): Promise<void> => {
  const read = embedded.safeParse(adapter);
  await read.data?.alone(() => read.data.drizzle.run(checkpoint));
};

/**
 * Writes the file of an embedded database anew, without the free space within its pages, in which lies what was deleted there before anybody
 * overwrote it.
 */
export const writeAnew = async (adapter: object): Promise<void> => {
  const read = embedded.safeParse(adapter);
  await read.data?.alone(async () => {
    await read.data.drizzle.run('VACUUM');
    await read.data.drizzle.run(checkpoint);
  });
};

const checkpoint = 'PRAGMA wal_checkpoint(TRUNCATE)';
