import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStudio } from '#cli/open-studio.ts';
import { readConfig } from '#config/config.ts';
import { multiplyArticles } from './multiply.ts';

const root = join(import.meta.dirname, '../..');
const people = {
  editor: { email: 'bench-editor@benthanh.example', roles: ['editor'] },
  publisher: { email: 'bench-publisher@benthanh.example', roles: ['publisher'] },
} as const;
const password = 'bench-only-on-loopback-1';

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
};

/** A whole installation, started as its operator starts it. */
export interface City extends AsyncDisposable {
  readonly studioUrl: string;
  readonly deliveryUrl: string;
  readonly dataDir: string;
  /** Signs in and returns the header that says who asks. */
  signIn(who: keyof typeof people): Promise<{ authorization: string }>;
}

const start = async (env: NodeJS.ProcessEnv): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [join(root, 'src/cli/start.mjs')], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('Ctrl-C')) resolve();
  });
  child.once('exit', (code) => reject(new Error(`the installation ended with ${code}`)));
  await promise;
  return child;
};

const stop = async (child: ChildProcess): Promise<void> => {
  child.removeAllListeners('exit');
  child.kill('SIGINT');
  await once(child, 'exit');
};

const grow = async (env: NodeJS.ProcessEnv, articles: number): Promise<void> => {
  await using studio = await openStudio(readConfig(env, root));
  await multiplyArticles(studio.payload, articles, (n) => process.stderr.write(`\r${n} articles`));
  const shared = {
    name: 'Bench',
    password,
    clearance: 'internal',
    translates: ['vi', 'en', 'fr', 'zh'],
    publishes: ['vi', 'en', 'fr', 'zh'],
  };
  for (const { email, roles } of Object.values(people)) {
    const data = { ...shared, email, roles: [...roles], language: 'en', mustChangePassword: false };
    await studio.payload.create({ collection: 'users', data, overrideAccess: true });
  }
};

const untilCaughtUp = async (deliveryUrl: string, articles: number): Promise<void> => {
  for (;;) {
    const response = await fetch(`${deliveryUrl}/status`);
    const { counts, pending } = (await response.json()) as {
      counts?: { article?: Record<string, number> };
      pending?: number;
    };
    const released = counts?.article?.fr ?? 0;
    if (released >= articles && pending === 0) return;
    process.stderr.write(`\r${released} articles released`);
    await sleep(1000);
  }
};

/**
 * Starts an installation with the demo content in a folder, multiplies its articles and starts it again.
 * @param articles how many there are to be in the studio
 */
export const openCity = async (dataDir: string, articles: number): Promise<City> => {
  const [studioPort, deliveryPort] = [await freePort(), await freePort()];
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    STUDIO_PORT: `${studioPort}`,
    DELIVERY_PORT: `${deliveryPort}`,
    LANG: 'C',
  };
  await stop(await start(env));
  await grow(env, articles);
  const child = await start(env);
  const [studioUrl, deliveryUrl] = [`http://127.0.0.1:${studioPort}`, `http://127.0.0.1:${deliveryPort}`];
  await untilCaughtUp(deliveryUrl, articles - 20);
  const signIn = async (who: keyof typeof people) => {
    const body = JSON.stringify({ email: people[who].email, password });
    const answer = await fetch(`${studioUrl}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { token } = (await answer.json()) as { token?: string };
    if (!token) throw new Error(`could not sign in as ${who}: ${answer.status}`);
    return { authorization: `JWT ${token}` };
  };
  return { studioUrl, deliveryUrl, dataDir, signIn, [Symbol.asyncDispose]: () => stop(child) };
};
