import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BSON, type Db } from 'mongodb';
import type { KeptTable } from './manifest.ts';
import { multiset } from './multiset.ts';

/** Documents that are asked for at once. */
const batch = 500;

/** Documents of a collection as the bytes that came. */
async function* rawDocuments(db: Db, name: string): AsyncGenerator<Buffer> {
  const cursor = db.collection(name).find({}, { raw: true, batchSize: batch });
  // With `raw` the driver hands out bytes; its types go on to speak of documents
  for await (const document of cursor) yield document as unknown as Buffer;
}

/** Names of the collections, in order; the server’s own are left out. */
export const collectionsOf = async (db: Db): Promise<string[]> =>
  (await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray())
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.'))
    .sort();

/** Number and digest of the documents of a collection. */
export async function countCollection(db: Db, name: string): Promise<KeptTable> {
  const all = multiset();
  for await (const document of rawDocuments(db, name)) all.add(document);
  return { store: 'database', name, ...all.result() };
}

/** Files of one collection in a folder: its documents, one behind the other as BSON, and its indexes. */
export const filesOfCollection = (name: string) => ({ documents: `${name}.bson`, indexes: `${name}.indexes.json` });

/** Writes one collection into a folder. */
export async function dumpCollection(db: Db, name: string, folder: string): Promise<KeptTable> {
  const all = multiset();
  const { documents, indexes } = filesOfCollection(name);
  async function* counted() {
    for await (const document of rawDocuments(db, name)) {
      all.add(document);
      yield document;
    }
  }
  await pipeline(counted, createWriteStream(join(folder, documents), { mode: 0o600 }));
  const found = await db.collection(name).indexes();
  await writeFile(join(folder, indexes), BSON.EJSON.stringify(found, { relaxed: false }), { mode: 0o600 });
  return { store: 'database', name, ...all.result() };
}

export interface Dumped {
  readonly tables: readonly KeptTable[];
  /** Collections that changed while they were read; none: all are of one moment. */
  readonly unsteady: readonly string[];
}

const differing = (before: ReadonlyMap<string, KeptTable>, after: readonly KeptTable[]): string[] => {
  const changed = after.filter((one) => before.get(one.name)?.digest !== one.digest).map(({ name }) => name);
  const gone = [...before.keys()].filter((name) => !after.some((one) => one.name === name));
  return [...changed, ...gone];
};

/**
 * Writes all collections into a folder, so that they are of one moment: a server need not know snapshots, so everything is
 * read a second time, and where nothing has changed since the first, all of it was so in between. What did change is
 * written anew, and looked at again, for some rounds.
 */
export async function dumpAll(db: Db, folder: string, rounds = 5): Promise<Dumped> {
  const dumped = new Map<string, KeptTable>();
  let changed = await collectionsOf(db);
  for (let round = 1; ; round += 1) {
    const names = await collectionsOf(db);
    for (const name of changed) {
      if (names.includes(name)) dumped.set(name, await dumpCollection(db, name, folder));
      else dumped.delete(name);
    }
    const after: KeptTable[] = [];
    for (const name of await collectionsOf(db)) after.push(await countCollection(db, name));
    changed = differing(dumped, after);
    if (changed.length === 0 || round === rounds) return { tables: [...dumped.values()], unsteady: changed };
  }
}
