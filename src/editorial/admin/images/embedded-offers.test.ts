import { expect, test } from 'vitest';
import { readFileWords, type SaidWords } from './embedded-answer.ts';
import { type Form, offersOf } from './embedded-offers.ts';

const said = (text: string, more: Partial<SaidWords> = {}): SaidWords => ({ source: 'xmp', lang: '', text, ...more });
const tcvn3 = (text: string) => ({ form: 'tcvn3' as const, text, certainty: 0.9 });
const offers = (property: string, values: SaidWords[], differing: SaidWords[] = [], form: Form = 'upload') =>
  offersOf({ values: { [property]: { said: values, differing } }, unreadable: [] }, form);
const takes = (property: string, ...values: SaidWords[]) => offers(property, values).map(({ take }) => take);

test('a text goes into the field of its language, and into any where the file names none', () => {
  expect(takes('title', said('市场', { lang: 'zh-Hans' }), said('市場', { lang: 'zh-Hant' }), said('Chợ'))).toEqual([
    { target: 'title', value: '市场', locales: ['zh'] },
    { target: 'title', value: '市場', locales: [] },
    { target: 'title', value: 'Chợ', locales: ['vi', 'en', 'fr', 'zh'] },
  ]);
});

test('the text for no language is offered once when it is that of a language', () => {
  const texts = [said('Chợ', { lang: 'x-default' }), said('Chợ', { lang: 'vi' })];
  expect(offers('caption', texts).map(({ lang }) => lang)).toEqual(['vi']);
});

test('of legacy text the reading is offered, the original stays beside it', () => {
  const [offer] = offers('caption', [said('Chî BÕn Thµnh', { legacy: tcvn3('Chợ Bến Thành') })]);
  expect(offer).toMatchObject({
    text: 'Chî BÕn Thµnh',
    legacy: { form: 'tcvn3' },
    take: { target: 'caption', value: 'Chợ Bến Thành', locales: ['vi'] },
  });
});

test('several creators are one text, of which one may be in doubt', () => {
  const [offer] = offers('creator', [said('An'), said('NguyÔn V¨n B¶y', { legacy: tcvn3('Nguyễn Văn Bảy') })]);
  expect(offer).toMatchObject({ text: 'An, NguyÔn V¨n B¶y', take: { value: 'An, Nguyễn Văn Bảy' } });
});

test('a date is taken as far as the field goes, rights only as a statement that there is', () => {
  expect(takes('created', said('2018-05-19T10:00+07:00'))[0]).toMatchObject({ target: 'takenOn', value: '2018-05-19' });
  const by = 'https://creativecommons.org/licenses/by/4.0/deed.vi';
  expect(takes('webStatement', said(by), said('https://example.org/'))).toEqual([
    { target: 'rights', value: 'http://creativecommons.org/licenses/by/4.0/', locales: [] },
    null,
  ]);
});

test('what has no field is shown, with what is said otherwise', () => {
  expect(offers('persons', [said('Lan'), said('Mai')], [said('Lana', { source: 'iim' })])).toMatchObject([
    { text: 'Lan, Mai', take: null, differing: [{ text: 'Lana' }] },
  ]);
});

test('the page of a picture has fields that the upload form has not', () => {
  const on = (form: Form, property: string, ...values: SaidWords[]) => offers(property, values, [], form)[0]?.take;
  const headline = said('Mai nở', { lang: 'vi' });
  expect([on('upload', 'headline', headline)?.target, on('page', 'headline', headline)?.target]).toEqual([
    'title',
    'headline',
  ]);
  expect(on('upload', 'keywords', said('hoa'))).toBeNull();
  const words = [said('hoa'), said('Chî', { legacy: tcvn3('Chợ') })];
  expect(on('page', 'keywords', ...words)).toEqual({ target: 'keywords', value: ['hoa', 'Chợ'], locales: [] });
  expect(on('page', 'notice', said('© A', { lang: 'en' }))).toEqual({ target: 'copyright', value: '© A', locales: [] });
  expect(on('page', 'event', said('Hội', { lang: 'vi' }))).toEqual({ target: 'event', value: 'Hội', locales: ['vi'] });
  expect(on('page', 'sourceType', said('print'))?.value).toBe('print');
  expect(on('page', 'sourceType', said('photograph'))).toBeNull();
});

test('an answer that is none is no answer', () => {
  expect(readFileWords({ embedded: { values: {}, unreadable: [] } })).toEqual({ values: {}, unreadable: [] });
  expect(readFileWords({ doc: {} })).toBeNull();
  expect(readFileWords(null)).toBeNull();
});
