import { expect, it } from 'vitest';
import { toldBeside } from './told-beside.ts';

it('tells what people said, and neither who and when nor what programs compare', () => {
  const hash = 'f'.repeat(64);
  const correction = { at: '2026-11-01T00:00:00.000Z', by: 'p', note: 'Sai ngày', changed: [hash], removed: [hash] };
  const past = [{ translator: 'p', reviewer: null, end: 'finished', endedAt: '2026-11-01T00:00:00.000Z' }];
  const told = toldBeside([
    ['reviews', { locale: 'vi', state: 'returned', note: 'Thiếu nguồn' }],
    ['reviews', { locale: 'en', state: 'requested', note: null }],
    ['comments', { locale: 'fr', text: 'approved' }],
    ['assignments', { locale: 'zh', note: 'Gấp', past }],
    ['translations', { locale: 'en', corrections: [correction, { ...correction, note: '' }] }],
  ]);
  expect(told).toEqual([
    { field: 'reviews.state', locale: 'vi', lines: ['returned'] },
    { field: 'reviews', locale: 'vi', lines: ['Thiếu nguồn'] },
    { field: 'reviews.state', locale: 'en', lines: ['requested'] },
    { field: 'comments', locale: 'fr', lines: ['approved'] },
    { field: 'assignments', locale: 'zh', lines: ['Gấp'] },
    { field: 'translations', locale: 'en', lines: ['Sai ngày'] },
  ]);
});

it('leaves out no word of a row of another shape', () => {
  expect(toldBeside([['translations', { locale: 'vi', corrections: [{ text: 'Lạ' }] }]])).toEqual([
    { field: 'translations', locale: 'vi', lines: ['Lạ'] },
  ]);
});
