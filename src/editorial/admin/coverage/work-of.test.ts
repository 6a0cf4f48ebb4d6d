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

test('a translation is worked on at the workbench, the original in its form', () => {
  expect(workOf(row, 'fr')).toBe('/admin/translate/articles/a/fr');
  expect(workOf(row, 'vi')).toBe('/admin/collections/articles/a?locale=vi');
});
