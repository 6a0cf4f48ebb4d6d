import type { CollectionConfig, Field } from 'payload';
import { clearances } from '#access/level.ts';
import { roles } from '#access/viewer.ts';
import { studioLocales } from '#languages/locales.ts';
import { accessOf, fieldAccessOf } from './access-filter.ts';
import { randomId } from './fields/random-id.ts';
import { longest } from './fields/texts.ts';

const choice = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
const many = { type: 'select', hasMany: true } as const;

/** What a person may do: an administrator decides. */
const duties = (): Field[] => [
  { name: 'roles', ...many, options: choice(roles), defaultValue: [], access: fieldAccessOf('user-duties') },
  {
    name: 'agencies',
    type: 'relationship',
    relationTo: 'agencies',
    hasMany: true,
    access: fieldAccessOf('user-duties'),
    admin: { allowCreate: false, allowEdit: false },
  },
  { name: 'translates', ...many, options: choice(studioLocales), access: fieldAccessOf('user-duties') },
  { name: 'reviews', ...many, options: choice(studioLocales), access: fieldAccessOf('user-duties') },
  { name: 'publishes', ...many, options: choice(studioLocales), access: fieldAccessOf('user-duties') },
  { name: 'disabled', type: 'checkbox', defaultValue: false, access: fieldAccessOf('user-duties') },
];

/** What a person may know, and the last instant at which they may: two people decide, never about themselves. */
const clearance = (): Field[] => [
  {
    name: 'clearance',
    type: 'select',
    options: choice(clearances),
    defaultValue: 'internal',
    required: true,
    access: fieldAccessOf('user-clearance'),
  },
  { name: 'compartments', type: 'text', hasMany: true, access: fieldAccessOf('user-clearance') },
  { name: 'clearedUntil', type: 'date', access: fieldAccessOf('user-clearance') },
];

/** People of the studio. No API keys, no password by mail, no first user by web: the command line makes that one. */
export const users = (): CollectionConfig => ({
  slug: 'users',
  access: accessOf('user'),
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'email', 'roles'] },
  auth: {
    useAPIKey: false,
    useSessions: true,
    depth: 0,
    tokenExpiration: 8 * 60 * 60,
    // Payload’s own way in is shut: tries are counted by account and network together, and a stranger can lock nobody out
    maxLoginAttempts: 10,
    cookies: { sameSite: 'Strict' },
  },
  lockDocuments: false,
  disableBulkEdit: true,
  disableDuplicate: true,
  fields: [
    randomId(),
    { name: 'name', type: 'text', required: true, maxLength: longest.short },
    { name: 'email', type: 'email', required: true, unique: true, access: fieldAccessOf('user-contact') },
    ...duties(),
    ...clearance(),
    {
      name: 'mustChangePassword',
      type: 'checkbox',
      defaultValue: false,
      access: fieldAccessOf('user-duties'),
      admin: { readOnly: true },
    },
    { name: 'language', type: 'select', options: choice(studioLocales), defaultValue: 'vi' },
    // Whether they want the mail that says each morning how much waits for them
    { name: 'dailyMail', type: 'checkbox', defaultValue: false },
  ],
});
