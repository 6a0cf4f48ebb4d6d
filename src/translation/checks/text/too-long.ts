import type { Check } from '../check.ts';

/** More than its field can keep. The place is what is too much. */
export const tooLong: Check = {
  code: 'too-long',
  severity: 'stops',
  find: ({ target: { text }, limit }) => {
    if (limit === undefined || text.length <= limit) return [];
    const values = { length: String(text.length), limit: String(limit) };
    return [{ start: limit, end: text.length, values }];
  },
};
