import type { Field } from 'payload';
import { fieldAccessOf } from '../access-filter.ts';

/** The terms that hold where the picture says nothing itself. */
export const rightsRecord = (): Field => ({
  name: 'rightsRecord',
  type: 'relationship',
  relationTo: 'rights',
  index: true,
  admin: { allowCreate: false, allowEdit: false },
});

/** Whether people can be recognised and have agreed, and whether minors are among them. */
export const people = (): Field[] => [
  { name: 'people', type: 'select', options: ['none', 'released', 'not-released'] },
  { name: 'minors', type: 'checkbox', defaultValue: false },
];

/** Consents that cover the picture. Hidden with them: even their number is personal. */
export const consents = (): Field => ({
  name: 'consents',
  type: 'relationship',
  relationTo: 'consents',
  hasMany: true,
  maxRows: 50,
  index: true,
  access: fieldAccessOf('consent'),
  admin: { allowCreate: false, allowEdit: false },
});
