import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Compared, compare } from '#backup/compare.ts';
import type { Manifest } from '#backup/manifest.ts';
import { collectionsOf } from '#backup/mongo-dump.ts';
import { openRepository, type Repository } from '#backup/repository.ts';
import type { Config } from '#config/config.ts';
import { Failure } from '#errors/failure.ts';
import { takeLock } from '../start/lock.ts';
import { restoringMark } from '../start/restoring.ts';
import { placesOf as servicePlaces } from '../start/service-plans.ts';
import { withMongo } from './keep-databases.ts';
import { type Places, placesOf } from './places.ts';
import { putBack } from './put-back.ts';
import { openScratch } from './scratch.ts';

export interface RestoreOptions {
  readonly config: Config;
  /** Folder of the backups. */
  readonly from: string;
  /** Which of them; null: the newest. */
  readonly id: string | null;
  readonly secret: Uint8Array;
  readonly signal: AbortSignal;
  readonly onFile: (files: number, of: number) => void;
}

export interface Restored {
  readonly manifest: Manifest;
  readonly compared: readonly Compared[];
}

/** @throws Failure `backup-missing` where there is none */
export async function chosenManifest(repository: Repository, id: string | null): Promise<Manifest> {
  const chosen = id ?? (await repository.list()).at(-1);
  if (chosen === undefined) throw new Failure('backup-missing', { folder: repository.root });
  return repository.manifest(chosen);
}

const isEmpty = async (folder: string): Promise<boolean> => (await readdir(folder).catch(() => [])).length === 0;

/** Nothing of an installation is written over. @throws Failure `restore-occupied` with the place */
async function checkPlaces({ roots, databases, mongo }: Places): Promise<void> {
  for (const store of ['feed', 'audit', 'masters'] as const) {
    const folder = roots[store];
    if (folder !== null && !(await isEmpty(folder))) throw new Failure('restore-occupied', { place: folder });
  }
  for (const file of Object.values(databases))
    if (existsSync(file)) throw new Failure('restore-occupied', { place: file });
  if (mongo === null) return;
  const names = await withMongo(mongo, async (client) => [
    client.db().databaseName,
    ...(await collectionsOf(client.db())),
  ]);
  if (names.length > 1) throw new Failure('restore-occupied', { place: names[0] ?? '' });
}

/** Notes which backup is being put back; a start is refused from now on. @returns whether an earlier run had begun with it */
async function begin({ dataDir }: Config, id: string): Promise<boolean> {
  const file = restoringMark(dataDir);
  const before = await readFile(file, 'utf8').catch(() => null);
  if (before !== null && before !== id) throw new Failure('restore-unfinished', { folder: dataDir });
  if (before !== null) return true;
  return false;
}

async function mark({ dataDir }: Config, id: string): Promise<void> {
  await mkdir(dirname(restoringMark(dataDir)), { recursive: true });
  const file = await open(restoringMark(dataDir), 'w', 0o600);
  await file.writeFile(id);
  await file.sync();
  await file.close();
}

async function restoreLocked(options: RestoreOptions): Promise<Restored> {
  const { config, from, secret, signal, onFile } = options;
  const repository = await openRepository(from, secret, 'read');
  const manifest = await chosenManifest(repository, options.id);
  const places = placesOf(config);
  const kind = places.mongo === null ? 'sqlite' : 'mongodb';
  if (manifest.database !== 'none' && manifest.database !== kind)
    throw new Failure('restore-database', { kind: manifest.database, here: kind });
  if (!(await begin(config, manifest.id))) await checkPlaces(places);
  await mark(config, manifest.id);
  await using scratch = await openScratch(config.dataDir);
  const work = { repository, manifest, places, scratch: scratch.path, signal, onFile };
  const held = await (places.mongo === null
    ? putBack({ ...work, db: null })
    : withMongo(places.mongo, (client) => putBack({ ...work, db: client.db() })));
  const compared = compare(manifest, held);
  if (compared.every(({ isSame }) => isSame)) await rm(restoringMark(config.dataDir));
  return { manifest, compared };
}

/**
 * Puts a backup into an empty installation and holds it against what was kept. Stopped, it goes on at the next run; until
 * it has come to its end and all is as it was, the installation does not start.
 *
 * @throws Failure `already-running`, `backup-*`, `restore-*`, `database-unreachable`
 */
export async function restoreAll(options: RestoreOptions): Promise<Restored> {
  const { dataDir } = options.config;
  using lock = takeLock(join(servicePlaces(options.config).runDir, 'start.lock'));
  if (lock === undefined) throw new Failure('already-running', { folder: dataDir });
  return restoreLocked(options);
}
