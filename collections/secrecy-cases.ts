import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/**
 * How a passage with words of secrecy stands. `waiting`: nobody has decided; `may-go`: an officer let these very words go; `stays`:
 * an officer keeps them in; `gone`: the document does not say this any more, or is not to be public.
 */
export const secrecyStates = ['waiting', 'may-go', 'stays', 'gone'] as const;
export type SecrecyState = (typeof secrecyStates)[number];

/**
 * Passages that were about to be released with words of secrecy in them. The id is the fingerprint of document, place and words.
 * None of the words stands here: they are read from the document whenever somebody who may asks.
 */
export const secrecyCases = (): CollectionConfig => ({
  slug: 'secrecy-cases',
  ...keptByPrograms(),
  timestamps: false,
  defaultSort: '-foundAt',
  fields: [
    randomId(),
    { name: 'subjectType', type: 'text', required: true },
    { name: 'subjectId', type: 'text', index: true, required: true },
    {
      name: 'state',
      type: 'select',
      options: secrecyStates.map((value) => ({ value, label: value })),
      index: true,
      required: true,
    },
    { name: 'foundAt', type: 'date', required: true },
    { name: 'decidedBy', type: 'text' },
    { name: 'decidedName', type: 'text' },
    { name: 'decidedAt', type: 'date' },
    { name: 'reason', type: 'textarea' },
  ],
});
