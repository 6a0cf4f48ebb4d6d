import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { expect, it } from 'vitest';
import { dumpAll } from '#backup/mongo-dump.ts';
import { freshMongoUrl } from '../support/installation.ts';

const server = process.env.MONGODB_URI;
if (!server) console.log('LEFT OUT: there is no MongoDB, so no database was dumped while it changed');

it.runIf(server)('a database that never stands still is told of, one that does is of one moment', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dumps-'));
  const client = new MongoClient(freshMongoUrl(String(server)));
  const db = client.db();
  let isWriting = true;
  const writing = (async () => {
    for (let number = 0; isWriting; number += 1) await db.collection('restless').insertOne({ number });
  })();
  try {
    await db.collection('calm').insertOne({ number: 1 });
    expect((await dumpAll(db, folder, 2)).unsteady).toEqual(['restless']);
    isWriting = false;
    await writing;
    const { tables, unsteady } = await dumpAll(db, folder);
    expect([unsteady, tables.map(({ name }) => name)]).toEqual([[], ['calm', 'restless']]);
  } finally {
    isWriting = false;
    await writing;
    await db.dropDatabase();
    await client.close();
    await rm(folder, { recursive: true, force: true });
  }
});
