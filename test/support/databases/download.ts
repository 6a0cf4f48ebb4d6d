import { DryMongoBinary, MongoBinary } from 'mongodb-memory-server-core';
import type { Found } from './mongo-server.ts';
import { serveMongod } from './mongod.ts';

/** The server of docker-compose.yml. */
const version = '8.0.16';

/** Milliseconds after which a network that does not answer counts as closed. */
const patience = 4000;

/** Where MongoDB's own builds lie; the variable is the one that mongodb-memory-server-core knows. */
const mirror = process.env.MONGOMS_DOWNLOAD_MIRROR || 'https://fastdl.mongodb.org';

/**
 * Downloads a `mongod` with mongodb-memory-server-core, once for this machine, and starts it as a replica set of one.
 * The library has no mongod of its own and fetches nothing when it is installed.
 */
export async function startDownloaded(): Promise<Found> {
  const kept = await DryMongoBinary.locateBinary(await DryMongoBinary.generateOptions({ version }));
  if (kept !== undefined) return serveMongod(kept);
  if (!(await isReachable(mirror))) return { missing: `no way to ${mirror} to download mongod ${version}` };
  console.log(`databases: downloading mongod ${version}, once`);
  return serveMongod(await download());
}

/** A closed network must not keep anybody waiting for the library's own attempts. */
async function isReachable(address: string): Promise<boolean> {
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(patience) });
    return true;
  } catch {
    return false;
  }
}

/** The library believes any certificate unless npm's setting says otherwise. */
async function download(): Promise<string> {
  process.env.npm_config_strict_ssl = 'true';
  process.env.MONGOMS_MAX_RETRIES ??= '2';
  return MongoBinary.getPath({ version, checkMD5: true });
}
