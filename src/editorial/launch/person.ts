import type { Payload, TypedUser } from 'payload';

/** Somebody as the database knows them at this moment; null: they are not there any more. */
export const readUser = async (payload: Payload, id: string | null): Promise<TypedUser | null> => {
  if (id === null) return null;
  const asked = { collection: 'users', id, depth: 0, disableErrors: true, overrideAccess: true } as const;
  const found: unknown = await payload.findByID(asked);
  return found ? ({ ...found, collection: 'users' } as TypedUser) : null;
};

/** Their name, for colleagues who may not read the list of people. */
export const nameOf = (user: TypedUser | null): string | null =>
  user && 'name' in user && typeof user.name === 'string' ? user.name : null;
