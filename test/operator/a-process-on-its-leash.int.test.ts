import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitForLock } from '#cli/start/lock.ts';
import { lockFileOf, startService } from '#cli/start/service.ts';
import { processesOf } from '../support/installation.ts';

const root = resolve(import.meta.dirname, '../..');
const program = 'test/support/leashed.mjs';

describe('a process that npm start starts', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benthanh-leash-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('leaves its own children alone, even when it has lost its lock', async () => {
    const plan = { name: 'parent', program, env: process.env, logDir: folder, runDir: folder };
    const child = startService({ ...plan, args: ['parent', lockFileOf(plan)] });
    const heard: unknown[] = [];
    child.on('message', (message) => heard.push(message));
    await once(child, 'exit');
    expect(heard).toEqual(['yes']);
  });

  test('ends even when whoever started it is killed before it has begun', async () => {
    const plan = { name: 'idle', program, args: ['idle'], env: {}, logDir: folder, runDir: folder };
    const script = [
      `import { startService } from '${join(root, 'src/cli/start/service.ts')}';`,
      `startService({ ...${JSON.stringify(plan)}, env: process.env });`,
      "process.kill(process.pid, 'SIGKILL');",
    ].join('\n');
    await once(spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' }), 'exit');
    await expect.poll(() => processesOf(folder), { timeout: 60_000, interval: 100 }).toEqual([]);
    using lock = await waitForLock(lockFileOf(plan), 10_000);
    expect(lock).toBeDefined();
  });
});
