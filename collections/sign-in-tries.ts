import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/**
 * Tries to sign in of the last minutes that did not succeed, from which every process tells who has tried too often. Account
 * and network are fingerprints: what was typed may be anything, and where people are is nobody's business.
 */
export const signInTries = (): CollectionConfig => ({
  slug: 'sign-in-tries',
  ...keptByPrograms(),
  timestamps: false,
  fields: [
    randomId(),
    { name: 'account', type: 'text', index: true, required: true },
    { name: 'network', type: 'text', index: true, required: true },
    { name: 'at', type: 'date', index: true, required: true },
  ],
});
