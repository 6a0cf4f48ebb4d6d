import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { KeptFile, Manifest } from '#backup/manifest.ts';
import { openRepository } from '#backup/repository.ts';
import type { Config } from '#config/config.ts';
import { sealedMarkIn } from '#editorial/at-rest/at-rest-of.ts';
import { removalNames } from '#editorial/gate/audit/removal-files.ts';
import { loadTrust } from '#feed/keys.ts';
import { listMasters } from '#media/fixity/list-masters.ts';
import { masterPath } from '#media/intake/master-store.ts';
import { headerIn } from '#sealing/sealed-file.ts';
import { keepEmbedded, keepMongo } from './keep-databases.ts';
import { keepFeed } from './keep-feed.ts';
import { type Keeper, openKeeper } from './keeper.ts';
import { type Places, placesOf } from './places.ts';
import { openScratch } from './scratch.ts';

export interface BackUpOptions {
  readonly config: Config;
  /** Folder of the backups. */
  readonly to: string;
  readonly secret: Uint8Array;
  readonly signal: AbortSignal;
  readonly onFile: (files: number) => void;
}

export interface BackedUp {
  readonly manifest: Manifest;
  readonly fresh: { readonly files: number; readonly bytes: number };
  /** Masters whose bytes are not those that their name promises; they are kept as they are. */
  readonly damaged: readonly string[];
}

const isMissing = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';

/** Hashes before lines: a log has always at least the lines that its hashes know of. */
async function keepAudit(keeper: Keeper, root: string): Promise<void> {
  const lines = await readdir(join(root, 'lines')).catch(() => []);
  if (lines.length === 0) return;
  await keeper.keep('audit', root, 'tree.bin');
  for (const name of await readdir(join(root, 'lines'))) await keeper.keep('audit', root, `lines/${name}`);
  // Records after lines: whatever is gone from the lines that were kept is told by a record that is kept too
  for (const name of await removalNames(root)) await keeper.keep('audit', root, `removals/${name}`);
}

/**
 * The name of a master is the hash of what it holds. One that is sealed is not hashed for that: whoever keeps backups has no key of a level.
 * The rounds over the archive look at it.
 */
async function isDamaged(path: string, kept: KeptFile, sha256: string): Promise<boolean> {
  return kept.sha256 !== sha256 && (await headerIn(path).catch(() => null)) === null;
}

async function keepMasters(keeper: Keeper, root: string): Promise<string[]> {
  const damaged: string[] = [];
  try {
    // Where masters are sealed, whoever restores them has to name what unlocks them
    await keeper.keep('masters', root, basename(sealedMarkIn(root)));
    for await (const found of listMasters(root)) {
      for (const { sha256 } of found) {
        const file = masterPath(root, sha256);
        const kept = await keeper.keep('masters', root, relative(root, file).replaceAll(sep, '/'));
        if (kept !== null && (await isDamaged(file, kept, sha256))) damaged.push(sha256);
      }
    }
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
  }
  return damaged;
}

async function keepDatabase(keeper: Keeper, { mongo, databases }: Places, scratch: string) {
  if (mongo !== null) return { database: 'mongodb' as const, unsteady: [...(await keepMongo(keeper, mongo, scratch))] };
  const { database: file } = databases;
  const isThere = file !== undefined && (await keepEmbedded(keeper, 'database', file, scratch));
  return { database: isThere ? ('sqlite' as const) : ('none' as const), unsteady: [] };
}

/** `20261127T155300123Z-9f3c`: in the order of time, and one alone. */
const idAt = (now: Date): string => `${now.toISOString().replace(/[-:.]/g, '')}-${randomBytes(2).toString('hex')}`;

/**
 * Keeps an installation while it runs. The order makes what is restored agree: the feed first, then the audit log, which is
 * never behind what the feed has signed of it; the database after both, for it knows all that they tell of; the masters
 * last, for every one that the database names is there before.
 *
 * @throws Failure `backup-*`, `database-unreachable`, `feed-…`; the signal's reason when aborted. What was kept until then
 *   need not be kept again.
 */
export async function backUp({ config, to, secret, signal, onFile }: BackUpOptions): Promise<BackedUp> {
  const started = new Date();
  await using scratch = await openScratch(config.dataDir);
  const repository = await openRepository(to, secret, 'write');
  const places = placesOf(config);
  const keeper = openKeeper(repository, signal, onFile);
  const { feed, audit, masters } = places.roots;
  const hasFeed = feed !== null && (await readdir(feed).catch(() => [])).length > 0;
  if (hasFeed) await keepFeed(keeper, feed, join(scratch.path, 'feed'), await loadTrust(config.trustFile));
  if (audit !== null) await keepAudit(keeper, audit);
  for (const store of ['ledger', 'fixity'] as const)
    await keepEmbedded(keeper, store, places.databases[store] ?? '', scratch.path);
  const { database, unsteady } = await keepDatabase(keeper, places, scratch.path);
  const damaged = masters === null ? [] : await keepMasters(keeper, masters);
  const manifest: Manifest = {
    ...{ version: 1, id: idAt(started), startedAt: started.toISOString(), endedAt: new Date().toISOString() },
    ...{ database, unsteady, tables: keeper.tables, files: keeper.files },
  };
  await repository.finish(manifest);
  return { manifest, fresh: keeper.fresh, damaged };
}
