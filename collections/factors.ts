import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

export const factorKinds = ['totp', 'passkey'] as const;
export type FactorKind = (typeof factorKinds)[number];

/** What people prove themselves by besides their password. Of an authenticator the secret stands here, encrypted. */
export const factors = (): CollectionConfig => ({
  slug: 'factors',
  ...keptByPrograms(),
  timestamps: false,
  fields: [
    randomId(),
    { name: 'person', type: 'text', index: true, required: true },
    { name: 'kind', type: 'select', options: factorKinds.map((value) => ({ value, label: value })), required: true },
    { name: 'name', type: 'text' },
    { name: 'at', type: 'date', required: true },
    // Empty until its person has shown that it works: until then it proves nothing
    { name: 'confirmedAt', type: 'date' },
    { name: 'usedAt', type: 'date' },
    { name: 'sealed', type: 'text' },
    // The step of the last code that was taken, or the counter of a passkey: what comes again is not taken
    { name: 'last', type: 'number', required: true },
    { name: 'credential', type: 'text', index: true },
    { name: 'publicKey', type: 'text' },
    { name: 'transports', type: 'text', hasMany: true },
  ],
});

/** Codes for whoever has lost what they prove themselves by: each once, and only a digest of it. */
export const recoveryCodes = (): CollectionConfig => ({
  slug: 'recovery-codes',
  ...keptByPrograms(),
  timestamps: false,
  fields: [
    randomId(),
    { name: 'person', type: 'text', index: true, required: true },
    { name: 'digest', type: 'text', index: true, required: true },
  ],
});

/** People between two steps: whoever has told their password and not yet proven themselves, for some minutes. */
export const pendingSteps = (): CollectionConfig => ({
  slug: 'pending-steps',
  ...keptByPrograms(),
  timestamps: false,
  fields: [
    randomId(),
    { name: 'digest', type: 'text', index: true, required: true },
    { name: 'person', type: 'text', index: true, required: true },
    { name: 'purpose', type: 'text', required: true },
    // What the person was when it began: it is void when that has changed, like a session
    { name: 'stamp', type: 'text', required: true },
    { name: 'challenge', type: 'text' },
    { name: 'tries', type: 'number', required: true },
    { name: 'until', type: 'date', index: true, required: true },
  ],
});
