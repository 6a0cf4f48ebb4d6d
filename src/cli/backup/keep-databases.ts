import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { StoreName } from '#backup/manifest.ts';
import { dumpAll } from '#backup/mongo-dump.ts';
import { copyDatabase, tablesOf } from '#backup/sqlite-copy.ts';
import { Failure } from '#errors/failure.ts';
import { withoutPassword } from '../words/without-password.ts';
import type { Keeper } from './keeper.ts';

/** Keeps what we have just written ourselves: that it is not there can only be an accident. @throws Failure `backup-moving` */
async function keepOwn(keeper: Keeper, store: StoreName, folder: string, name: string): Promise<void> {
  if (!(await keeper.keep(store, folder, name))) throw new Failure('backup-moving', { file: join(folder, name) });
}

/** Keeps an embedded database as it is at one moment; @returns false where there is none. */
export async function keepEmbedded(keeper: Keeper, store: StoreName, file: string, scratch: string): Promise<boolean> {
  if (!existsSync(file)) return false;
  const folder = join(scratch, store);
  await mkdir(folder, { recursive: true });
  const copy = join(folder, basename(file));
  copyDatabase(file, copy);
  keeper.tables.push(...tablesOf(copy, store));
  await keepOwn(keeper, store, folder, basename(file));
  return true;
}

/** Runs a piece of work with a database of MongoDB. @throws Failure `database-unreachable` */
export async function withMongo<T>(url: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 5000, connectTimeoutMS: 5000 });
  try {
    await client.connect();
    return await work(client);
  } catch (cause) {
    if (!(cause instanceof Error) || !/^Mongo(?:Server)?(?:Selection|Network)/.test(cause.name)) throw cause;
    throw new Failure('database-unreachable', { reason: withoutPassword(cause.message) }, { cause });
  } finally {
    await client.close();
  }
}

/** Keeps MongoDB, collection by collection; @returns those that changed while they were read. */
export async function keepMongo(keeper: Keeper, url: string, scratch: string): Promise<readonly string[]> {
  const folder = join(scratch, 'database');
  await mkdir(folder, { recursive: true });
  const { tables, unsteady } = await withMongo(url, (client) => dumpAll(client.db(), folder));
  keeper.tables.push(...tables);
  for (const name of (await readdir(folder)).sort()) {
    const isKept = tables.some((table) => name === `${table.name}.bson` || name === `${table.name}.indexes.json`);
    if (isKept) await keepOwn(keeper, 'database', folder, name);
  }
  return unsteady;
}
