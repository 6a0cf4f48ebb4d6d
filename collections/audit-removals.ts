import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { twoPeople } from './fields/two-people.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/**
 * How far a request to remove the content of lines of the audit log is. `asked`: somebody wants it; `withdrawn`: they took it
 * back; `refused`: a second person said no; `agreed`: a second person said yes, and the gate removes; `done`: the rows of the
 * database are gone as well. A request that nobody answered in time is over without a state of its own: `lapsesAt` says so.
 */
export const removalStates = ['asked', 'withdrawn', 'refused', 'agreed', 'done'] as const;
export type RemovalState = (typeof removalStates)[number];

/** Requests to remove the content of lines of the audit log, with what was answered. Written by programs of ours alone. */
export const auditRemovals = (): CollectionConfig => ({
  slug: 'audit-removals',
  ...keptByPrograms(),
  timestamps: false,
  defaultSort: '-askedAt',
  fields: [
    randomId(),
    {
      name: 'state',
      type: 'select',
      options: removalStates.map((value) => ({ value, label: value })),
      index: true,
      required: true,
    },
    // Kinds of lines, before when each, by how many years and on what ground: as whoever asked saw it
    { name: 'kinds', type: 'json', required: true },
    { name: 'reason', type: 'textarea', required: true },
    ...twoPeople(),
    // Number of the signed record of the gate, once it is there, and how many lines it names
    { name: 'record', type: 'number' },
    { name: 'lines', type: 'number' },
  ],
});
