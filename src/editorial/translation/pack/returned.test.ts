import { expect, test } from 'vitest';
import type { ReadDocument, ReadUnit } from '#translation/exchange/document.ts';
import { joinDocuments, togetherOf } from './returned.ts';

const at = { line: 1, column: 1 };
const unit = (target: string | null, sent: string | null = null, more: Partial<ReadUnit> = {}): ReadUnit => ({
  ...{ id: 'u1', path: null, role: null, sourceAsSent: [], state: 'initial', fingerprint: null, notes: [], at },
  ...{ target: target === null ? null : [{ text: target }], targetAsSent: sent === null ? null : [{ text: sent }] },
  ...more,
});
const document = (units: ReadUnit[], more: Partial<ReadDocument> = {}): ReadDocument => ({
  ...{
    collection: 'articles',
    documentId: '1',
    title: null,
    sourceRevision: 1,
    sourceLocale: 'vi',
    targetLocale: 'fr',
  },
  ...{ units, problems: [], at, ...more },
});
const joinedUnit = (one: ReadUnit, other: ReadUnit) => joinDocuments([document([one]), document([other])])[0];

test('of two forms of a segment the one counts on which somebody has worked', () => {
  expect(joinedUnit(unit('A', 'A'), unit('B', 'A'))?.units[0]?.target).toEqual([{ text: 'B' }]);
  expect(joinedUnit(unit('B', 'A'), unit('A', 'A'))?.units[0]?.target).toEqual([{ text: 'B' }]);
  expect(joinedUnit(unit(null), unit('B'))?.units[0]?.target).toEqual([{ text: 'B' }]);
  expect(joinedUnit(unit('A', 'A'), unit('A', 'A', { state: 'final' }))?.units[0]?.state).toBe('final');
});

test('where both were worked on and say different things, neither counts', () => {
  const joined = joinedUnit(unit('B', 'A'), unit('C', 'A', { file: 'older.xlf' }));
  expect(joined?.units).toEqual([]);
  expect(joined?.problems).toMatchObject([{ code: 'unit-doubled', unit: 'u1', file: 'older.xlf' }]);
});

test('documents and languages are kept apart, and files of one name belong together', () => {
  const all = [document([]), document([], { documentId: '2' }), document([], { targetLocale: 'zh' }), document([])];
  expect(joinDocuments(all)).toHaveLength(3);
  const open = async () => (async function* () {})();
  const files = ['xliff/a.xlf', 'xliff/b.xlf', 'older-tools/a.xlf'].map((name) => ({ name, open }));
  expect(togetherOf(files).map((group) => group.map(({ name }) => name))).toEqual([
    ['xliff/a.xlf', 'older-tools/a.xlf'],
    ['xliff/b.xlf'],
  ]);
});
