import { expect, test } from 'vitest';
import { openReadBook } from './read-book.ts';

const noon = Date.parse('2026-11-27T12:00:00.000Z');
const at = (minutes: number) => new Date(noon + minutes * 60_000);

test('each person and document is told of once an hour, and only when a line stands', () => {
  const book = openReadBook();
  expect(book.fresh('a', 'articles', ['1', '2', '1'], at(0))).toEqual(['1', '2']);
  expect(book.fresh('a', 'articles', ['1', '2'], at(1))).toEqual(['1', '2']);
  book.told('a', 'articles', '1');
  expect(book.fresh('a', 'articles', ['1', '2'], at(2))).toEqual(['2']);
  expect(book.fresh('a', 'events', ['1'], at(3))).toEqual(['1']);
  expect(book.fresh('b', 'articles', ['1'], at(4))).toEqual(['1']);
  expect(book.fresh('a', 'articles', ['1'], at(59))).toEqual([]);
  expect(book.fresh('a', 'articles', ['1'], at(60))).toEqual(['1']);
});

test('a clock that is put back keeps nothing quiet', () => {
  const book = openReadBook();
  book.fresh('a', 'articles', ['1'], at(0));
  book.told('a', 'articles', '1');
  expect(book.fresh('a', 'articles', ['1'], at(-90))).toEqual(['1']);
});
