import { expect, it } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

const place = { value: 'Chợ Bến Thành', id: 'AAAAAAAAAAAAAAAAAAAAAA' };

it('continues the query that it was made for', () => {
  expect(readCursor('articles|vi', writeCursor('articles|vi', place))).toEqual(place);
});

it('is refused by another query and after any change of a character', () => {
  const cursor = writeCursor('articles|vi', place);
  expect(() => readCursor('articles|en', cursor)).toThrow('cursor-invalid');
  for (let index = 0; index < cursor.length; index += 1) {
    const other = cursor[index] === 'A' ? 'B' : 'A';
    const changed = cursor.slice(0, index) + other + cursor.slice(index + 1);
    expect(() => readCursor('articles|vi', changed)).toThrow('cursor-invalid');
  }
  for (const nonsense of ['', '%', 'null', 'W10', 'A'.repeat(5000)])
    expect(() => readCursor('articles|vi', nonsense)).toThrow('cursor-invalid');
});
