import { existsSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * An embedded database as it stands after all migrations, empty. A test run makes it once and copies it for every studio:
 * running four hundred statements for each of them is the larger part of its start. Installations of tests start from nothing.
 */
const variable = 'BENTHANH_SCHEMA_FILE';

/** Says where this run keeps it; called once, by the process that runs the tests. */
export const nameSchemaFile = (): void => {
  process.env[variable] ??= join(tmpdir(), `benthanh-schema-${process.pid}.db`);
};

export const forgetSchemaFile = (): Promise<void> => rm(String(process.env[variable]), { force: true });

/** Puts it where a studio will look for its database, if there is one yet. */
export const layOut = async (file: string): Promise<boolean> => {
  const from = process.env[variable];
  if (!from || !existsSync(from)) return false;
  await copyFile(from, file);
  return true;
};

/** Keeps the schema of a studio that has just begun and holds nothing. */
export const keepSchema = async (file: string): Promise<void> => {
  const to = process.env[variable];
  if (!to || existsSync(to)) return;
  const part = `${to}.${process.pid}`;
  const database = new DatabaseSync(file);
  try {
    await rm(part, { force: true });
    database.exec(`VACUUM INTO '${part}'`);
  } finally {
    database.close();
  }
  await rename(part, to);
};
