import type { CollectionConfig } from 'payload';
import { studioLocales } from '#languages/locales.ts';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

const choice = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** Where one language of a document stands, told from its segments and never typed in. */
export const translationStates = [
  'missing',
  'in-translation',
  'machine',
  'translated',
  'reviewed',
  'outdated',
  'under-correction',
] as const;
export type TranslationState = (typeof translationStates)[number];

/**
 * The ledger of translations: one row for each document and language that something is remembered of. The words themselves
 * stand in the document. The id is the name of both, so that no database can hold two rows of it.
 */
export const translations = (): CollectionConfig => ({
  slug: 'translations',
  ...keptByPrograms(),
  fields: [
    randomId(),
    { name: 'collection', type: 'text', required: true },
    { name: 'documentId', type: 'text', index: true, required: true },
    { name: 'locale', type: 'select', options: choice(studioLocales), required: true },
    // The document's own: whoever may not know of the document gets no row of it
    { name: 'marking', type: 'relationship', relationTo: 'markings' },
    // Grows with every write, each of which names the one that it saw
    { name: 'revision', type: 'number', required: true },
    { name: 'units', type: 'json' },
    { name: 'corrections', type: 'json' },
    // What the gate asks for, told from the units: `#editorial/release/vouched.ts` reads it
    { name: 'vouched', type: 'json' },
    { name: 'state', type: 'select', options: choice(translationStates), index: true },
    { name: 'counts', type: 'json' },
  ],
});
