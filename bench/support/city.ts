import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { openStudio } from '#cli/open-studio.ts';
import { type Environment, readConfig } from '#config/config.ts';
import { variables } from '#config/variables.ts';
import { makeScratch } from './endings.ts';
import { type Road, releasedArticles, untilIdle } from './idle.ts';
import { root, startInstallation } from './installation.ts';
import { multiplyArticles } from './multiply.ts';
import { progressOf, say } from './progress.ts';

const people = {
  editor: { email: 'bench-editor@benthanh.example', roles: ['editor'] },
  publisher: { email: 'bench-publisher@benthanh.example', roles: ['publisher'] },
  officer: { email: 'bench-officer@benthanh.example', roles: ['security-officer'] },
  curator: { email: 'bench-curator@benthanh.example', roles: ['curator'] },
} as const;
const password = 'bench-only-on-loopback-1';

/** Says who asks. */
export type Header = { readonly authorization: string };

/** A whole installation, started as its operator starts it, in which nothing waits. */
export interface City extends AsyncDisposable, Road {
  readonly articles: number;
  readonly studioUrl: string;
  /** The variables with which it was started. */
  readonly environment: Environment;
  signIn(who: keyof typeof people): Promise<Header>;
}

/** A port of this machine that nobody listens on at this moment. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
};

/** The environment of an installation of its own: nothing that this machine says of another one. */
const environmentFor = async (dataDir: string, extra: Environment): Promise<Environment> => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !(name in variables))),
  DATA_DIR: dataDir,
  STUDIO_PORT: `${await freePort()}`,
  DELIVERY_PORT: `${await freePort()}`,
  LANG: 'C',
  ...extra,
});

const addPeople = async (env: Environment): Promise<void> => {
  await using studio = await openStudio(readConfig(env, root));
  const languages = ['vi', 'en', 'fr', 'zh'];
  const shared = { name: 'Bench', password, clearance: 'internal', translates: languages, publishes: languages };
  for (const { email, roles } of Object.values(people)) {
    const data = { ...shared, email, roles: [...roles], language: 'en', mustChangePassword: false };
    await studio.payload.create({ collection: 'users', data, overrideAccess: true });
  }
};

const signInAt =
  (studioUrl: string): City['signIn'] =>
  async (who) => {
    const answer = await fetch(`${studioUrl}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: people[who].email, password }),
    });
    const body = (await answer.json()) as { token?: string };
    const { token } = body;
    if (!token) throw new Error(`could not sign in as ${who}: ${answer.status} ${JSON.stringify(body)}`);
    return { authorization: `JWT ${token}` };
  };

/** A first start with the demo content. @returns how many articles are public in every language then */
const settle = async (env: Environment, road: Road): Promise<number> => {
  say('city: a first start with the demo content');
  const since = new Date();
  await using _installation = await startInstallation(env);
  await untilIdle(road, 1, since);
  return releasedArticles(road);
};

/**
 * Starts an installation with the demo content, multiplies its articles and starts it again.
 * @param articles how many there are to be in the studio
 * @param extra variables that its operator sets besides
 */
export const openCity = async (articles: number, extra: Environment = {}): Promise<City> => {
  await using opened = new AsyncDisposableStack();
  const dataDir = opened.use(await makeScratch('city')).path;
  const env = await environmentFor(dataDir, extra);
  const studioUrl = `http://127.0.0.1:${env.STUDIO_PORT}`;
  const road = { gateDir: join(dataDir, 'gate'), deliveryUrl: `http://127.0.0.1:${env.DELIVERY_PORT}` };
  const released = await settle(env, road);
  say('city: multiplying');
  const added = multiplyArticles(join(dataDir, 'studio/studio.db'), articles, progressOf('articles'));
  await addPeople(env);
  say('city: the second start');
  const since = new Date();
  opened.use(await startInstallation(env));
  await untilIdle(road, released + added, since);
  const parts = opened.move();
  return {
    articles,
    studioUrl,
    environment: env,
    ...road,
    signIn: signInAt(studioUrl),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
};
