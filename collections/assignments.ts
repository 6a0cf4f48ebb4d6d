import type { CollectionConfig } from 'payload';
import { studioLocales } from '#languages/locales.ts';
import { randomId } from './fields/random-id.ts';
import { longest } from './fields/texts.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/** How work that was given out came to its end. */
export const workEnds = ['finished', 'withdrawn'] as const;
export type WorkEnd = (typeof workEnds)[number];

/**
 * Work that is given out: one row for each document and language that somebody was ever given. The id is the name of both, so
 * that no database can hold two rows of it, and nobody can be given what somebody else has. How far the work is stands in no
 * field: it is told from the words.
 */
export const assignments = (): CollectionConfig => ({
  slug: 'assignments',
  ...keptByPrograms(),
  fields: [
    randomId(),
    { name: 'collection', type: 'text', required: true },
    { name: 'documentId', type: 'text', index: true, required: true },
    {
      name: 'locale',
      type: 'select',
      options: studioLocales.map((value) => ({ value, label: value })),
      required: true,
    },
    // Grows with every write, each of which names the one that it saw
    { name: 'revision', type: 'number', required: true },
    // Whether anybody has it now
    { name: 'open', type: 'checkbox', index: true },
    { name: 'translator', type: 'text', index: true },
    { name: 'reviewer', type: 'text', index: true },
    // Day in the city, `2026-11-30`: the work is late from the day after
    { name: 'due', type: 'text', index: true },
    { name: 'note', type: 'textarea', maxLength: longest.note },
    { name: 'givenBy', type: 'text', index: true },
    { name: 'givenAt', type: 'date' },
    // Who had it before, until when, and how it ended
    { name: 'past', type: 'json' },
  ],
});
