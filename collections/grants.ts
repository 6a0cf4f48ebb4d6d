import type { CollectionConfig } from 'payload';
import { clearances } from '#access/level.ts';
import { randomId } from './fields/random-id.ts';
import { twoPeople } from './fields/two-people.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/**
 * How far a proposal to give somebody clearance is. `asked`: somebody wants it; `withdrawn`: they took it back, or all that the
 * person held was taken back; `refused`: a second person said no; `agreed`: a second person said yes, and it may be given this
 * once; `done`: it was. A proposal that nobody answered in time is over without a state of its own: `lapsesAt` says so.
 */
export const grantStates = ['asked', 'withdrawn', 'refused', 'agreed', 'done'] as const;

/** Proposals of what a person may know, from the question to what was answered. Written by programs of ours alone. */
export const grants = (): CollectionConfig => ({
  slug: 'grants',
  ...keptByPrograms(),
  timestamps: false,
  defaultSort: '-askedAt',
  fields: [
    randomId(),
    { name: 'person', type: 'text', index: true, required: true },
    {
      name: 'state',
      type: 'select',
      options: grantStates.map((value) => ({ value, label: value })),
      index: true,
      required: true,
    },
    // What the person held when it was asked, as one comparable text
    { name: 'from', type: 'text', required: true },
    {
      name: 'clearance',
      type: 'select',
      options: clearances.map((value) => ({ value, label: value })),
      required: true,
    },
    { name: 'compartments', type: 'json', required: true },
    // The last instant at which it holds
    { name: 'until', type: 'date', required: true },
    { name: 'reason', type: 'textarea', required: true },
    ...twoPeople(),
  ],
});
