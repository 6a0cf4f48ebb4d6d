import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openRefusalBook, type Refusal } from './refusal-book.ts';

const base: Refusal = { actor: 'a', action: 'read', collection: 'articles', documentId: 'd', code: 'not-found' };
const now = new Date('2026-11-25T10:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test('the same refusal within the hour counts on one line, and begins another one in the next', () => {
  const book = openRefusalBook();
  const first = book.enter(base, now);
  if ('line' in first) first.opened('one');
  expect(book.enter(base, later(10))).toEqual({ again: 'one', times: 2 });
  expect(book.enter(base, later(59))).toEqual({ again: 'one', times: 3 });
  expect(book.enter(base, later(61))).toMatchObject({ line: base });
});

test('whom somebody wanted to be counts alike, whether such an account is there or not', () => {
  const book = openRefusalBook(2);
  const asked = (about: string, documentId: string | null) => {
    const entry = book.enter({ ...base, action: 'log-in', actor: null, documentId, about }, now);
    if ('again' in entry) return `again ${entry.again}`;
    entry.opened(`${about} ${documentId}`);
    return `${entry.line.documentId} ${entry.line.about}`;
  };
  expect(asked('a', 'there')).toBe('there a');
  expect(asked('b', null)).toBe('null b');
  expect(asked('a', 'there')).toBe('again a there');
  expect(asked('b', null)).toBe('again b null');
  expect(asked('c', 'also')).toBe('null null');
  expect(asked('d', null)).toBe('again c also');
});

test('an hour that is over tells its tallies once, those of what happened again alone', () => {
  const book = openRefusalBook();
  for (const [id, times] of [
    ['one', 3],
    ['two', 1],
  ] as const)
    for (let turn = 0; turn < times; turn += 1) {
      const entry = book.enter({ ...base, documentId: id }, later(turn));
      if ('line' in entry) entry.opened(id);
    }
  expect(book.closed(later(59))).toEqual([]);
  expect(book.ends).toBe(later(60).getTime());
  const told = { id: 'one', line: { ...base, documentId: 'one' }, more: 2, lastAt: later(2) };
  expect(book.closed(later(60))).toEqual([told]);
  expect(book.closed(later(60))).toEqual([]);
});

test('a line that could not be written is tried again', () => {
  const book = openRefusalBook();
  book.enter(base, now);
  expect(book.enter(base, now)).toMatchObject({ line: base });
});

test('whatever people try, each fills few lines an hour and no refusal goes uncounted', () => {
  const refusal = fc.record({
    actor: fc.constantFrom('a', 'b', null),
    action: fc.constantFrom('read', 'update'),
    collection: fc.constant('articles'),
    documentId: fc.option(fc.integer({ min: 0, max: 40 }).map(String)),
    code: fc.constantFrom('not-found', 'forbidden'),
  });
  fc.assert(
    fc.property(fc.array(refusal, { maxLength: 300 }), (all) => {
      const book = openRefusalBook(10);
      const lines = new Map<string, { actor: string | null; times: number }>();
      for (const one of all as Refusal[]) {
        const entry = book.enter(one, now);
        if ('line' in entry) {
          const id = String(lines.size);
          entry.opened(id);
          lines.set(id, { actor: entry.line.actor, times: 1 });
          expect(entry.line.actor).toBe(one.actor);
        } else lines.set(entry.again, { actor: one.actor, times: entry.times });
      }
      const kept = [...lines.values()];
      expect(kept.reduce((sum, { times }) => sum + times, 0)).toBe(all.length);
      for (const actor of ['a', 'b', null])
        expect(kept.filter((line) => line.actor === actor).length).toBeLessThanOrEqual(10 + 4);
    }),
  );
});
