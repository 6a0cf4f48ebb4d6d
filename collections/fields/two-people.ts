import type { Field } from 'payload';

/**
 * What is kept of everything that one person asks for and another one answers: who asked, until when that counts, and who decided,
 * with their reason.
 * @param isAskedFor whether people are shown what they asked for themselves
 */
export const twoPeople = ({ isAskedFor = false } = {}): Field[] => [
  { name: 'askedBy', type: 'text', ...(isAskedFor && { index: true }), required: true },
  { name: 'askedName', type: 'text' },
  { name: 'askedAt', type: 'date', required: true },
  // From then on it counts for nothing
  { name: 'lapsesAt', type: 'date', index: true, required: true },
  { name: 'decidedBy', type: 'text' },
  { name: 'decidedName', type: 'text' },
  { name: 'decidedAt', type: 'date' },
  { name: 'decidedWhy', type: 'textarea' },
];
