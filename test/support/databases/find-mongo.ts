import { startDownloaded } from './download.ts';
import { startFerret } from './ferret.ts';
import type { Found, MongoServer } from './mongo-server.ts';
import { startMongod } from './mongod.ts';

const given = (uri: string | undefined): Found =>
  uri === undefined || uri === ''
    ? { missing: 'MONGODB_URI is not set' }
    : { uri, name: 'the server of MONGODB_URI', [Symbol.asyncDispose]: async () => {} };

/**
 * The first of: the server of MONGODB_URI, a `mongod` on PATH as a one-node replica set, FerretDB built with `go`, a downloaded
 * `mongod`.
 * @returns the server, or every reason why there is none
 */
export async function findMongo(): Promise<MongoServer | { readonly reasons: readonly string[] }> {
  const reasons: string[] = [];
  for (const way of [async () => given(process.env.MONGODB_URI), startMongod, startFerret, startDownloaded]) {
    const found = await way().catch((error: unknown): Found => ({ missing: String(error) }));
    if (!('missing' in found)) return found;
    reasons.push(found.missing);
  }
  return { reasons };
}
