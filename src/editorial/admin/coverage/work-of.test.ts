import { expect, test } from 'vitest';
import { workOf } from './work-of.ts';

const row = {
  collection: 'articles',
  id: 'a',
  title: '',
  titleIn: null,
  source: 'vi',
  changed: '',
  cells: {},
} as const;

test('a translation is worked on at the workbench, the original in its form, and everything there without a workbench', () => {
  expect(workOf(row, 'fr', true)).toBe('/admin/translate/articles/a/fr');
  expect(workOf(row, 'vi', true)).toBe('/admin/collections/articles/a?locale=vi');
  expect(workOf(row, 'fr', false)).toBe('/admin/collections/articles/a?locale=fr');
});
