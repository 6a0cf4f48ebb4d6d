import { describe, expect, test } from 'vitest';
import type { EmbeddedRecord, Said } from '#media/metadata/embedded-record.ts';
import type { EmbeddedProperty } from '#media/metadata/embedded-table.ts';
import { factsInFile, wordsInFile } from './described-by-file.ts';

const said = (text: string, more: Partial<Said> = {}): Said => ({ source: 'xmp', lang: '', text, ...more });
const doubtful = (text: string): Said => said(text, { legacy: { form: 'tcvn3', text, certainty: 0.9 } });
const record = (values: Partial<Record<EmbeddedProperty, readonly Said[]>>): EmbeddedRecord => ({
  values: Object.fromEntries(Object.entries(values).map(([property, all]) => [property, { said: all, differing: [] }])),
  unreadable: [],
});

describe('what all languages share', () => {
  test('takes the notice for everybody, else the first', () => {
    const [first, everybody] = [said('© A', { lang: 'vi' }), said('© B', { lang: 'x-default' })];
    expect(factsInFile(record({ notice: [first, everybody] }))).toEqual({ copyright: '© B' });
    expect(factsInFile(record({ notice: [first] }))).toEqual({ copyright: '© A' });
    expect(factsInFile(record({}))).toEqual({});
  });

  test('has dates as far as they are known, and none that is none', () => {
    const of = (date: string) => factsInFile(record({ digitised: [said(date)] })).digitised;
    expect(['2018', '2018-05', '2018-05-19T10:00+07:00', '2018-02-31'].map(of)).toEqual([
      ...['2018', '2018-05', '2018-05-19'],
      undefined,
    ]);
  });

  test('has terms that its vocabularies know', () => {
    const of = (sourceType: string, modelRelease: string) =>
      factsInFile(record({ sourceType: [said(sourceType)], modelRelease: [said(modelRelease)] }));
    expect(of('digitalArt', 'MR-LMR')).toEqual({ sourceType: 'digitalArt', modelRelease: 'MR-LMR' });
    expect(of('photograph', 'PR-NON')).toEqual({});
  });

  test('leaves out a list of which one item is in doubt, and what is too long or too much', () => {
    expect(factsInFile(record({ keywords: [said('hoa'), doubtful('Chî')], licensor: [doubtful('B¶o')] }))).toEqual({});
    expect(factsInFile(record({ keywords: [said('hoa'), said('x'.repeat(151))] }))).toEqual({ keywords: ['hoa'] });
    expect(factsInFile(record({ placeCreated: [said('x'.repeat(501))] }))).toEqual({});
    const many = Array.from({ length: 120 }, (_, index) => said(`từ ${index}`));
    expect(factsInFile(record({ keywords: many })).keywords).toHaveLength(100);
  });
});

describe('what is said in one language', () => {
  const event = [said('Fair', { lang: 'x-default' }), said('Hội', { lang: 'vi' }), said('Fair', { lang: 'en' })];

  test('lands in that language, and in no other', () => {
    expect(wordsInFile(record({ event }), 'vi', true)).toEqual({ event: 'Hội' });
    expect(wordsInFile(record({ event }), 'en', false)).toEqual({ event: 'Fair' });
    expect(wordsInFile(record({ event }), 'fr', true)).toEqual({});
    expect(wordsInFile(record({ event: [said('花会', { lang: 'zh-Hans' })] }), 'zh', false)).toEqual({ event: '花会' });
  });

  test('where none is named it is taken to be in the language of the intake', () => {
    const free = record({ headline: [said('Mai nở')] });
    expect([wordsInFile(free, 'vi', true), wordsInFile(free, 'vi', false)]).toEqual([{ headline: 'Mai nở' }, {}]);
  });

  test('waits for somebody where it may be in an older encoding, and is never cut', () => {
    expect(wordsInFile(record({ headline: [doubtful('Chî BÕn Thµnh')] }), 'vi', true)).toEqual({});
    expect(wordsInFile(record({ headline: [said('x'.repeat(301))] }), 'vi', true)).toEqual({});
  });
});
