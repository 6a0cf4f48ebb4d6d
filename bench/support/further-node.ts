import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Environment, readConfig } from '#config/config.ts';
import { type City, freePort } from './city.ts';
import { makeScratch, promiseEnd } from './endings.ts';
import { root } from './installation.ts';

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
};

/** Lets the first node hand its feed on. @param folder where the word lies that other nodes ask with */
export const sharedFeed = async (folder: string): Promise<Environment> => {
  const file = join(folder, 'feed-token');
  await writeFile(file, randomBytes(32).toString('hex'));
  return { FEED_SHARE_PORT: `${await freePort()}`, FEED_TOKEN_FILE: file };
};

const isUp = (url: string): Promise<boolean> =>
  fetch(`${url}/status`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Starts a delivery node that follows the first one of a city over HTTP, as the operator of a second machine does. */
export const openFurtherNode = async ({ environment }: City): Promise<AsyncDisposable & { url: string }> => {
  await using opened = new AsyncDisposableStack();
  const { path } = opened.use(await makeScratch('node'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env: Environment = {
    ...environment,
    ...{ FEED_URL: `http://127.0.0.1:${environment.FEED_SHARE_PORT}`, FEED_SHARE_PORT: undefined },
    ...{ TRUST_FILE: readConfig(environment, root).trustFile, DELIVERY_DIR: join(path, 'node') },
    ...{ DELIVERY_PORT: `${port}`, PUBLIC_URL: url },
  };
  const child = spawn(process.execPath, [join(root, 'src/delivery/main.ts')], {
    cwd: path,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  opened.use(promiseEnd(() => stop(child)));
  while (!(await isUp(url))) {
    if (child.exitCode !== null) throw new Error(`the node ended with ${child.exitCode}`);
    await sleep(100);
  }
  const parts = opened.move();
  return { url, [Symbol.asyncDispose]: () => parts.disposeAsync() };
};
