import { join } from 'node:path';
import { findMongo } from './databases/find-mongo.ts';
import { exhaustiveFiles } from './exhaustive-files.ts';
import { filesInTurn } from './files-in-turn.ts';
import { forgetOpenedHouse, nameOpenedHouse } from './opened-house-folder.ts';
import { takeQuickFolder } from './quick-folder.ts';
import { forgetSchemaFile, nameSchemaFile } from './schema-file.ts';
import { forgetUndisturbed, nameUndisturbed } from './undisturbed.ts';

/**
 * Finds the databases of this test run and says in one line which were used and which could not be.
 * Tests find the MongoDB, if any, in the environment as MONGODB_URI, what it is as MONGODB_SERVER, and where its files lie, if that
 * is known, as MONGODB_FOLDER.
 */
export const setup = async () => {
  holder.benthanhFolder ??= takeQuickFolder();
  await holder.benthanhFolder;
  nameSchemaFile();
  nameUndisturbed();
  nameOpenedHouse();
  // Programs that tests start are compiled once, and not by each of a hundred processes
  process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../../node_modules/.cache/benthanh/compiled');
  const mongo = await shared();
  process.env.MONGODB_URI = mongo.uri ?? '';
  process.env.MONGODB_SERVER = mongo.name ?? '';
  process.env.MONGODB_FOLDER = mongo.folder ?? '';
};

export const teardown = async () => {
  await forgetSchemaFile();
  await forgetUndisturbed();
  await forgetOpenedHouse();
  await holder.benthanhDatabases?.then(({ end }) => end());
  holder.benthanhDatabases = undefined;
  await holder.benthanhFolder?.then((giveBack) => giveBack());
  holder.benthanhFolder = undefined;
};

interface Databases {
  readonly uri: string | undefined;
  readonly name?: string;
  readonly folder?: string | undefined;
  readonly end: () => Promise<void>;
}

/** Each vitest project loads this file by itself, so that only the process as a whole can remember the one server and folder. */
const holder = globalThis as {
  benthanhDatabases?: Promise<Databases> | undefined;
  benthanhFolder?: Promise<() => void> | undefined;
};

const shared = (): Promise<Databases> => {
  holder.benthanhDatabases ??= find();
  return holder.benthanhDatabases;
};

const find = async (): Promise<Databases> => {
  const mongo = await findMongo();
  if ('reasons' in mongo) {
    console.log(`databases: SQLite used; MONGODB WAS NOT TESTED (${mongo.reasons.join('; ')})`);
    return { uri: undefined, end: async () => {} };
  }
  console.log(`databases: SQLite used; MongoDB used: ${mongo.name}`);
  console.log(
    `LEFT OUT on MongoDB, unless by npm run test:long: ${exhaustiveFiles.length} files that ask everything or go a long way, ${filesInTurn.length} in turn`,
  );
  return { uri: mongo.uri, name: mongo.name, folder: mongo.folder, end: async () => mongo[Symbol.asyncDispose]() };
};
