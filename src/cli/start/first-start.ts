import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '#config/config.ts';
import { databaseMark } from './database-mark.ts';

/**
 * What a first start still owes. It is noted on disk before the work begins and taken away bit by bit, so that a start
 * which was killed at any moment is carried on by the next one.
 */
const owed = z.strictObject({
  /** E-mail of the administrator whose one-time password nobody has been shown yet. */
  password: z.string().nullable(),
  /** Whether demo content is still to be loaded. */
  demo: z.boolean(),
  /** Which database owes it. */
  database: z.string(),
});
export type Owed = z.infer<typeof owed>;

type Place = Pick<Config, 'dataDir' | 'databaseUrl'>;

const fileOf = (dataDir: string) => join(dataDir, 'first-start.json');

/** What is still owed to a database, or undefined after a finished first start. */
export async function readOwed({ dataDir, databaseUrl }: Place): Promise<Owed | undefined> {
  try {
    const found = owed.parse(JSON.parse(await readFile(fileOf(dataDir), 'utf8')));
    return found.database === databaseMark(databaseUrl) ? found : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Notes what is still owed; nothing owed leaves no note. */
export async function writeOwed(dataDir: string, left: Owed): Promise<void> {
  if (left.password === null && !left.demo) return rm(fileOf(dataDir), { force: true });
  const file = await open(`${fileOf(dataDir)}.new`, 'w', 0o600);
  await file.writeFile(JSON.stringify(left));
  await file.sync();
  await file.close();
  await rename(`${fileOf(dataDir)}.new`, fileOf(dataDir));
}
