import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/**
 * Who is signed in, one row for each browser. The id is what people see of a session and end it by; of the token there is
 * only a digest, so that whoever reads the database can be nobody.
 */
export const sessions = (): CollectionConfig => ({
  slug: 'sessions',
  ...keptByPrograms(),
  timestamps: false,
  fields: [
    randomId(),
    { name: 'digest', type: 'text', index: true, unique: true, required: true },
    { name: 'person', type: 'text', index: true, required: true },
    // What the session rests on: it ends with the password, roles and address that it began with
    { name: 'stamp', type: 'text', required: true },
    // Seal of the clearance that it began with: it ends when that is cut
    { name: 'cleared', type: 'text', required: true },
    // By what its person proved themselves beside the password, where they did, and when they last did so at all
    { name: 'factor', type: 'text' },
    { name: 'provenAt', type: 'date', required: true },
    { name: 'network', type: 'text' },
    { name: 'agent', type: 'text' },
    { name: 'at', type: 'date', required: true },
    { name: 'seenAt', type: 'date', required: true },
    { name: 'until', type: 'date', index: true, required: true },
  ],
});
