import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tryLease, waitForLease } from '#editorial/gate/lease.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'benthanh-lease-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const lease = new URL('../../src/editorial/gate/lease.ts', import.meta.url).href;
const holder = () =>
  `import { tryLease } from '${lease}'; const lease = tryLease('${dir}'); console.log(lease ? 'held' : 'busy'); setInterval(() => lease, 1000);`;

it('lets a second gate wait until the first is done', async () => {
  const first = tryLease(dir);
  expect(first).not.toBeNull();
  expect(tryLease(dir)).toBeNull();
  let waited = 0;
  const second = waitForLease(dir, new AbortController().signal, () => {
    waited += 1;
  });
  first?.[Symbol.dispose]();
  const lease = await second;
  expect(lease).not.toBeNull();
  expect(waited).toBeLessThanOrEqual(1);
  lease?.[Symbol.dispose]();
});

it('frees the place of a gate that was killed', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', holder()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout, 'data');
  expect(String(said)).toContain('held');
  expect(tryLease(dir)).toBeNull();
  child.kill('SIGKILL');
  await once(child, 'exit');
  const lease = tryLease(dir);
  expect(lease).not.toBeNull();
  lease?.[Symbol.dispose]();
});

it('stops waiting when it is told to stop', async () => {
  using _held = tryLease(dir);
  const stop = new AbortController();
  const waiting = waitForLease(dir, stop.signal, () => stop.abort());
  expect(await waiting).toBeNull();
});
