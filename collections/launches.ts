import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';
import { launchRules, launchStates } from './launch-states.ts';

const choice = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/**
 * Languages of one text that are to go out together. The id is the name of the text and a number, so that no database can hold
 * two that somebody has begun at the same time.
 */
export const launches = (): CollectionConfig => ({
  slug: 'launches',
  ...keptByPrograms(),
  fields: [
    randomId(),
    { name: 'collection', type: 'text', required: true },
    { name: 'documentId', type: 'text', index: true, required: true },
    // The document's own: whoever may not know of the document gets no row of it
    { name: 'marking', type: 'relationship', relationTo: 'markings' },
    // Grows with every write, each of which names the one that it saw
    { name: 'revision', type: 'number', required: true },
    { name: 'state', type: 'select', options: choice(launchStates), index: true, required: true },
    { name: 'at', type: 'date', index: true, required: true },
    { name: 'rule', type: 'select', options: choice(launchRules), required: true },
    { name: 'locales', type: 'json', required: true },
    // In whose name it goes out: whoever prepared or changed it last
    { name: 'by', type: 'relationship', relationTo: 'users' },
    { name: 'changedAt', type: 'date', required: true },
    // What has been decided at the moment: from here on a process that ends is followed by another that does the rest
    { name: 'going', type: 'json' },
    { name: 'outcome', type: 'json' },
  ],
});
