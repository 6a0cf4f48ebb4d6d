import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/**
 * `intake`: where a picture came from; `save`: who made a version; `derivation`: what was made of it, with which tool; `albums`:
 * which albums it was put into or taken out of by a merger or its undoing.
 */
export const historyKinds = ['intake', 'derivation', 'save', 'albums'] as const;
export type HistoryKind = (typeof historyKinds)[number];

/**
 * What nothing else keeps of how a picture became what it is. Versions, audit lines, markings, deletions and holds are told
 * from where they stand. Read through the history of a picture alone, under the rule of the picture.
 */
export const pictureHistory = (): CollectionConfig => ({
  slug: 'picture-history',
  ...keptByPrograms(),
  timestamps: false,
  defaultSort: '-at',
  fields: [
    randomId(),
    { name: 'picture', type: 'text', index: true, required: true },
    { name: 'at', type: 'date', required: true },
    {
      name: 'kind',
      type: 'select',
      options: historyKinds.map((value) => ({ value, label: value })),
      required: true,
    },
    { name: 'actor', type: 'text' },
    { name: 'who', type: 'text' },
    // Of a save: the version that it made
    { name: 'revision', type: 'number' },
    { name: 'facts', type: 'json' },
  ],
});
