import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { Failure } from '#errors/failure.ts';
import { readManifest } from './manifest.ts';

const codeOf = (text: string | Uint8Array, name = 'manifest.csv'): string => {
  try {
    readManifest(typeof text === 'string' ? Buffer.from(text) : text, name);
    return 'read';
  } catch (cause) {
    if (cause instanceof Failure) return `${cause.code} ${JSON.stringify(cause.values)}`;
    throw cause;
  }
};

const inJson = [
  {
    file: 'ảnh/phà.jpg'.normalize('NFD'),
    'title.vi': 'Phà',
    'alt.fr': 'Un bac',
    credit: '=1+1',
    agency: 'bao-tang',
    topics: ['ben-tau', 'song'],
    places: 'ben-thanh',
    album: ['cho', 'pha'],
    keywords: ['phà', 'sông'],
    rightsRecord: 'hang-anh',
    takenOn: '',
  },
  { file: 'b.jpg' },
];

const described = {
  words: { vi: { title: 'Phà' }, fr: { alt: 'Un bac' } },
  facts: { credit: '=1+1', keywords: ['phà', 'sông'] },
  topics: ['ben-tau', 'song'],
  places: ['ben-thanh'],
  albums: ['cho', 'pha'],
  agency: 'bao-tang',
  rightsRecord: 'hang-anh',
};
const nothing = { words: {}, facts: {}, topics: [], places: [], albums: [] };

test('a JSON list says what a CSV says, with lists where a cell has several', () => {
  const read = readManifest(Buffer.from(JSON.stringify(inJson)), 'Manifest.JSON');
  expect([...read]).toEqual([
    ['ảnh/phà.jpg', described],
    ['b.jpg', nothing],
  ]);
  const csv = [
    'file;title.vi;alt.fr;credit;agency;topics;places;album;keywords;rightsRecord;takenOn',
    'ảnh/phà.jpg;Phà;Un bac;=1+1;bao-tang;ben-tau|song;ben-thanh;cho|pha;phà|sông;hang-anh;',
    'b.jpg;;;;;;;;;;',
  ];
  expect([...readManifest(Buffer.from(`\uFEFF${csv.join('\r\n')}\r\n`), 'manifest.csv')]).toEqual([...read]);
});

test.each([
  ['an object', '{"file":"a.jpg"}', 'manifest-malformed {"file":"m.json","line":1}'],
  ['a number in a cell', '[{"file":"a.jpg","credit":7}]', 'manifest-malformed {"file":"m.json","line":1}'],
  ['text that breaks off', '[{"file":"a.jpg"', 'manifest-malformed {"file":"m.json","line":1}'],
  ['a column that nobody knows', '[{"file":"a.jpg","colour":"red"}]', 'manifest-column {"column":"colour"}'],
  ['a row without its file', '[{"title.vi":"Phà"}]', 'manifest-column {"column":"file"}'],
  ['a file twice', '[{"file":"a.jpg"},{"file":"a.jpg"}]', 'manifest-repeated {"named":"a.jpg"}'],
])('JSON with %s is refused', (_, text, told) => {
  expect(codeOf(text, 'm.json')).toBe(told);
});

test('what is no UTF-8 is refused in either form', () => {
  const bytes = Buffer.from([0x5b, 0xe1, 0xba]);
  for (const name of ['m.csv', 'm.json']) expect(codeOf(bytes, name)).toMatch(/^manifest-malformed /);
});
