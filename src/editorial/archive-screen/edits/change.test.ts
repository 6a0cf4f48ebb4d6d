import { expect, test } from 'vitest';
import { changedFields, changeSchema, differing, fieldsOf } from './change.ts';

const before = { rights: '', credit: 'Lan', agency: 'a', rightsRecord: 'r', topics: ['x', 'y'], places: [] };

test('lists gain and lose what is named, each once and in their order', () => {
  const change = changeSchema.parse({ topics: { add: ['y', 'z'], remove: ['x'] }, places: { add: ['p'] } });
  const after = changedFields(before, change);
  expect(after).toEqual({ ...before, topics: ['y', 'z'], places: ['p'] });
  expect(differing(before, after)).toEqual(['topics', 'places']);
  expect(differing(after, changedFields(after, change))).toEqual([]);
});

test('what nobody names stays as it was', () => {
  expect(changedFields(before, changeSchema.parse({ credit: ' Minh ' }))).toEqual({ ...before, credit: 'Minh' });
});

test.each([
  {},
  { credit: '' },
  { rights: 'http://example.org/mine' },
  { colour: 'red' },
  { marking: { level: 'restricted', basis: ' ' } },
  { marking: { level: 'unreviewed', basis: 'x' } },
  { credit: 'Lan', marking: { level: 'restricted', basis: 'x' } },
  { credit: 'Lan', albums: { add: ['a'] } },
  { albums: {} },
])('%o is no change', (change) => {
  expect(changeSchema.safeParse(change).success).toBe(false);
});

test('a stored picture is read whether its references are filled in or not', () => {
  const doc = { credit: null, agency: { id: 'a' }, rightsRecord: { id: 'r' }, topics: ['x', { id: 'y' }], other: 1 };
  expect(fieldsOf(doc)).toEqual({
    ...{ rights: '', credit: '', agency: 'a', rightsRecord: 'r' },
    ...{ topics: ['x', 'y'], places: [] },
  });
});

test('what an older edit has not kept stays as it is', () => {
  expect(fieldsOf({ credit: '', topics: [] }, before)).toEqual({ ...before, credit: '', topics: [] });
});

test('a picture can be taken off its rights record', () => {
  expect(changedFields(before, changeSchema.parse({ rightsRecord: '' })).rightsRecord).toBe('');
});
