import { execFile, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Ended, Env, Running } from './installation.ts';
import { watch } from './installation.ts';

const tried = spawnSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up']);

/** Whether this machine lets us make a network that has nothing but itself. */
export const canBeAlone = tried.status === 0;
if (!canBeAlone)
  console.log('LEFT OUT: this machine makes no network of its own (unshare -n), so nothing was started isolated');

/**
 * Runs a program of ours where nothing leads out.
 * @param folder see alone.mjs
 * @param doors ports of the program at which this machine may knock
 */
export const alone = (folder: string, order: readonly string[], env: Env, doors: readonly number[] = []): Running =>
  watch('test/support/alone.mjs', [folder, ...order], {
    ...env,
    ...(doors.length > 0 && { ALONE_DOORS: doors.join() }),
  });

const root = resolve(import.meta.dirname, '../..');

/** Runs Node to its end on the network on which a process runs. @param order what Node is given */
export const runBeside = (pid: number, order: readonly string[], env: Env): Promise<Ended> =>
  new Promise((settle) => {
    const words = ['-t', String(pid), '-n', process.execPath, ...order];
    execFile('nsenter', words, { cwd: root, env: env as NodeJS.ProcessEnv }, (failed, stdout, stderr) =>
      settle({ status: failed ? Number(failed.code ?? 1) : 0, stdout, stderr }),
    );
  });
