import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getPayload, type Payload } from 'payload';
import { buildStudioConfig } from '#editorial/studio-config.ts';
import type { StudioValues } from '#editorial/studio-values.ts';
import { usualUploadBounds } from '#editorial/uploads/room.ts';
import { isLongRun } from './exhaustive-files.ts';
import { isMongodbRun } from './files-in-turn.ts';
import { sealingForAll } from './keys-for-all.ts';
import { keepSchema, layOut } from './schema-file.ts';
import { isSealedRun } from './sealed-files.ts';
import { type Door, openDoor } from './studio-http.ts';
import { openPeople, type People } from './studio-people.ts';

export type Database = 'sqlite' | 'mongodb';

/** The databases that this run can test: MongoDB only where its address is known. */
export const databases: readonly Database[] = process.env.MONGODB_URI ? ['sqlite', 'mongodb'] : ['sqlite'];

/** Those that exhaustive tests ask in this run. */
export const exhaustiveDatabases: readonly Database[] = isLongRun || isSealedRun ? databases : ['sqlite'];

/** One in the usual run, the other in the long one; where texts are sealed, every one. */
export const databasesInTurn: readonly Database[] = isSealedRun
  ? databases
  : isMongodbRun
    ? databases.slice(-1)
    : databases.slice(0, 1);

export interface Studio extends People, AsyncDisposable {
  readonly payload: Payload;
  /** Address of the REST door, without a slash at the end. */
  readonly url: string;
  readonly ask: Door['ask'];
  readonly values: StudioValues;
  /** A folder of this studio alone: database, masters and whatever a test puts there. */
  readonly folder: string;
  close(): Promise<void>;
}

/**
 * A studio of its own for a test: fresh database, Payload as production configures it, its REST door on a free port.
 * @param values what differs from a usual installation
 */
export const startStudio = async ({
  database = 'sqlite',
  values = {},
}: {
  database?: Database;
  values?: Partial<StudioValues>;
} = {}): Promise<Studio> => {
  const folder = await mkdtemp(join(tmpdir(), 'benthanh-studio-'));
  const key = randomUUID();
  const all = { ...usual(folder, database), ...(isSealedRun && sealingForAll), ...values };
  const file = all.databaseUrl === fileIn(folder) ? join(folder, databaseName) : null;
  const isLaidOut = file !== null && (await layOut(file));
  const config = await buildStudioConfig(all);
  const payload = await getPayload({ config, key, disableOnInit: true });
  if (file !== null && !isLaidOut) await keepSchema(payload.db);
  const door = await openDoor(config, key);
  const close = async () => {
    await door[Symbol.asyncDispose]();
    await forget(payload, database);
    await rm(folder, { recursive: true, force: true });
  };
  return {
    payload,
    url: door.url,
    ask: door.ask,
    values: all,
    folder,
    close,
    [Symbol.asyncDispose]: close,
    ...openPeople(payload, door.url),
  };
};

const databaseName = 'studio.db';
const fileIn = (folder: string): string => `file:${join(folder, databaseName)}`;

const usual = (folder: string, database: Database): StudioValues => ({
  databaseUrl: database === 'sqlite' ? fileIn(folder) : mongoUrl(),
  secret: randomBytes(24).toString('hex'),
  mastersDir: join(folder, 'masters'),
  archiveDir: join(folder, 'archive'),
  studioUrl: 'http://studio.test',
  publicUrl: 'http://delivery.test',
  baseDir: process.cwd(),
  profile: 'connected',
  selfPublish: false,
  compartments: ['harbour', 'metro'],
  logLevel: 'silent',
  ...usualUploadBounds,
});

/** An address with a database name that no other test has. */
const mongoUrl = (): string => {
  const base = process.env.MONGODB_URI;
  if (!base) throw new Error('MONGODB_URI is not set');
  const url = new URL(base);
  url.pathname = `/t${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  return url.href;
};

const forget = async (payload: Payload, database: Database): Promise<void> => {
  if (database === 'mongodb') {
    const { connection } = payload.db as unknown as { connection: { dropDatabase(): Promise<unknown> } };
    await connection.dropDatabase();
  }
  await payload.destroy();
};
