import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { standingAt } from '#access/standing.ts';
import { isRole, type Viewer } from '#access/viewer.ts';
import { standingOf } from './standing-of.ts';

const list = z.array(z.string()).nullish().catch([]);

const person = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  roles: list,
  translates: list,
  reviews: list,
  publishes: list,
  disabled: z.boolean().nullish(),
  mustChangePassword: z.boolean().nullish(),
  // Of the session, put there by whatever knows it
  _mustEnrol: z.boolean().nullish(),
});

/**
 * The person behind a request. Payload reads the record from the database for every request, so a changed clearance
 * holds from the next one on, and one that has ended is gone; nothing of it travels in the token. What cannot be understood gives no right.
 */
export const viewerOf = (user: PayloadRequest['user'], now = new Date()): Viewer | null => {
  const read = person.safeParse(user);
  if (!read.success) return null;
  const { id, roles, translates, reviews, publishes, disabled, mustChangePassword } = read.data;
  const { clearance, compartments } = standingAt(standingOf(user), now);
  const mustEnrol = read.data._mustEnrol === true;
  return {
    id,
    roles: (roles ?? []).filter(isRole),
    clearance,
    compartments,
    translates: translates ?? [],
    reviews: reviews ?? [],
    publishes: publishes ?? [],
    disabled: disabled === true,
    mustChangePassword: mustChangePassword === true,
    ...(mustEnrol && { mustEnrol }),
  };
};
