import { expect, test } from 'vitest';
import { changeOf, newPlan } from './edit-plan.ts';

test('a plan is a change once nothing is missing', () => {
  expect(changeOf(newPlan('credit'))).toBeNull();
  expect(changeOf({ ...newPlan('credit'), value: ' Lan ' })).toEqual({ credit: 'Lan' });
  expect(changeOf({ ...newPlan('topics'), value: 'a' })).toEqual({ topics: { add: ['a'] } });
  expect(changeOf({ ...newPlan('albums'), value: 'a', removes: true })).toEqual({ albums: { remove: ['a'] } });
  expect(changeOf({ ...newPlan('rightsRecord'), value: 'r' })).toEqual({ rightsRecord: 'r' });
  expect(changeOf({ ...newPlan('rightsRecord'), value: 'none' })).toEqual({ rightsRecord: '' });
  expect(changeOf({ ...newPlan('places'), value: 'b', removes: true })).toEqual({ places: { remove: ['b'] } });
});

test('a marking says on what ground', () => {
  const plan = { ...newPlan('marking'), compartments: new Set(['harbour']) };
  expect(changeOf(plan)).toBeNull();
  expect(changeOf({ ...plan, basis: 'Công văn 12' })).toEqual({
    marking: { level: 'restricted', compartments: ['harbour'], basis: 'Công văn 12' },
  });
});
