import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import { BasePayload } from 'payload';
import { buildStudioConfig } from '../studio-config.ts';
import { usualUploadBounds } from '../uploads/room.ts';
import { schemaChanges } from './schema-changes.ts';
import { schemaHooks } from './schema-hooks.ts';

const folder = join(import.meta.dirname, 'migrations');

/** Values that the schema does not depend on. */
const values = {
  databaseUrl: `file:${join(tmpdir(), 'benthanh-schema.db')}`,
  secret: 'none',
  mastersDir: tmpdir(),
  studioUrl: 'http://localhost:3000',
  publicUrl: 'http://localhost:4000',
  baseDir: process.cwd(),
  profile: 'connected',
  selfPublish: false,
  compartments: [],
  logLevel: 'warn',
  ...usualUploadBounds,
} as const;

/** Node runs these files as they are: siblings carry their ending, types are imported as types. */
const asNodeWantsIt = (source: string): string =>
  source
    .replace(/from '(\.\/\d{8}_\d{6}[^']*?)(\.ts)?'/g, "from '$1.ts'")
    .replace(/\{ db, payload, req \}/g, '{ db }')
    .replace("import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'", importLine);
/**
 * The generator leaves out what happens to a reference when its target is deleted wherever a column is added to a table that
 * is there: then nothing could be deleted that any older version ever named. It is what the first migration says everywhere.
 */
const withEndings = (source: string): string =>
  source.replace(
    /(ALTER TABLE \\`(\w+)\\` ADD \\`\w+\\` text REFERENCES \w+\(id\));/g,
    (_, column: string, table: string) => `${column} ON DELETE ${table.endsWith('_rels') ? 'cascade' : 'set null'};`,
  );

const importLine =
  "import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';\nimport { sql } from '@payloadcms/db-sqlite'";

const mend = async (): Promise<void> => {
  for (const file of await readdir(folder)) {
    if (!file.endsWith('.ts')) continue;
    const path = join(folder, file);
    await writeFile(path, withEndings(asNodeWantsIt(await readFile(path, 'utf8'))));
  }
};

/**
 * Compares the collections with the newest migration and writes the next one where they differ; `--afresh` begins the
 * history anew, which no installation survives that holds anything.
 */
const makeMigration = async (name: string, afresh: boolean): Promise<void> => {
  const config = await buildStudioConfig(values);
  const db = sqliteAdapter({
    client: { url: 'file::memory:' },
    idType: 'uuid',
    push: false,
    migrationDir: folder,
    beforeSchemaInit: schemaHooks,
  });
  const payload = await new BasePayload().init({
    config: { ...config, db: db as typeof config.db },
    disableOnInit: true,
  });
  if (afresh) await rm(folder, { recursive: true, force: true });
  const changes = afresh ? null : await schemaChanges(payload.db, folder);
  if (changes?.length === 0)
    process.stdout.write('The newest migration makes what the collections ask for: none was written.\n');
  else {
    await payload.db.createMigration({ payload, migrationName: name, forceAcceptWarning: true });
    await mend();
  }
  await payload.destroy();
};

const [name = 'change'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const afresh = process.argv.includes('--afresh');
await makeMigration(afresh ? 'first' : name, afresh);
