import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newSigningKey, saveKey } from '#feed/keys.ts';
import { quickNode } from '../support/quick-node.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import { type Gatehouse, openGatehouse } from './support/gatehouse.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';

const program = new URL('../../src/editorial/gate/main.ts', import.meta.url).pathname;

describe.each(exhaustiveDatabases)('the gate as a process, on %s', (database) => {
  let studio: Studio;
  let room: Newsroom;
  let house: Gatehouse;
  let env: NodeJS.ProcessEnv;
  const started: { readonly child: ChildProcess; log(): string }[] = [];

  beforeAll(async () => {
    studio = await startStudio({ database });
    room = await openNewsroom(studio);
    const key = newSigningKey();
    house = await openGatehouse(studio, key);
    await saveKey(join(studio.folder, 'gate.pem'), key);
    env = {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      DATA_DIR: studio.folder,
      DATABASE_URL: studio.values.databaseUrl,
      MASTERS_DIR: studio.values.mastersDir,
      GATE_DIR: house.dir,
      FEED_URL: house.feedDir,
      SIGNING_KEY_FILE: join(studio.folder, 'gate.pem'),
    };
    await room.article({ titles: { vi: 'First' } });
  }, 120_000);
  afterEach(() => {
    for (const { child } of started.splice(0)) child.kill('SIGKILL');
  });
  afterAll(() => studio?.close());

  const start = () => {
    const child = spawn(process.execPath, [...quickNode, program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let log = '';
    started.push({ child, log: () => log });
    child.stdout.on('data', (chunk) => {
      log += chunk;
    });
    return { child, exit: once(child, 'exit'), log: () => log };
  };
  const until = async (done: () => Promise<boolean>) => {
    for (let turn = 0; turn < 3000; turn++) {
      if (await done().catch(() => false)) return;
      await sleep(50);
    }
    throw new Error(`it never happened:\n${started.map(({ log }) => log()).join('\n')}`);
  };
  const isLive = async (address: string) => (await house.live()).has(address);
  const status = async () => JSON.parse(await readFile(join(house.dir, 'status.json'), 'utf8'));

  it('releases what it finds, then what it is told of, and says how it is', async () => {
    const { child, exit, log } = start();
    await until(() => isLive('article/vi/first'));
    const id = await room.article({ titles: { vi: 'Second' } });
    await room.hint('articles', id);
    await until(() => isLive('article/vi/second'));
    await until(async () => (await status()).live === 2);
    expect(await status()).toMatchObject({ state: 'running', sequence: 2, heldBack: 0 });
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(await status()).toMatchObject({ state: 'stopped' });
    expect(log()).not.toContain('Second');
  }, 180_000);

  it('goes on where it was when it is killed, and a second one waits for it', async () => {
    const first = start();
    await until(async () => (await status()).state === 'running');
    const second = start();
    await until(async () => second.log().includes('waiting'));
    const ids = [];
    for (const n of [1, 2, 3, 4, 5]) ids.push(await room.article({ titles: { vi: `Many ${n}` } }));
    for (const id of ids) await room.hint('articles', id);
    first.child.kill('SIGKILL');
    await first.exit;
    await until(async () => (await isLive('article/vi/many-1')) && (await isLive('article/vi/many-5')));
    expect(await house.history()).toHaveLength(7);
    second.child.kill('SIGTERM');
    expect(await second.exit).toEqual([0, null]);
  }, 180_000);

  it('says what is missing and stops with status 1', async () => {
    env = { ...env, SIGNING_KEY_FILE: join(studio.folder, 'nowhere.pem') };
    const { exit, log } = start();
    expect(await exit).toEqual([1, null]);
    expect(log()).toContain('"code":"key-missing"');
  }, 180_000);
});
