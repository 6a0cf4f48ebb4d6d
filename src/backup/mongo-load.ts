import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BSON, type Db, type IndexDescription } from 'mongodb';
import { z } from 'zod';
import { filesOfCollection } from './mongo-dump.ts';

/** Bytes and documents that are sent at once. */
const most = { bytes: 8 * 1024 * 1024, documents: 500 };
/** A document of MongoDB has at most 16 MiB. */
const largest = 17 * 1024 * 1024;

/** Documents of a dump. Each begins with its length. */
async function* documentsIn(file: string): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  for await (const bytes of createReadStream(file)) {
    held = Buffer.concat([held, bytes]);
    for (let size = sizeOf(held); size !== null && held.length >= size; size = sizeOf(held)) {
      yield held.subarray(0, size);
      held = held.subarray(size);
    }
  }
  if (held.length > 0) throw new RangeError(`${file} ends within a document`);
}

const sizeOf = (held: Buffer): number | null => {
  if (held.length < 4) return null;
  const size = held.readInt32LE(0);
  if (size < 5 || size > largest) throw new RangeError(`a document of ${size} bytes`);
  return size;
};

/** Types stay as they were: a long is not made a number of another kind on its way. */
const asDocument = (bytes: Buffer): BSON.Document =>
  BSON.deserialize(bytes, { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true });

const indexes = z.array(z.looseObject({ name: z.string(), key: z.record(z.string(), z.unknown()) }));

async function insertAll(db: Db, name: string, file: string): Promise<void> {
  let [waiting, bytes]: [BSON.Document[], number] = [[], 0];
  const send = async () => {
    if (waiting.length > 0) await db.collection(name).insertMany(waiting, { ignoreUndefined: false });
    [waiting, bytes] = [[], 0];
  };
  for await (const document of documentsIn(file)) {
    waiting.push(asDocument(document));
    bytes += document.length;
    if (bytes >= most.bytes || waiting.length >= most.documents) await send();
  }
  await send();
}

/** Puts a dumped collection into a database that has none of this name. */
export async function loadCollection(db: Db, name: string, folder: string): Promise<void> {
  const files = filesOfCollection(name);
  await db.createCollection(name);
  await insertAll(db, name, join(folder, files.documents));
  const found = indexes.parse(BSON.EJSON.parse(await readFile(join(folder, files.indexes), 'utf8')));
  // As the server told them when they were kept
  for (const { v: _, ns: __, ...index } of found)
    if (index.name !== '_id_') await db.collection(name).createIndexes([index as unknown as IndexDescription]);
}
