import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { twoPeople } from './fields/two-people.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/**
 * How far a request to mark something lower is. `asked`: somebody wants it; `withdrawn`: they took it back; `refused`: a second
 * person said no; `agreed`: a second person said yes, and the markings may fall this once; `done`: they have. A request that
 * nobody answered in time is over without a state of its own: `lapsesAt` says so.
 */
export const loweringStates = ['asked', 'withdrawn', 'refused', 'agreed', 'done'] as const;
export type LoweringState = (typeof loweringStates)[number];

/** Requests to mark something lower, from the question to what was answered. Written by programs of ours alone. */
export const lowerings = (): CollectionConfig => ({
  slug: 'lowerings',
  ...keptByPrograms(),
  timestamps: false,
  defaultSort: '-askedAt',
  fields: [
    randomId(),
    // The marking that somebody has open, and all that fall with it: other records of the same picture bear markings of their own
    { name: 'marking', type: 'text', index: true, required: true },
    { name: 'markings', type: 'json', required: true },
    { name: 'subjectType', type: 'text', required: true },
    { name: 'subjectId', type: 'text', index: true, required: true },
    {
      name: 'state',
      type: 'select',
      options: loweringStates.map((value) => ({ value, label: value })),
      index: true,
      required: true,
    },
    // Seals: what it is marked, and what it is to become
    { name: 'from', type: 'text', required: true },
    { name: 'to', type: 'text', required: true },
    // Of all that would become readable, as whoever asked saw it
    { name: 'fingerprint', type: 'text', required: true },
    { name: 'reason', type: 'textarea', required: true },
    ...twoPeople(),
  ],
});
