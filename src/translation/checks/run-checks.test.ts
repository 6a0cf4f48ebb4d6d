import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { studioLocales } from '#languages/locales.ts';
import { type Content, plainText } from '../content.ts';
import { runChecks } from './run-checks.ts';

const pair = (
  source: string,
  target: string,
  sourceLocale: 'vi' | 'en' | 'fr' | 'zh',
  targetLocale: 'vi' | 'en' | 'fr' | 'zh',
) => ({
  source: [{ text: source }],
  target: [{ text: target }],
  sourceLocale,
  targetLocale,
  role: 'paragraph' as const,
});

const codesOf = (...args: Parameters<typeof pair>) => runChecks(pair(...args)).map(({ check }) => check);

describe('a good translation', () => {
  test.each([
    ['Chợ Bến Thành mở cửa lúc 7 giờ 30 sáng ngày 3/5/2026, giá vé 50.000 đồng.', 'vi'],
    ['Bến Thành Market opens at 7.30 am on May 3, 2026; tickets are VND 50,000.', 'en'],
    ['Le marché Bến Thành ouvre le 3 mai 2026 à 7 h 30\u202f; l’entrée coûte 50 000 dongs.', 'fr'],
    ['滨城市场2026年5月3日早上7点30分开放，门票5万越盾。', 'zh'],
  ] as const)('into any language, of %s, has nothing to tell', (source, from) => {
    const said = {
      vi: 'Chợ Bến Thành mở cửa lúc 7 giờ 30 sáng ngày 3 tháng 5 năm 2026, giá vé 50 nghìn đồng.',
      en: 'Bến Thành Market opens at 7:30 a.m. on 3 May 2026; tickets are 50,000 dong.',
      fr: 'Le marché Bến Thành ouvre à 7h30 le 3 mai 2026\u202f; le billet coûte 50\u202f000 dongs.',
      zh: '滨城市场于2026年5月3日上午7:30开放，门票为50000越盾。',
    };
    for (const to of studioLocales.filter((locale) => locale !== from))
      expect(codesOf(source, said[to], from, to)).toEqual([]);
  });
});

describe('a finding', () => {
  test('says where it is and what it is about, in the words of the texts', () => {
    expect(runChecks(pair('Open from 3 May 2026.', 'Mở cửa từ ngày 3 tháng 6 năm 2026.', 'en', 'vi'))).toEqual([
      {
        check: 'dates',
        severity: 'warns',
        says: 'fact-other',
        side: 'target',
        start: 15,
        end: 33,
        values: { source: '3 May 2026', target: '3 tháng 6 năm 2026' },
      },
    ]);
  });

  test('of something that is lost points into the source', () => {
    const [found] = runChecks(pair('Call 1022, line 7.', 'Gọi 1022.', 'en', 'vi'));
    expect(found).toMatchObject({ check: 'numbers', says: 'fact-lost', side: 'source', start: 16, end: 17 });
  });

  test('tells that nothing is there, and nothing else', () => {
    expect(codesOf('Tickets are VND 50,000.', ' … ', 'en', 'vi')).toEqual(['empty']);
    expect(codesOf('—', '', 'en', 'vi')).toEqual([]);
  });

  test('of a wrong language stands for all that this language lacks', () => {
    const text = 'The museum is closed: it will be open again for the festival.';
    expect(codesOf('Bảo tàng đóng cửa.', text, 'vi', 'fr')).toEqual(['wrong-language']);
  });

  test('of a name is as grave as its entry says', () => {
    const finding = {
      fault: 'forbidden' as const,
      side: 'target' as const,
      start: 0,
      end: 6,
      conceptId: 'city',
      found: 'Saigon',
      instead: [],
    };
    for (const stops of [true, false]) {
      const [told] = runChecks({ ...pair('Thành phố', 'Saigon', 'vi', 'en'), terms: [{ ...finding, stops }] });
      expect(told).toMatchObject({ says: 'forbidden-names-forbidden-alone', severity: stops ? 'stops' : 'warns' });
    }
  });
});

describe('what must not be touched', () => {
  test.each([
    ['https://a.vn/?q=1:2;3', 'fr'],
    ['à 19:30', 'fr'],
    ['https://a.vn/?q=1,2;3', 'zh'],
    ['19:30', 'zh'],
  ] as const)('%s (%s) has nothing wrong with its marks', (text, locale) => {
    expect(codesOf(text, text, locale === 'fr' ? 'zh' : 'fr', locale)).toEqual([]);
  });

  test('code within a sentence is left alone', () => {
    const target: Content = [
      { text: '运行' },
      { code: 'open', id: '1', kind: 'code' },
      { text: '命令,参数' },
      { code: 'close', id: '1' },
    ];
    const found = runChecks({ ...pair('', '', 'zh', 'zh'), source: target, target });
    expect(found).toEqual([]);
  });
});

describe('the tones of Vietnamese', () => {
  const tonesOf = (target: string, tones?: 'first' | 'second') =>
    runChecks({ ...pair('', target, 'en', 'vi'), ...(tones ? { tones } : {}) }).map(({ values }) => values.found);

  test('follow the document', () => {
    expect(tonesOf('hoà bình', 'first')).toEqual(['hoà']);
    expect(tonesOf('hoà bình', 'second')).toEqual([]);
    expect(tonesOf('hòa bình', 'second')).toEqual(['hòa']);
  });

  test('of a segment by itself follow its majority', () => {
    expect(tonesOf('hoà bình, khoẻ mạnh, hòa nhạc')).toEqual(['hòa']);
  });

  test('are found where they stand, composed or not', () => {
    const text = 'hoà, hòa hoa, hoạ'.normalize('NFD');
    const [, found] = runChecks(pair('', text, 'en', 'vi'));
    expect(text.slice(found?.start, found?.end).normalize('NFC')).toBe('hòa');
  });
});

const words = fc.constantFrom(
  ...[
    'chợ',
    'market',
    'marché',
    '市场',
    'hòa',
    'hoà',
    '16',
    '%',
    '3/5/2026',
    '万',
    'mười lăm',
    '«',
    '»',
    '“',
    '”',
    '"',
    ' ',
    '\n',
  ],
  ...[
    '!',
    '？',
    ',',
    '，',
    'https://a.vn',
    'a@b.vn',
    '1369/QĐ-UBND',
    'ð',
    '\u0301',
    '\ud800',
    '\u200b',
    'а',
    '的的',
    'the the',
  ],
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(words, { maxLength: 16 }).map((all) => all.join('')),
);
const content = fc.array(
  fc.oneof(
    text.map((one) => ({ text: one })),
    fc.constantFrom<Content[number]>(
      { code: 'open', id: '1', kind: 'bold' },
      { code: 'close', id: '1' },
      { code: 'open', id: '2', kind: 'code' },
      { code: 'close', id: '2' },
      { code: 'single', id: '3', kind: 'break' },
      { code: 'single', id: '4', kind: 'object' },
    ),
  ),
  { maxLength: 8 },
);
const locale = fc.constantFrom(...studioLocales);

test('whatever is written, every finding stands within its text', () => {
  fc.assert(
    fc.property(content, content, locale, locale, (source, target, sourceLocale, targetLocale) => {
      const lengths = { source: plainText(source).length, target: plainText(target).length };
      for (const found of runChecks({ source, target, sourceLocale, targetLocale, role: 'text', limit: 12 })) {
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeGreaterThanOrEqual(found.start);
        expect(found.end).toBeLessThanOrEqual(lengths[found.side]);
      }
    }),
    { numRuns: 600 },
  );
});

test('a text that is compared with itself in its language has all its facts', () => {
  const ofFacts = [
    'numbers',
    'dates',
    'times',
    'amounts',
    'percentages',
    'units',
    'addresses',
    'number-words',
    'codes',
  ];
  fc.assert(
    fc.property(text, locale, (one, language) => {
      const found = runChecks(pair(one, one, language, language)).map(({ check }) => check);
      expect(found.filter((check) => ofFacts.includes(check))).toEqual([]);
    }),
  );
});
