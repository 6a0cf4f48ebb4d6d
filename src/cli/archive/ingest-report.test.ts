import { expect, test } from 'vitest';
import type { Fate } from '#editorial/archive/ingest.ts';
import { Failure } from '#errors/failure.ts';
import { openWords } from '../words/words.ts';
import { type IngestReport, ingestAnswer } from './ingest-report.ts';

const fate = { id: null, sha256: null, bytes: 1, lacks: [], code: null, reading: null };
const none: IngestReport = { fates: [], report: null, dryRun: false, waiting: [], failure: null, skipped: [] };
const stored: Fate = { ...fate, file: 'a.jpg', outcome: 'stored' };
const known: Fate = { ...fate, file: 'b.jpg', outcome: 'known', code: 'image-exists', id: 'x' };
const lacking: Fate = { ...fate, file: 'c.jpg', outcome: 'attention', lacks: ['alt', 'credit'] };
const refused: Fate = { ...fate, file: 'd.pdf', outcome: 'refused', code: 'image-unsupported' };

const linesOf = (report: Partial<IngestReport>, language: 'en' | 'vi' = 'en') =>
  ingestAnswer({ ...none, ...report }, openWords(language));

test('the closing table counts what became of all files, and gives every file that needs somebody its reason', () => {
  const many = Array.from({ length: 10 }, (_, index): Fate => ({ ...stored, file: `${index}.jpg` }));
  const answer = linesOf({ fates: [stored, known, lacking, refused, ...many], report: '/r.csv' });
  expect(answer.lines).toEqual([
    '  11  stored',
    '   1  already there',
    '   1  stored, needs attention',
    '   1  refused',
    '',
    '  c.jpg: lacks Alternative text, Credit',
    '  d.pdf: Unsupported picture',
    '',
    'Every file’s fate: /r.csv',
  ]);
  expect(answer.ok).toBe(false);
  expect(answer.data).toMatchObject({ stored: 11, known: 1, attention: 1, refused: 1, left: 0, waiting: [] });
});

test('the same table in the words of the operator', () => {
  expect(linesOf({ fates: [stored, refused] }, 'vi').lines.slice(0, 4)).toEqual([
    '  1  đã vào kho',
    '  0  đã có trong kho',
    '  0  đã vào kho, cần bổ sung',
    '  1  bị từ chối',
  ]);
});

test('what is there already and what lacks something is in order', () => {
  expect(linesOf({ fates: [stored, known, lacking] }).ok).toBe(true);
});

test('a trial says that it is one, first of all', () => {
  expect(linesOf({ fates: [stored], dryRun: true }).lines[0]).toBe('A trial: nothing was kept.');
});

test('of many that need somebody the first twenty are named, and the others counted', () => {
  const many = Array.from({ length: 25 }, (_, index): Fate => ({ ...refused, file: `${index}.pdf` }));
  const { lines } = linesOf({ fates: many });
  expect(lines.filter((line) => line.includes('.pdf: '))).toHaveLength(20);
  expect(lines.at(-1)).toBe('… and 5 more; the CSV names all');
});

test('what it was stopped before is counted, and its first files are named', () => {
  const waiting = ['a', 'b', 'c', 'd', 'e', 'f'];
  const { lines, ok, failure } = linesOf({ fates: [stored], waiting });
  expect(lines.slice(-2)).toEqual([
    'Stopped; files not looked at yet: 6. Run the same command to go on.',
    'Waiting: a, b, c, d, e, …',
  ]);
  expect([ok, failure]).toEqual([false, undefined]);
});

test('what ended it stands beside the table, with its code and its words', () => {
  const failure = new Failure('disk-full');
  const answer = linesOf({ fates: [stored], waiting: ['b.jpg'], failure }, 'vi');
  expect(answer.failure).toBe(failure);
  const message = expect.stringContaining('Đĩa của máy chủ đã đầy');
  expect(answer.data).toMatchObject({ error: { code: 'disk-full', message }, waiting: ['b.jpg'] });
});
