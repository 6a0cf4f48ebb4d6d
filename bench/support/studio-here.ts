import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { getPayload, handleEndpoints, type Payload } from 'payload';
import { throughTheDoor } from '#editorial/endpoints/door.ts';
import { buildStudioConfig } from '#editorial/studio-config.ts';
import type { StudioValues } from '#editorial/studio-values.ts';

export type Ask = (path: string, init?: RequestInit) => Promise<unknown>;

interface Signed {
  readonly token: string;
}

/** A studio in this process, and its door as somebody signed in. */
export interface StudioHere {
  readonly payload: Payload;
  readonly ask: Ask;
  /** Makes somebody else who has these roles, and signs them in. */
  person(roles: readonly string[], more?: object): Promise<Ask>;
}

/**
 * A studio in this process, asked at its door by somebody with these roles.
 * @param key of the studio among those of this process
 */
export const openStudio = async (
  folder: string,
  databaseUrl: string,
  roles: readonly string[],
  key: string,
  compartments: readonly string[] = [],
  more: Partial<StudioValues> = {},
): Promise<StudioHere> => {
  const config = await buildStudioConfig({
    databaseUrl,
    secret: randomBytes(24).toString('hex'),
    mastersDir: join(folder, 'masters'),
    archiveDir: join(folder, 'archive'),
    ...{ uploadMax: 2 ** 30, uploadsPerPerson: 100, uploadsTotal: 2 ** 34, uploadDays: 7 },
    studioUrl: 'http://studio.test',
    publicUrl: 'http://delivery.test',
    baseDir: process.cwd(),
    profile: 'connected',
    selfPublish: false,
    compartments,
    logLevel: 'silent',
    ...more,
  });
  const payload = await getPayload({ config, key, disableOnInit: true });
  const person = async (who: readonly string[], more: object = {}): Promise<Ask> => {
    const login = {
      email: `${who.join('-')}-${Object.values(more).join('-')}@benthanh.example`,
      password: 'bench-only-on-loopback-1',
    };
    const languages = { language: 'en', translates: ['en', 'fr'], publishes: ['vi', 'en', 'fr', 'zh'] };
    const shared = { name: 'Bench', clearance: 'internal', ...languages };
    const data = { ...shared, ...login, roles: who, mustChangePassword: false, ...more } as never;
    await payload.create({ collection: 'users', data, overrideAccess: true });
    const { token } = (await askAs('')('/api/users/login', { method: 'POST', body: JSON.stringify(login) })) as Signed;
    return askAs(token);
  };
  const askAs =
    (token: string): Ask =>
    async (path, init = {}) => {
      const headers = new Headers(init.headers);
      if (token) headers.set('authorization', `JWT ${token}`);
      if (!(init.body instanceof FormData)) headers.set('content-type', 'application/json');
      const request = new Request(`http://studio.test${path}`, { ...init, headers });
      const answer = await throughTheDoor(request, (looked) =>
        handleEndpoints({ config, request: looked, payloadInstanceCacheKey: key }),
      );
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()} from ${path}`);
      return /[/+]json/.test(answer.headers.get('content-type') ?? '') ? answer.json() : answer.arrayBuffer();
    };
  return { payload, ask: await person(roles), person };
};
