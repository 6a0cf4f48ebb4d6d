import { existsSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

interface Connected {
  readonly client: { execute(sql: string): Promise<unknown> };
}

/**
 * Keeps the schema of a studio that has just begun and holds nothing.
 * @param database the studio's own connection: another library that opens and closes the file in the same process takes the
 *   locks of the first away
 */
export const keepSchema = async (database: unknown): Promise<void> => {
  const to = process.env[variable];
  if (!to || existsSync(to)) return;
  const part = `${to}.${process.pid}`;
  await rm(part, { force: true });
  const { client } = database as Connected;
  await client.execute(`VACUUM INTO '${part}'`);
  // A studio that seals has put a key of its own there, which is nobody else's
  await client.execute(`ATTACH '${part}' AS laid`);
  await client.execute('DELETE FROM laid.payload_kv');
  await client.execute('DETACH laid');
  await rename(part, to);
};
