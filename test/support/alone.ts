import { spawnSync } from 'node:child_process';
import type { Env, Running } from './installation.ts';
import { watch } from './installation.ts';

const tried = spawnSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up']);

/** Whether this machine lets us make a network that has nothing but itself. */
export const canBeAlone = tried.status === 0;
if (!canBeAlone)
  console.log('LEFT OUT: this machine makes no network of its own (unshare -n), so nothing was started isolated');

/** Runs a program of ours where nothing leads out. @param folder see alone.mjs */
export const alone = (folder: string, order: readonly string[], env: Env): Running =>
  watch('test/support/alone.mjs', [folder, ...order], env);
