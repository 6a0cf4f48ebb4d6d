import { expect, it } from 'vitest';
import { oneWriterAtATime, type SqliteAdapter } from './one-writer-at-a-time.ts';

/** A driver that notes what a connection is told, and how its transaction ended. */
const opened = () => {
  const told: string[] = [];
  const write = async () => undefined;
  const methods = ['create', 'updateOne', 'updateMany', 'deleteOne', 'deleteMany', 'createVersion', 'updateVersion'];
  const rest = ['deleteVersions', 'updateJobs', 'createGlobal', 'updateGlobal', 'createGlobalVersion'];
  const stock = {
    ...Object.fromEntries([...methods, ...rest, 'updateGlobalVersion'].map((name) => [name, write])),
    ...{ sessions: {}, initializing: Promise.resolve() },
    drizzle: {
      transaction: async (work: (db: object) => Promise<void>) => {
        try {
          await work({ run: async (statement: string) => void told.push(statement) });
          told.push('COMMIT');
        } catch (error) {
          told.push('ROLLBACK');
          throw error;
        }
      },
    },
  };
  return { adapter: oneWriterAtATime(stock as unknown as SqliteAdapter), told };
};

it.each(['COMMIT', 'ROLLBACK'])('a connection gives its memory back before its %s', async (how) => {
  const { adapter, told } = opened();
  const id = await adapter.beginTransaction();
  await (how === 'COMMIT' ? adapter.commitTransaction : adapter.rollbackTransaction)(String(id));
  expect(told).toEqual(['PRAGMA shrink_memory', how]);
});
