import type { CollectionConfig, Field } from 'payload';
import { studioLocales } from '#languages/locales.ts';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/** Longest comment in UTF-16 units, and how many people one of them can turn to. */
export const commentBounds = { text: 2000, mentions: 10 } as const;

/** The language of a document that people talk about. */
const place = (): Field[] => [
  { name: 'collection', type: 'text', required: true },
  { name: 'documentId', type: 'text', index: true, required: true },
  {
    name: 'locale',
    type: 'select',
    options: studioLocales.map((value) => ({ value, label: value })),
    required: true,
  },
];

/**
 * What people say to each other about a passage: plain text, never changed once it is said. The first of a thread knows which
 * passage it is about, and whether the matter is settled.
 */
export const comments = (): CollectionConfig => ({
  slug: 'comments',
  ...keptByPrograms(),
  timestamps: false,
  fields: [
    randomId(),
    // Id of the first comment of the thread: its own, where it is the first
    { name: 'thread', type: 'text', index: true, required: true },
    ...place(),
    // The passage as it was, by which it is found again; of the first comment alone
    { name: 'anchor', type: 'json' },
    { name: 'by', type: 'text', required: true },
    { name: 'at', type: 'date', index: true, required: true },
    { name: 'text', type: 'textarea', required: true, maxLength: commentBounds.text },
    { name: 'mentions', type: 'json' },
    { name: 'resolvedBy', type: 'text' },
    { name: 'resolvedAt', type: 'date' },
  ],
});

/**
 * That somebody has not read what was said to them: one row for each thread and person whom it concerns, whose id is the name of
 * both.
 */
export const commentNotices = (): CollectionConfig => ({
  slug: 'comment-notices',
  ...keptByPrograms(),
  timestamps: false,
  fields: [
    randomId(),
    { name: 'thread', type: 'text', index: true, required: true },
    { name: 'person', type: 'text', index: true, required: true },
    ...place(),
    { name: 'unread', type: 'checkbox', index: true },
    // Whether they were turned to by name
    { name: 'mentioned', type: 'checkbox' },
    // The newest comment that they have to read
    { name: 'at', type: 'date', required: true },
  ],
});
