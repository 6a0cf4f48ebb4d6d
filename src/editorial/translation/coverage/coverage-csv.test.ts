import { expect, test } from 'vitest';
import { studioLocales } from '#languages/locales.ts';
import { coverageCsv } from './coverage-csv.ts';
import type { IndexedDocument } from './index/coverage-document.ts';

const cell = { state: 'translated', published: true, done: 1, of: 1, people: [], work: null } as const;

const article = (row: number, sight: string): IndexedDocument => ({
  ...{ collection: 'articles', id: `a${row}`, stamp: '', source: 'vi', changed: 0, sight },
  ...{ titles: { vi: `Bài ${row}.` }, facets: { collection: ['articles'], topic: ['none'], agency: ['none'] } },
  cells: { vi: { ...cell, state: 'source' }, en: cell, fr: cell, zh: cell },
});

const namer = { topic: () => null, agency: () => null, person: () => null };

test('what is marked higher while the table is being sent does not stand in the rest of it', async () => {
  const rows = Uint32Array.from({ length: 900 }, (_, row) => row);
  const raised = new Set<number>();
  const document = (row: number) => article(row, raised.has(row) ? 'articles secret|' : 'articles public|');
  const sees = (sight: string) => sight === 'articles public|';
  const parts = coverageCsv({ file: { document }, rows, sees, languages: studioLocales, locale: 'vi', namer });
  let sent = (await parts.next()).value ?? '';
  sent += (await parts.next()).value ?? '';
  raised.add(700);
  for await (const part of parts) sent += part;
  expect(sent).toContain('Bài 699.');
  expect(sent).not.toContain('Bài 700.');
  expect(sent).toContain('Bài 899.');
});
