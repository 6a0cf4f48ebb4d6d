import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Db } from 'mongodb';
import type { Held } from '#backup/compare.ts';
import { type KeptFile, type KeptTable, type Manifest, stores } from '#backup/manifest.ts';
import { collectionsOf, countCollection } from '#backup/mongo-dump.ts';
import { loadCollection } from '#backup/mongo-load.ts';
import { putFile } from '#backup/put-file.ts';
import type { Repository } from '#backup/repository.ts';
import { tablesOf } from '#backup/sqlite-copy.ts';
import type { Places } from './places.ts';

export interface PutBack {
  readonly repository: Repository;
  readonly manifest: Manifest;
  readonly places: Places;
  /** Database of MongoDB to fill; null where the database is embedded. */
  readonly db: Db | null;
  /** Folder for what stands in the clear for a while. */
  readonly scratch: string;
  readonly signal: AbortSignal;
  readonly onFile: (files: number, of: number) => void;
}

/** Files that a store keeps as they are; the collections of MongoDB are loaded instead. */
const isLoaded = ({ manifest }: PutBack, { store }: KeptFile): boolean =>
  store === 'database' && manifest.database === 'mongodb';

/** The database comes last: an installation without one does not start beside a feed, so that half a restore harms nothing. */
const inOrder = (files: readonly KeptFile[]): KeptFile[] =>
  [...files].sort((a, b) => Number(a.store === 'database') - Number(b.store === 'database'));

async function putFiles(work: PutBack): Promise<KeptFile[]> {
  const { repository, manifest, places, signal, onFile } = work;
  const done: KeptFile[] = [];
  for (const file of inOrder(manifest.files)) {
    signal.throwIfAborted();
    const root = isLoaded(work, file) ? join(work.scratch, 'collections') : places.roots[file.store];
    if (root === null) continue;
    const renamed = places.databases[file.store];
    // The file of a database is called as this installation calls it.
    const path = renamed === undefined || isLoaded(work, file) ? file.path : basename(renamed);
    done.push({ ...(await putFile(repository, { ...file, path }, root)), path: file.path });
    onFile(done.length, manifest.files.length);
  }
  return done;
}

/** A collection that an earlier run has loaded whole stays; any other is loaded anew. */
async function loadAll({ manifest, scratch, signal }: PutBack, db: Db): Promise<KeptTable[]> {
  const loaded: KeptTable[] = [];
  const there = await collectionsOf(db);
  for (const table of manifest.tables.filter(({ store }) => store === 'database')) {
    signal.throwIfAborted();
    const { name } = table;
    const isWhole = there.includes(name) && (await countCollection(db, name)).digest === table.digest;
    if (there.includes(name) && !isWhole) await db.dropCollection(name);
    if (!isWhole) await loadCollection(db, name, join(scratch, 'collections'));
    loaded.push(await countCollection(db, name));
  }
  return loaded;
}

/** What stands in the embedded databases that were put back, read anew. */
const embeddedTables = ({ manifest, places }: PutBack): KeptTable[] =>
  stores.flatMap((store) => {
    const file = places.databases[store];
    const isKept = manifest.files.some((kept) => kept.store === store);
    return file !== undefined && isKept && existsSync(file) ? tablesOf(file, store) : [];
  });

/** Collections that are there though the backup has none of their name. */
async function surplusIn(db: Db, { manifest }: PutBack): Promise<KeptTable[]> {
  const known = new Set(manifest.tables.map(({ name }) => name));
  const names = (await collectionsOf(db)).filter((name) => !known.has(name));
  return Promise.all(names.map((name) => countCollection(db, name)));
}

/**
 * Puts a backup into its places, each file proved before it is there, and reads back what the databases say.
 * @returns what was restored, to be held against what was kept
 */
export async function putBack(work: PutBack): Promise<Held> {
  const files = await putFiles(work);
  const { db } = work;
  const loaded = db === null ? [] : [...(await loadAll(work, db)), ...(await surplusIn(db, work))];
  return { files, tables: [...embeddedTables(work), ...loaded] };
}
