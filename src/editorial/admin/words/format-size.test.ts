import { expect, test } from 'vitest';
import type { StudioLocale } from '#languages/locales.ts';
import { formatSize } from './format-size.ts';

test.each<[StudioLocale, string]>([
  ['vi', '12,4 MB'],
  ['en', '12.4 MB'],
  ['fr', '12,4 Mo'],
  ['zh', '12.4 MB'],
])('a size has the decimal mark and the unit of %s', (language, size) => {
  expect(formatSize(12_400_000, language).replace(/\s/g, ' ')).toBe(size);
});
