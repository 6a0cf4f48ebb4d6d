import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EntryContent, entryBytes } from '#audit-log/entry.ts';
import { arbitraryContent, someLine } from '../../../../test/support/arbitrary-audit-content.ts';
import { bareFormOf, formOf, headOf, lineForms } from './line-forms.ts';

const placed = (content: EntryContent) => ({ ...content, n: 7, previous: null, v: 1 as const });

/** Cells of one row, read as RFC 4180 has it. */
const cellsIn = (row: string): string[] =>
  [...row.replace(/\r\n$/, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

test('a line is exported as the bytes that are chained', () => {
  fc.assert(
    fc.property(arbitraryContent, (content) => {
      expect(formOf.ndjson(placed(content))).toBe(`${entryBytes(content, 7, null).toString('utf8')}\n`);
    }),
  );
});

test.each(['=1+1', '+84', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])('the name %j is no formula in a table', (who) => {
  const row = formOf.csv(placed({ line: { ...someLine, who } }));
  expect(cellsIn(row)[2]).toBe(`'${who}`);
});

test('whatever a person is called, a row has as many cells as the head, and none begins a formula', () => {
  const columns = cellsIn(headOf.csv.slice(1));
  expect(columns.slice(0, 4)).toEqual(['n', 'at', 'who', 'actor']);
  fc.assert(
    fc.property(arbitraryContent, (content) => {
      const cells = cellsIn(formOf.csv(placed(content)));
      expect(cells).toHaveLength(columns.length);
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    }),
  );
});

test('lines that are missing are a row that says how many', () => {
  const gap = { station: 's', from: 2, to: 4, noticedAt: '2026-11-25T12:00:00.000Z' };
  expect(cellsIn(formOf.csv(placed({ gap })))).toEqual(
    '7,2026-11-25T12:00:00.000Z,,,missing,,,,,3,,,,s,2-4,'.split(','),
  );
});

test.each(lineForms)(
  'as %s, whoever must not know how many lines there are learns it from no other entry either',
  (form) => {
    const at = '2026-11-25T12:00:00.000Z';
    const told = [
      { gap: { station: 's', from: 2, to: 778, noticedAt: at } },
      { removal: { number: 888, record: 'f'.repeat(64), lines: 999, at } },
    ].map((content) => bareFormOf[form](placed(content)));
    expect(told.join('')).not.toMatch(/777|778|888|999|f{64}/);
    expect(told[0]).toContain(at);
  },
);
