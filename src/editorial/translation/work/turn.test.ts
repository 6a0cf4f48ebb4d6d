import { describe, expect, it } from 'vitest';
import { isLate, turnOf } from './turn.ts';

describe('whose turn it is', () => {
  it.each([
    ['missing', 0, 4, 'translate', 'translate'],
    ['in-translation', 2, 4, 'translate', 'translate'],
    ['machine', 0, 4, 'translate', 'translate'],
    ['outdated', 3, 4, 'translate', 'translate'],
    ['translated', 4, 4, 'review', 'done'],
    ['reviewed', 4, 4, 'done', 'done'],
    ['source', 4, 4, 'done', 'done'],
    ['under-correction', 3, 4, 'translate', 'translate'],
    ['under-correction', 4, 4, 'review', 'done'],
  ] as const)('%s with %i of %i is for %s with a reviewer, for %s without', (state, done, of, reviewed, alone) => {
    expect([turnOf({ state, done, of }, true), turnOf({ state, done, of }, false)]).toEqual([reviewed, alone]);
  });
});

describe('what is late', () => {
  it('is what was due before today and is not done', () => {
    expect(isLate('translate', '2026-11-26', '2026-11-27')).toBe(true);
    expect(isLate('review', '2026-11-26', '2026-11-27')).toBe(true);
    expect(isLate('done', '2026-11-26', '2026-11-27')).toBe(false);
  });

  it('is nothing on the day itself, nor without a day', () => {
    expect(isLate('translate', '2026-11-27', '2026-11-27')).toBe(false);
    expect(isLate('translate', null, '2026-11-27')).toBe(false);
  });
});
