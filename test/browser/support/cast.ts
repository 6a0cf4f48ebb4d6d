import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Role } from '#access/viewer.ts';
import { studioLocales } from '#languages/locales.ts';
import { type Caller, callerAt } from '../../support/studio-caller.ts';
import type { House } from './house.ts';

/** Somebody with a password of their own. */
export interface Login {
  readonly email: string;
  readonly password: string;
}

const entered = z.object({ token: z.string(), user: z.object({ id: z.string() }) });
const found = z.object({ docs: z.array(z.object({ id: z.string() })) });

/** Signs in at the studio's HTTP door. */
export const enter = async (house: House, login: Login): Promise<Caller & { id: string }> => {
  const answer = await callerAt(house.studio, null).post('/api/users/login', login);
  const { token, user } = entered.parse(answer.body);
  return { ...callerAt(house.studio, token), id: user.id };
};

const must = (answer: { status: number; body: unknown }): void => {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
};

const changePassword = async (house: House, given: Login): Promise<Login> => {
  const password = randomUUID();
  const person = await enter(house, given);
  must(await person.patch(`/api/users/${person.id}`, { password }));
  return { email: given.email, password };
};

/** The administrator gives somebody of the demo a password for one time, and they choose their own. */
export const admit = async (house: House, administrator: Caller, email: string): Promise<Login> => {
  const people = await administrator.get(`/api/users?depth=0&where[email][equals]=${encodeURIComponent(email)}`);
  const [person] = found.parse(people.body).docs;
  const password = randomUUID();
  must(await administrator.patch(`/api/users/${person?.id}`, { password }));
  return changePassword(house, { email, password });
};

/** What an administrator settles about somebody new. */
export interface Post {
  readonly name: string;
  readonly roles: readonly Role[];
}

/** The administrator makes an account with a password for one time, and the person chooses their own. */
export const hire = async (house: House, administrator: Caller, who: Post & { email: string }): Promise<Login> => {
  const password = randomUUID();
  must(
    await administrator.post('/api/users', {
      ...who,
      password,
      translates: studioLocales,
      publishes: studioLocales,
      language: 'vi',
    }),
  );
  return changePassword(house, { email: who.email, password });
};
