import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, MongoClient } from 'mongodb';
import type { Found } from './mongo-server.ts';
import { startServer } from './server-process.ts';

const set = 'benthanh';

/** Starts the `mongod` on PATH as a replica set of one, so that it has transactions. */
export async function startMongod(): Promise<Found> {
  const asked = spawnSync('mongod', ['--version'], { encoding: 'utf8' });
  if (asked.error !== undefined || asked.status !== 0) return { missing: 'no mongod on PATH' };
  return serveMongod('mongod');
}

/** Starts a `mongod` as a replica set of one. */
export async function serveMongod(program: string): Promise<Found> {
  const asked = spawnSync(program, ['--version'], { encoding: 'utf8' });
  const server = await startServer(program, (folder, port) => [
    ...['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'],
    ...['--replSet', set, '--wiredTigerCacheSizeGB', '0.5', '--quiet'],
  ]);
  await becomePrimary(server.port);
  return {
    uri: `mongodb://127.0.0.1:${server.port}/?replicaSet=${set}`,
    name: `mongod ${/v[\d.]+/.exec(asked.stdout)?.[0] ?? ''} as a replica set of one`,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function becomePrimary(port: number): Promise<void> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`);
  try {
    await initiate(client.db('admin'), port);
  } finally {
    await client.close();
  }
}

async function initiate(admin: Db, port: number): Promise<void> {
  const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
  await admin.command({ replSetInitiate: { _id: set, members } });
  for (let tries = 0; tries < 300; tries += 1) {
    const hello = await admin.command({ hello: 1 });
    if (hello.isWritablePrimary === true) return;
    await sleep(100);
  }
  throw new Error('mongod did not become primary');
}
