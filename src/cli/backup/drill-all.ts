import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import { type Compared, compare, type Held } from '#backup/compare.ts';
import { stores } from '#backup/manifest.ts';
import { openRepository } from '#backup/repository.ts';
import { Failure } from '#errors/failure.ts';
import { folderSource } from '#feed/folder-source.ts';
import { loadTrust } from '#feed/keys.ts';
import { verifyFeed } from '#feed/verify-feed.ts';
import { withMongo } from './keep-databases.ts';
import { type Places, placesOf } from './places.ts';
import { putBack } from './put-back.ts';
import { chosenManifest, type Restored, type RestoreOptions } from './restore-all.ts';
import { openScratch } from './scratch.ts';

/** The same places, all below a scratch folder. */
function below(folder: string, { mongo, databases }: Places): Places {
  const named = Object.entries(databases).map(([store, file]) => [store, join(folder, store, basename(file))] as const);
  const roots = stores.map((store) => [store, join(folder, store)] as const);
  return { mongo, databases: Object.fromEntries(named), roots: Object.fromEntries(roots) as Places['roots'] };
}

/** Fills a database of its own on the same server, which goes again whatever happens. */
const inScratchDatabase = (url: string, work: (db: Parameters<typeof putBack>[0]['db']) => Promise<Held>) =>
  withMongo(url, async (client) => {
    const db = client.db(`drill${randomBytes(8).toString('hex')}`);
    try {
      return await work(db);
    } finally {
      await db.dropDatabase();
    }
  });

/** A restored feed proves itself, to the last picture. @throws Failure of its first fault */
async function proveFeed(folder: string, trustFile: string): Promise<void> {
  const { fault } = await verifyFeed({ source: folderSource(folder), trust: await loadTrust(trustFile) });
  if (fault === null) return;
  throw new Failure(fault.code, { file: fault.file ?? folder, feed: folder, seq: fault.seq ?? 0, held: '' });
}

/**
 * Restores a backup into a scratch place, compares it with what was kept, proves its feed, and leaves nothing behind.
 * What runs is not touched.
 */
export async function drillAll(options: RestoreOptions): Promise<Restored & { compared: readonly Compared[] }> {
  const { config, from, secret, signal, onFile } = options;
  const repository = await openRepository(from, secret, 'read');
  const manifest = await chosenManifest(repository, options.id);
  await using scratch = await openScratch(config.dataDir);
  const places = below(scratch.path, placesOf(config));
  const work = { repository, manifest, places, scratch: scratch.path, signal, onFile };
  const held = await (places.mongo === null
    ? putBack({ ...work, db: null })
    : inScratchDatabase(places.mongo, (db) => putBack({ ...work, db })));
  if (manifest.files.some(({ store }) => store === 'feed'))
    await proveFeed(join(scratch.path, 'feed'), config.trustFile);
  return { manifest, compared: compare(manifest, held) };
}
