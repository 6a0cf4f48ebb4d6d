import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('what was written is read again by another program, and says in which letters it is', () => {
  const rows = [
    ['a', 'b'],
    ['one, "two"', 'three\nfour'],
    ['Chợ Bến Thành', '滨城市场'],
  ];
  const text = csvOf(rows);
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(parse(text, { bom: true })).toEqual(rows);
});

test.each(['=1+1', '+84', '-1', '@sum', '\t=1', '\r=1', '\n=1', '＝1+1', '＠sum'])('R24: %j is no formula', (text) => {
  expect(parse(csvOf([[text]]), { bom: true })[0]?.[0]).toBe(`'${text}`);
});

test('numbers, nothing and what has no text of its own are written as they are', () => {
  expect(csvOf([[1, null, undefined, true, { a: 1 }]])).toBe('\uFEFF1,,,true,"{""a"":1}"\r\n');
});
