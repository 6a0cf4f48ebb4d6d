import { describe, expect, it } from 'vitest';
import type { Failure } from '#errors/failure.ts';
import type { Concept } from './concept.ts';
import { readCsv } from './read-csv.ts';
import { writeCsv } from './write-csv.ts';

const concepts: Concept[] = [
  {
    id: 'cho-ben-thanh',
    kind: 'place',
    definition: 'Chợ, "trung tâm",\ncủa thành phố',
    forms: [
      { locale: 'vi', term: 'chợ Bến Thành', status: 'approved', stops: false },
      { locale: 'zh', term: '滨城市场', traditional: '濱城市場', status: 'approved', stops: true, source: 'UBND' },
      {
        locale: 'en',
        term: '=Ben Thanh',
        status: 'forbidden',
        reason: "'-no marks; no",
        note: '@x',
        validFrom: '2020-02-29',
        validUntil: '2030-01-01',
        stops: true,
      },
    ],
  },
  { id: 'a', kind: 'term', forms: [{ locale: 'fr', term: 'quartier', status: 'allowed', stops: false }] },
];

const head = 'concept,kind,language,term,status';
const failing = (text: string) => {
  try {
    readCsv(text);
  } catch (error) {
    const { code, values } = error as Failure;
    return { code, ...values };
  }
  return null;
};

describe('a registry as CSV', () => {
  it('comes back as it went out', () => {
    expect(readCsv(writeCsv(concepts))).toEqual(concepts);
  });

  it('holds nothing that a table program would run', () => {
    const cells = writeCsv(concepts).split(/[,\r\n]/);
    expect(cells.filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
  });

  it('is read with any delimiter, any order of columns, and without the mark of UTF-8', () => {
    expect(readCsv('term;status;language;kind;concept\nquartier;allowed;fr;term;a\n')).toEqual([concepts[1]]);
    expect(readCsv(`${head}\r\na,term,zh-Hans,街,forbidden\r\n`)).toEqual([
      { id: 'a', kind: 'term', forms: [{ locale: 'zh', term: '街', status: 'forbidden', stops: true }] },
    ]);
  });

  it.each([
    ['', { code: 'names-column-missing', column: 'concept' }],
    ['concept,kind,language,term\n', { code: 'names-column-missing', column: 'status' }],
    [`${head},colour\n`, { code: 'names-column-unknown', column: 'colour' }],
    [
      `${head}\na,term,vi,x,approved\na,term,de,x,approved\n`,
      { code: 'names-cell-invalid', row: 3, column: 'language', value: 'de' },
    ],
    [`${head}\na,term,vi,x,good\n`, { code: 'names-cell-invalid', row: 2, column: 'status', value: 'good' }],
    [`${head}\na,term,vi,,approved\n`, { code: 'names-cell-invalid', row: 2, column: 'term', value: '' }],
    [`${head}\n../a,term,vi,x,approved\n`, { code: 'names-cell-invalid', row: 2, column: 'concept', value: '../a' }],
    [
      `${head}\na,term,vi,x,approved\na,place,vi,y,allowed\n`,
      { code: 'names-cell-invalid', row: 3, column: 'kind', value: 'place' },
    ],
    [
      `${head},validFrom\na,term,vi,x,approved,2026-02-30\n`,
      { code: 'names-cell-invalid', row: 2, column: 'validFrom', value: '2026-02-30' },
    ],
    [
      `${head},stops\na,term,vi,x,approved,maybe\n`,
      { code: 'names-cell-invalid', row: 2, column: 'stops', value: 'maybe' },
    ],
    [
      `${head},traditional\na,term,vi,x,approved,y\n`,
      { code: 'names-cell-invalid', row: 2, column: 'traditional', value: 'y' },
    ],
    [`${head}\na,term,vi,"x,approved\n`, { code: 'names-file-malformed', line: 2 }],
    [`${head}\na,term,vi\n`, { code: 'names-file-malformed', line: 2 }],
  ])('refuses %j and says where', (text, failure) => {
    expect(failing(text)).toEqual(failure);
  });
});
