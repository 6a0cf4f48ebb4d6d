import { expect, test } from 'vitest';
import type { AuditEntry } from '#audit-log/entry.ts';
import { someLine } from '../../../../test/support/arbitrary-audit-content.ts';
import { type Choice, isChosen } from './chosen-lines.ts';

const place = { n: 1, previous: null, v: 1 } as const;
const all: Choice = { since: null, before: null, person: null };
const at = (instant: string): AuditEntry => ({ line: { ...someLine, at: instant }, ...place });
const noon = '2026-11-25T12:00:00.000Z';

test('a time begins with its first instant and ends before its last', () => {
  const hour: Choice = { ...all, since: new Date(noon), before: new Date('2026-11-25T13:00:00.000Z') };
  const asked = ['11:59:59.999', '12:00:00.000', '12:59:59.999', '13:00:00.000'];
  expect(asked.map((time) => isChosen(at(`2026-11-25T${time}Z`), hour))).toEqual([false, true, true, false]);
  expect(isChosen(at('1999-01-01T00:00:00.000Z'), all)).toBe(true);
});

test('a person is asked for by what they did and by what was tried at their account, and by no document of the same id', () => {
  const of: Choice = { ...all, person: 'p' };
  const line = (more: Partial<typeof someLine>): AuditEntry => ({ line: { ...someLine, ...more }, ...place });
  expect(isChosen(line({ actor: 'p' }), of)).toBe(true);
  expect(isChosen(line({ collection: 'users', documentId: 'p' }), of)).toBe(true);
  expect(isChosen(line({ collection: 'articles', documentId: 'p' }), of)).toBe(false);
  expect(isChosen(line({ actor: 'q', who: 'p' }), of)).toBe(false);
});

test('what is missing is told to everybody who asks for its time, for nobody knows of whom it was', () => {
  const gap: AuditEntry = { gap: { station: 's', from: 2, to: 4, noticedAt: noon }, ...place };
  expect(isChosen(gap, { ...all, person: 'p' })).toBe(true);
  expect(isChosen(gap, { ...all, before: new Date(noon) })).toBe(false);
});
