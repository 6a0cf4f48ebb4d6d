import { roles as allRoles, isRole } from '#access/viewer.ts';
import type { Studio } from '../../support/studio.ts';
import type { Caller } from '../../support/studio-caller.ts';

/** Whoever a table has a row for. */
export const everyone = [...allRoles, 'nobody', 'without role', 'disabled', 'one-time password'] as const;
export type Name = (typeof everyone)[number];

/** Somebody who asks, and their own record where they have one. */
export interface Asker extends Caller {
  readonly own: { readonly id: string; readonly email: string; readonly password: string } | null;
}

/** The highest level that everybody of a table's people reads. */
export const clearance = 'restricted';

const arrive = async (studio: Studio, name: Name): Promise<Asker> => {
  if (name === 'nobody') return { ...studio.anonymous, own: null };
  const roles = name === 'without role' ? [] : isRole(name) ? [name] : [...allRoles];
  const mustChangePassword = name === 'one-time password';
  const arrived = await studio.person(roles, { clearance, name, mustChangePassword });
  const { id, email, password } = arrived;
  // Beneath the hooks, which would end the session: here the decision alone must keep them out
  if (name === 'disabled')
    await studio.payload.db.updateOne({ collection: 'users', id, data: { disabled: true }, returning: false });
  return { ...arrived, own: { id, email, password } };
};

/** Everybody whom the tables speak of, at the studio's door. */
export const gather = async (studio: Studio): Promise<(name: Name) => Asker> => {
  const people = new Map<Name, Asker>();
  for (const name of everyone) people.set(name, await arrive(studio, name));
  return (name) => {
    const found = people.get(name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
};
