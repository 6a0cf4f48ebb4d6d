import { handleEndpoints, type Payload } from 'payload';
import { z } from 'zod';
import { throughTheDoor } from '#editorial/endpoints/door.ts';

/** Speaks to the studio as one person, through the same door as a browser but without a network. */
export interface Person {
  readonly id: string;
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
  patch(path: string, body: unknown): Promise<unknown>;
  postForm(path: string, form: FormData): Promise<unknown>;
}

const login = z.object({ token: z.string(), user: z.object({ id: z.string() }) });
const address = 'http://studio.internal';

/**
 * Signs a person in.
 * @param key under which Payload keeps the instance that answers
 */
export async function signIn(payload: Payload, key: string, who: { email: string; password: string }): Promise<Person> {
  const send = async (path: string, init: RequestInit): Promise<unknown> => {
    const request = new Request(`${address}/api${path}`, init);
    const response = await throughTheDoor(request, (looked) =>
      handleEndpoints({ config: payload.config, request: looked, payloadInstanceCacheKey: key }),
    );
    const body: unknown = await response.json();
    if (!response.ok)
      throw new Error(`${init.method} ${path}: ${response.status} ${JSON.stringify(body).slice(0, 600)}`);
    return body;
  };
  const json = { 'content-type': 'application/json' };
  const entered = login.parse(await send('/users/login', { method: 'POST', headers: json, body: JSON.stringify(who) }));
  const authorization = `JWT ${entered.token}`;
  const write = (method: string) => (path: string, body: unknown) =>
    send(path, { method, headers: { ...json, authorization }, body: JSON.stringify(body) });
  return {
    id: entered.user.id,
    get: (path) => send(path, { method: 'GET', headers: { authorization } }),
    post: write('POST'),
    patch: write('PATCH'),
    postForm: (path, form) => send(path, { method: 'POST', headers: { authorization }, body: form }),
  };
}
