import type { CollectionConfig, Field } from 'payload';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/**
 * Where a copy is in its life. `out`: with somebody; `returned`: back with the officer; `destroying`: somebody says that it is
 * destroyed; `destroyed`: a second person has confirmed it.
 */
export const copyStates = ['out', 'returned', 'destroying', 'destroyed'] as const;

/** What the studio hands out: a page to print, or a file to take along. */
export const handedForms = ['print', 'file'] as const;

/** In which form a copy left: as one of these, or in a bag for another archive, by command. */
export const copyForms = [...handedForms, 'bag'] as const;

/** Who did something to a copy, and when. */
const act = (name: string): Field[] => [
  { name: `${name}By`, type: 'text' },
  { name: `${name}Name`, type: 'text' },
  { name: `${name}At`, type: 'date' },
];

const choice = (name: string, values: readonly string[]): Field => ({
  name,
  type: 'select',
  options: values.map((value) => ({ value, label: value })),
  index: true,
  required: true,
});

/**
 * The copy register: every printed or exported copy of what was marked above `internal`. The id is the number, so that no database
 * can hold one twice; no row is ever deleted. Written by programs of ours alone; holds no title and no word of what was copied.
 */
export const copies = (): CollectionConfig => ({
  slug: 'copies',
  ...keptByPrograms(),
  timestamps: false,
  defaultSort: '-number',
  fields: [
    randomId(),
    { name: 'number', type: 'number', index: true, required: true },
    { name: 'permission', type: 'text', index: true, required: true },
    // Which one of how many that were permitted together
    { name: 'nth', type: 'number', required: true },
    { name: 'total', type: 'number', required: true },
    { name: 'subjectType', type: 'text', required: true },
    { name: 'subjectId', type: 'text', index: true, required: true },
    { name: 'locale', type: 'text', required: true },
    choice('form', copyForms),
    // Marking and last day of its term, as they are written on the copy
    { name: 'seal', type: 'text', required: true },
    { name: 'term', type: 'text' },
    { name: 'recipient', type: 'text', required: true },
    { name: 'purpose', type: 'textarea', required: true },
    ...act('made'),
    // Who of the studio answers for it now, and where it is kept
    { name: 'holder', type: 'text', index: true },
    { name: 'holderName', type: 'text' },
    { name: 'place', type: 'text' },
    choice('state', copyStates),
    ...act('returned'),
    // Who says that it is destroyed, how, and who confirmed it
    ...act('destroyed'),
    { name: 'destroyedHow', type: 'textarea' },
    ...act('confirmed'),
  ],
});
