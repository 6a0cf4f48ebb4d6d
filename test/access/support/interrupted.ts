import type { Payload } from 'payload';

type Db = Payload['db'];
const writes = ['create', 'updateOne', 'deleteMany'] as const;

/**
 * Does `meanwhile` once, at the moment at which an act has read what it wants and comes to write into `collection`: what two
 * requests at the same time do by chance, every time.
 * @returns how often it came to that
 */
export const interrupted = async (
  db: Db,
  collection: string,
  meanwhile: () => Promise<unknown>,
  act: () => Promise<unknown>,
): Promise<number> => {
  let times = 0;
  const plain = Object.fromEntries(writes.map((name) => [name, db[name]]));
  const wrapped = writes.map((name) => {
    const write = db[name] as (this: Db, args: { collection: string }) => Promise<unknown>;
    const late = async (args: { collection: string }) => {
      if (args.collection === collection && times++ === 0) await meanwhile();
      return write.call(db, args);
    };
    return [name, late];
  });
  Object.assign(db, Object.fromEntries(wrapped));
  try {
    await act();
  } finally {
    Object.assign(db, plain);
  }
  return times;
};
