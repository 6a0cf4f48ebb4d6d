import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Environment } from '#config/config.ts';
import { promiseEnd } from './endings.ts';

export const root = join(import.meta.dirname, '../..');

/** How long an installation may take to end when it is asked to, in milliseconds. */
const patience = 40_000;

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await gone;
  clearTimeout(timer);
};

/**
 * Starts everything as `npm start` does, tells on stderr what it says, and waits for its banner. Its channel closes with
 * this process, so that it never stays behind.
 */
export const startInstallation = async (env: Environment): Promise<AsyncDisposable> => {
  const child = spawn(process.execPath, [join(root, 'src/cli/start.mjs')], {
    cwd: root,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ending = promiseEnd(() => stop(child));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    // The banner shows a password, and addresses that are of no use to anybody
    if (text.includes('Ctrl-C')) resolve();
    else process.stderr.write(text.replace(/^(?=.)/gm, '  '));
  });
  child.once('exit', (code) => reject(new Error(`the installation ended with ${code}`)));
  promise.catch(() => undefined);
  await promise;
  return ending;
};
