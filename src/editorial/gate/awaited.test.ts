import { expect, test } from 'vitest';
import { awaitedByDocument } from './awaited.ts';

const launch = (
  number: number,
  state: string,
  fates: Record<string, string>,
  wentAt: string | null = '2026-12-01T02:00:00.000Z',
) => ({
  id: `articles/a/${number}`,
  collection: 'articles',
  documentId: 'a',
  rule: state === 'awaiting' ? 'fallback' : 'without',
  state,
  outcome: { wentAt, fates: Object.fromEntries(Object.entries(fates).map(([locale, fate]) => [locale, { fate }])) },
});

test('what a launch left out is not seen, and what is to follow is stood in for', () => {
  const rows = [launch(1, 'done', { vi: 'out', fr: 'left-out' })];
  expect(awaitedByDocument(rows).get('articles/a')).toEqual({ fr: 'none' });
  const next = launch(2, 'awaiting', { vi: 'public', fr: 'fallback', zh: 'refused' });
  expect(awaitedByDocument([next, ...rows]).get('articles/a')).toEqual({ fr: 'fallback', zh: 'fallback' });
});

test('the tenth launch comes after the ninth', () => {
  const rows = [launch(10, 'awaiting', { fr: 'fallback' }), launch(9, 'done', { fr: 'left-out' })];
  expect(awaitedByDocument(rows).get('articles/a')).toEqual({ fr: 'fallback' });
});

test('one that is planned says nothing yet, and one that was cancelled nothing any more', () => {
  const before = launch(1, 'done', { fr: 'left-out' });
  expect(awaitedByDocument([before, launch(2, 'planned', {}, null)]).get('articles/a')).toEqual({ fr: 'none' });
  expect(awaitedByDocument([before, launch(2, 'cancelled', { fr: 'fallback' })]).get('articles/a')).toEqual({});
});
