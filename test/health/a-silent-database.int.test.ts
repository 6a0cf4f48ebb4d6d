import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readGateStatus } from '#cli/gate-status.ts';
import { newSigningKey, saveKey } from '#feed/keys.ts';
import { until } from '../support/delivery-node.ts';
import { quickNode } from '../support/quick-node.ts';
import { openRelay, overRelay, type Relay } from '../support/relay.ts';
import { type Studio, startStudio } from '../support/studio.ts';

const root = resolve(import.meta.dirname, '../..');
const server = process.env.MONGODB_URI;
if (!server) console.log('LEFT OUT: no database on a network to cut the way to');

describe.skipIf(!server)('while the way to the database is cut', () => {
  let relay: Relay;
  let studio: Studio;
  let gate: ChildProcess;

  beforeAll(async () => {
    const { hostname, port } = new URL(server ?? '');
    relay = await openRelay(hostname, Number(port));
    // Longer than this test may last: the driver itself would give up too late.
    const databaseUrl = overRelay(server ?? '', relay, `h${randomUUID().slice(0, 12)}`, {
      serverSelectionTimeoutMS: '600000',
    });
    studio = await startStudio({ database: 'mongodb', values: { databaseUrl } });
    gate = await startGate(studio);
    await until(gateState, (state) => state === 'running');
  });
  afterAll(async () => {
    gate?.kill('SIGKILL');
    await studio?.close();
    await relay?.[Symbol.asyncDispose]();
  });

  const health = async () => {
    const response = await fetch(`${studio.url}/api/health`);
    return { status: response.status, cache: response.headers.get('cache-control'), body: await response.json() };
  };
  const gateDir = () => join(studio.folder, 'gate');
  const gateState = async () => (await readGateStatus(gateDir()))?.state;
  const gateCheck = () =>
    spawnSync(process.execPath, [join(root, 'src/cli/services/gate-health.mjs'), gateDir()]).status;
  const studioCheck = () => {
    const program = join(root, 'src/cli/services/health.mjs');
    return once(spawn(process.execPath, [program, `${studio.url}/api/health`]), 'exit').then(([code]) => code);
  };

  test('studio and gate say so, to people and to the health checks of containers, and are well again afterwards', async () => {
    expect(await health()).toEqual({ status: 200, cache: 'no-store', body: { status: 'ok', masters: null } });
    expect([await studioCheck(), gateCheck()]).toEqual([0, 0]);

    await relay.cut();
    expect(await health()).toEqual({ status: 503, cache: 'no-store', body: { status: 'unhealthy', masters: null } });
    await until(gateState, (state) => state === 'trouble');
    expect([await studioCheck(), gateCheck()]).toEqual([1, 1]);

    await relay.mend();
    await until(health, ({ status }) => status === 200);
    await until(gateState, (state) => state === 'running');
    expect([await studioCheck(), gateCheck()]).toEqual([0, 0]);
  });
});

/** The gate waits for a database no longer than a second before it says that there is trouble. */
async function startGate({ folder, values }: Studio): Promise<ChildProcess> {
  await saveKey(join(folder, 'gate.pem'), newSigningKey());
  const database = new URL(values.databaseUrl);
  database.searchParams.set('serverSelectionTimeoutMS', '1000');
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: 'production',
    PATH: process.env.PATH,
    DATA_DIR: folder,
    DATABASE_URL: database.href,
    MASTERS_DIR: values.mastersDir,
    SIGNING_KEY_FILE: join(folder, 'gate.pem'),
  };
  return spawn(process.execPath, [...quickNode, join(root, 'src/editorial/gate/main.ts')], { env, stdio: 'ignore' });
}
