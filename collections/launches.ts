import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

const choice = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** What happens to the languages that are not ready: nothing goes out, the others go without them, or readers get another language and are told so. */
export const launchRules = ['hold', 'without', 'fallback'] as const;
export type LaunchRule = (typeof launchRules)[number];

/**
 * `planned`: its moment has not come; `held`: it has, and something is missing; `going`: it has been decided what goes out, and
 * it is being done; `awaiting`: it is out, and languages are to follow; the last two are over.
 */
export const launchStates = ['planned', 'held', 'going', 'awaiting', 'done', 'cancelled'] as const;
export type LaunchState = (typeof launchStates)[number];

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
