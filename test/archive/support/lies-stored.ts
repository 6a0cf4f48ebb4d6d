import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Payload } from 'payload';
import { expect } from 'vitest';
import type { Studio } from '../../support/studio.ts';
import { formsOf } from './lies-open.ts';

type Stored = Record<string, unknown> & { id: string };

/** Everything that a server of MongoDB was given, collection by collection. */
export const storedIn = async (payload: Payload): Promise<[string, Stored[]][]> => {
  const { connection } = payload.db as unknown as {
    connection: {
      db: { collections(): Promise<{ collectionName: string; find(): { toArray(): Promise<Stored[]> } }[]> };
    };
  };
  const all: [string, Stored[]][] = [];
  for (const one of await connection.db.collections()) all.push([one.collectionName, await one.find().toArray()]);
  return all;
};

/** Files of the server that belong to a database, where the server lets us look into them. */
const filesOfServer = async (databaseUrl: string): Promise<string[]> => {
  const folder = process.env.MONGODB_FOLDER;
  if (!folder) return [];
  const name = new URL(databaseUrl).pathname.slice(1);
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.includes(name));
  expect(files).not.toEqual([]);
  return files.map((file) => join(folder, file));
};

/** Files of the server in which a string lies. */
export const inFilesOfServer = async (databaseUrl: string, words: string): Promise<string[]> => {
  const found: string[] = [];
  for (const file of await filesOfServer(databaseUrl)) {
    const bytes = await readFile(file);
    if (formsOf(words).some((form) => bytes.includes(form))) found.push(file);
  }
  return found;
};

/** Everything that a studio keeps, each piece once: files of it and of its folders, and what a server was given. */
async function* keptOf(studio: Studio, folders: readonly string[]): AsyncGenerator<[string, Buffer]> {
  const isServer = studio.values.databaseUrl.startsWith('mongodb');
  const files = isServer ? await filesOfServer(studio.values.databaseUrl) : [];
  for (const folder of folders)
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
      if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  for (const file of files) yield [file, Buffer.concat([Buffer.from(`${file}\n`), await readFile(file)])];
  if (!isServer) return;
  for (const [name, docs] of await storedIn(studio.payload)) yield [name, Buffer.from(JSON.stringify(docs))];
}

/** Which of many words, each by the place where it stands, lie open, and where. @param words no two of which share their last sixteen characters */
export const wordsThatLieOpen = async (
  studio: Studio,
  folders: readonly string[],
  words: Iterable<readonly [place: string, word: string]>,
): Promise<string[]> => {
  // What marks and encodings do to the beginning they do not do to digits behind it
  const sought = [...words].map(([place, word]) => [place, formsOf(word.slice(-16))] as const);
  const found: string[] = [];
  for await (const [where, bytes] of keptOf(studio, folders))
    for (const [place, forms] of sought)
      if (forms.some((form) => bytes.includes(form))) found.push(`${place} in ${where}`);
  return found;
};
