import { expect, test } from 'vitest';
import { isFactorRequired } from './required.ts';

test('a second factor is required from a clearance on, or of a role, or of nobody', () => {
  const officer = { clearance: 'restricted', roles: ['security-officer'] } as const;
  const editor = { clearance: 'internal', roles: ['editor'] } as const;
  const asked = (rule: Parameters<typeof isFactorRequired>[0]) =>
    [officer, editor].map((who) => isFactorRequired(rule, who));
  expect(asked({ from: undefined, roles: [] })).toEqual([false, false]);
  expect(asked({ from: 'restricted', roles: [] })).toEqual([true, false]);
  expect(asked({ from: 'mat', roles: [] })).toEqual([false, false]);
  expect(asked({ from: 'public', roles: [] })).toEqual([true, true]);
  expect(asked({ from: 'mat', roles: ['editor'] })).toEqual([false, true]);
});
