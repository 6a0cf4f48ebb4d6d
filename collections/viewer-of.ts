import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { clearances } from '#access/level.ts';
import { isRole, type Viewer } from '#access/viewer.ts';

const list = z.array(z.string()).nullish().catch([]);

const person = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  roles: list,
  clearance: z.enum(clearances).catch('public'),
  compartments: list,
  translates: list,
  reviews: list,
  publishes: list,
  disabled: z.boolean().nullish(),
  mustChangePassword: z.boolean().nullish(),
});

/**
 * The person behind a request. Payload reads the record from the database for every request, so a changed clearance
 * holds from the next one on; nothing of it travels in the token. What cannot be understood gives no right.
 */
export const viewerOf = (user: PayloadRequest['user']): Viewer | null => {
  const read = person.safeParse(user);
  if (!read.success) return null;
  const { id, roles, clearance, compartments, translates, reviews, publishes, disabled, mustChangePassword } =
    read.data;
  return {
    id,
    roles: (roles ?? []).filter(isRole),
    clearance,
    compartments: compartments ?? [],
    translates: translates ?? [],
    reviews: reviews ?? [],
    publishes: publishes ?? [],
    disabled: disabled === true,
    mustChangePassword: mustChangePassword === true,
  };
};
