import type { Payload } from 'payload';
import { oneTimePassword } from '../one-time-password.ts';

/** A person and the password that they type once. */
export interface FirstLogin {
  readonly email: string;
  readonly password: string;
}

/**
 * Makes the administrator, or gives them another one-time password as long as nobody has changed the first.
 * @returns undefined when they have chosen a password of their own already
 */
export async function makeAdministrator(
  payload: Payload,
  email: string,
  name: string,
): Promise<FirstLogin | undefined> {
  const password = oneTimePassword();
  const found = await payload.find({ collection: 'users', where: { email: { equals: email } }, overrideAccess: true });
  const [person] = found.docs;
  if (person === undefined) {
    await payload.create({ collection: 'users', overrideAccess: true, data: administrator(email, name, password) });
    return { email, password };
  }
  if (person.mustChangePassword !== true) return undefined;
  const data = { password, mustChangePassword: true };
  await payload.update({ collection: 'users', id: person.id, overrideAccess: true, data });
  return { email, password };
}

const administrator = (email: string, name: string, password: string) => ({
  email,
  password,
  name,
  roles: ['administrator' as const],
  clearance: 'internal' as const,
  mustChangePassword: true,
});
