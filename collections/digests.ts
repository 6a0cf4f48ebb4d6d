import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/** What became of the mail of one day to one person. `handed-over`: to the mail server, which has not answered yet. */
export const digestStates = ['handed-over', 'sent', 'nothing', 'failed'] as const;
export type DigestState = (typeof digestStates)[number];

/**
 * Which daily mails went out. The id is the day and the person, so that no database can hold two rows of it. Holds no word of a
 * mail.
 */
export const digests = (): CollectionConfig => ({
  slug: 'digests',
  ...keptByPrograms(),
  timestamps: false,
  fields: [
    randomId(),
    { name: 'day', type: 'text', index: true, required: true },
    { name: 'person', type: 'text', index: true, required: true },
    {
      name: 'state',
      type: 'select',
      options: digestStates.map((value) => ({ value, label: value })),
      required: true,
    },
    { name: 'tries', type: 'number', required: true },
    { name: 'at', type: 'date', index: true, required: true },
  ],
});
