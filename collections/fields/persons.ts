import type { Field } from 'payload';
import { fieldAccessOf } from '../access-filter.ts';
import { shownPersons } from './shown-person.ts';

/**
 * The people whom a picture shows, by name. Hidden like consents: who is shown is personal. One value and not a list of rows,
 * so that a save in one language leaves the writings of the others alone.
 */
export const persons = (): Field => ({
  name: 'persons',
  type: 'json',
  access: fieldAccessOf('consent'),
  admin: { components: { Field: '/src/editorial/admin/images/persons-field.tsx#PersonsField' } },
  hooks: { beforeValidate: [({ value }) => shownPersons.safeParse(value).data ?? value] },
  validate: (value) => value === null || value === undefined || shownPersons.safeParse(value).success || 'persons',
});
