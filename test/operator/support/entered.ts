import { randomUUID } from 'node:crypto';
import { setUp } from '../../access/support/authenticator.ts';
import { type Answer, type Caller, callerAt } from '../../support/studio-caller.ts';

/** Somebody who is signed in at a studio that runs as a program of its own. */
export interface Entered extends Caller {
  readonly id: string;
}

/** What came of an act. @throws where it was refused */
export const done = ({ status, body }: Answer): Answer['body'] => {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
};

/** Signs somebody in who then chooses a password of their own. */
export const enter = async (studio: string, email: string, given: string): Promise<Entered> => {
  const nobody = callerAt(studio, null);
  const logIn = async (password: string) => done(await nobody.post('/api/users/login', { email, password }));
  const first = await logIn(given);
  const password = randomUUID();
  done(await callerAt(studio, first.token).patch(`/api/users/${first.user.id}`, { password }));
  const { token, user } = await logIn(password);
  return { ...callerAt(studio, token), id: user.id };
};

/** Takes somebody in, who signs in at once. */
export const admit = async (studio: string, administrator: Caller, roles: readonly string[]): Promise<Entered> => {
  const [email, password] = [`${randomUUID()}@studio.test`, randomUUID()];
  const languages = { translates: ['vi', 'fr'], reviews: ['fr'], publishes: ['vi', 'fr'] };
  done(await administrator.post('/api/users', { email, name: email, password, roles, ...languages }));
  return enter(studio, email, password);
};

/** Whoever may read state secrets proves themselves by a second thing as well. */
export const withSecondFactor = async (person: Entered): Promise<Entered> => {
  await setUp(person);
  return person;
};
