import { describe, expect, it } from 'vitest';
import { onlyOffered } from './offered-functions.ts';

describe('functions that pages call', () => {
  it('R57: go on as they came', () => {
    const call = { name: 'form-state', args: { collectionSlug: 'articles' } };
    expect(onlyOffered(call)).toBe(call);
  });

  it.each(['constructor', 'toString', '__proto__', 'schedule-publish', 'copy-data-from-locale', 'nothing', ''])(
    'R57: %s is none of them',
    (name) => {
      expect(() => onlyOffered({ name, args: {} })).toThrow(expect.objectContaining({ code: 'forbidden' }));
    },
  );
});
