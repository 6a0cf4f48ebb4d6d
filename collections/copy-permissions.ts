import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { twoPeople } from './fields/two-people.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/**
 * How far a request to copy something is. `asked`: somebody wants it; `withdrawn`: they took it back; `refused`: a second person
 * said no; `granted`: a second person said yes, and that many copies may be made. What nobody answered, or nobody used, in time is
 * over without a state of its own: `lapsesAt` says so.
 */
export const permissionStates = ['asked', 'withdrawn', 'refused', 'granted'] as const;

/** Permissions to copy what is marked above `internal`, from the question to what was answered. Written by programs of ours alone. */
export const copyPermissions = (): CollectionConfig => ({
  slug: 'copy-permissions',
  ...keptByPrograms(),
  timestamps: false,
  defaultSort: '-askedAt',
  fields: [
    randomId(),
    { name: 'marking', type: 'text', index: true, required: true },
    { name: 'subjectType', type: 'text', required: true },
    { name: 'subjectId', type: 'text', index: true, required: true },
    {
      name: 'state',
      type: 'select',
      options: permissionStates.map((value) => ({ value, label: value })),
      index: true,
      required: true,
    },
    // Language that is copied
    { name: 'locale', type: 'text', required: true },
    // How it was marked when it was asked: where that is another by then, nobody can grant or use it
    { name: 'seal', type: 'text', required: true },
    { name: 'copies', type: 'number', required: true },
    // How many of them have been made
    { name: 'made', type: 'number', required: true },
    { name: 'purpose', type: 'textarea', required: true },
    { name: 'recipient', type: 'text', required: true },
    ...twoPeople({ isAskedFor: true }),
  ],
});
