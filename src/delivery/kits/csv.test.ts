import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { csvOf } from './csv.ts';

it('a table is read back as it was, whatever stands in it', () => {
  const rows = [
    ['file', 'title'],
    ['a.jpg', 'Chợ, "xưa"\nvà nay'],
    ['b.jpg', '城市'],
  ];
  const bytes = csvOf(rows);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(parse(bytes, { bom: true })).toEqual(rows);
});

it.each(['=1+1', '+84 28', '-2', '@SUM(A1)', '\t=1', '\r=1'])('R24: no cell is a formula: %j', (cell) => {
  expect(parse(csvOf([[cell]]), { bom: true })).toEqual([[`'${cell}`]]);
});
