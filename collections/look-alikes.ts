import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/** What became of two pictures that look the same. */
export const pairStates = ['open', 'different', 'merged'] as const;
export type PairState = (typeof pairStates)[number];

/**
 * Two pictures that look the same, for a curator to say whether they are. Holds ids and nothing of either picture, and is
 * read and written by programs of ours alone: whoever asks through them sees the pairs of which both pictures are theirs to
 * see.
 */
export const lookAlikes = (): CollectionConfig => ({
  slug: 'look-alikes',
  ...keptByPrograms(),
  defaultSort: '-id',
  fields: [
    randomId(),
    // Both ids in order, so that two pictures are a pair once only
    { name: 'pair', type: 'text', unique: true, required: true },
    { name: 'one', type: 'text', index: true, required: true },
    { name: 'other', type: 'text', index: true, required: true },
    // Bits in which they differ, of 256
    { name: 'fine', type: 'number' },
    {
      name: 'state',
      type: 'select',
      options: pairStates.map((value) => ({ value, label: value })),
      index: true,
      required: true,
    },
    { name: 'decidedBy', type: 'text' },
    { name: 'decidedAt', type: 'date' },
    // Of a merger: the record that was kept, and its revisions before and after
    { name: 'kept', type: 'text', index: true },
    { name: 'before', type: 'number' },
    { name: 'after', type: 'number' },
    // Addresses that the kept record took over, by language
    { name: 'slugs', type: 'json' },
    // What the other record was in and the cover of, so that it can be given back
    { name: 'albums', type: 'json' },
  ],
});
