import { randomBytes, randomUUID } from 'node:crypto';
import type { Payload } from 'payload';
import type { Clearance } from '#access/level.ts';
import type { Role } from '#access/viewer.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { type Caller, callerAt } from './studio-caller.ts';

export interface Description {
  name?: string;
  clearance?: Clearance;
  compartments?: string[];
  translates?: StudioLocale[];
  reviews?: StudioLocale[];
  publishes?: StudioLocale[];
  language?: StudioLocale;
  disabled?: boolean;
  mustChangePassword?: boolean;
}

/** Somebody of the studio, signed in at its door. */
export interface Person extends Caller {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly token: string;
}

export interface People {
  /** Makes a person with these roles and signs them in. Publishers may publish, translators translate every language unless told otherwise. */
  person(roles: Role | Role[], description?: Description): Promise<Person>;
  /** Signs in by e-mail and password and returns the token. */
  logIn(email: string, password: string): Promise<string>;
  /** Signs somebody in once more whose session has ended: from then on they act in the new one. */
  again(person: Person): Promise<void>;
  /** Somebody who has not signed in. */
  readonly anonymous: Caller;
}

export const openPeople = (payload: Payload, url: string): People => {
  const anonymous = callerAt(url, null);
  const logIn = async (email: string, password: string): Promise<string> => {
    const answer = await anonymous.post('/api/users/login', { email, password });
    const { token } = answer.body as { token?: string };
    if (!token) throw new Error(`could not sign in: ${answer.status} ${JSON.stringify(answer.body)}`);
    return token;
  };
  const person = async (roles: Role | Role[], description: Description = {}): Promise<Person> => {
    const email = `${randomUUID()}@studio.test`;
    const password = shortPassword();
    const data = { ...defaults(roles), ...description, email, password };
    const made = await payload.create({ collection: 'users', data, overrideAccess: true });
    const token = data.disabled ? '' : await logIn(email, password);
    return { ...callerAt(url, token), id: String(made.id), email, password, token };
  };
  const again = async (who: Person): Promise<void> => {
    const token = await logIn(who.email, who.password);
    Object.assign(who, callerAt(url, token), { token });
  };
  return { person, logIn, again, anonymous };
};

/** Sixteen characters, 96 bits: whether somebody might guess it is looked at each time, and a number of 36 takes twenty times as long. */
const shortPassword = (): string => randomBytes(12).toString('base64url');

const defaults = (roles: Role | Role[]) => ({
  name: [roles].flat().join(' and '),
  roles: [roles].flat(),
  clearance: 'internal' as const,
  compartments: [],
  translates: [...studioLocales],
  reviews: [],
  publishes: [...studioLocales],
  language: 'en' as const,
  disabled: false,
  mustChangePassword: false,
});
