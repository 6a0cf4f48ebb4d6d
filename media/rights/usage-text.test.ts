import { expect, test } from 'vitest';
import { publicLocales, writtenLocales } from '#languages/locales.ts';
import { viewerWords } from '#locales/viewer-words.ts';
import { territoryCodes } from './territories.ts';
import { termsWithUsage, usageText, usageWordKeys, usesText } from './usage-text.ts';

test('says in each language what is allowed, what is not, and where', () => {
  const usage = { uses: ['web', 'print'], territories: ['VN', 'LA', 'ASEAN'] } as const;
  expect(publicLocales.map((locale) => usageText(usage, viewerWords[locale], locale))).toEqual([
    'Được dùng cho: trang web và in ấn. Không được dùng cho: mạng xã hội và mục đích thương mại. Chỉ tại: Việt Nam, Lào và ASEAN.',
    'Allowed: web and print. Not allowed: social media and commercial use. Only in: Vietnam, Laos, and ASEAN.',
    'Autorisé\u00a0: web et imprimé. Non autorisé\u00a0: réseaux sociaux et usage commercial. Uniquement\u00a0: Viêt Nam, Laos et ASEAN.',
    '允许：网站和印刷。不允许：社交媒体和商业用途。仅限：越南、老挝和ASEAN。',
    '允許：網站和印刷。不允許：社交媒體和商業用途。僅限：越南、老撾和ASEAN。',
  ]);
});

test('says nothing where nothing is limited, and no more than is', () => {
  const english = (usage: Parameters<typeof usageText>[0]) => usageText(usage, viewerWords.en, 'en');
  expect(english({ uses: null, territories: null })).toBeNull();
  expect(english({ uses: null, territories: ['VN'] })).toBe('Only in: Vietnam.');
  expect(usesText(['web', 'print', 'social', 'commercial'], viewerWords.en, 'en')).toBe(
    'Allowed: web, print, social media, and commercial use.',
  );
  expect(english({ uses: null, territories: ['$& {{uses}}'] })).toBe('Only in: $& {{uses}}.');
});

test('stands below terms that are written, in their languages alone; without any in all languages', () => {
  const usage = { uses: ['web'], territories: null } as const;
  expect(termsWithUsage({ vi: 'Ghi nguồn' }, usage, viewerWords)).toEqual({
    vi: 'Ghi nguồn\nĐược dùng cho: trang web. Không được dùng cho: in ấn, mạng xã hội và mục đích thương mại.',
  });
  expect(Object.keys(termsWithUsage({}, usage, viewerWords))).toEqual([...writtenLocales]);
  const terms = { vi: 'Ghi nguồn', en: 'Name us' };
  expect(termsWithUsage(terms, { uses: null, territories: null }, viewerWords)).toEqual(terms);
});

test('a file never says so much of territories that it loses what it says of rights', () => {
  const english = (territories: string[]) => termsWithUsage({}, { uses: null, territories }, viewerWords).en;
  expect(english([...territoryCodes])).toBe(`Only in: ${territoryCodes.join(', ')}.`);
  const words = Array.from({ length: 300 }, (_, index) => `${index} ${'x'.repeat(90)}`);
  const text = english(words) ?? '';
  expect(text).toMatch(/^Only in: 0 x{90}, 1 x{90}.*x{90}…\.$/);
  expect(text.length).toBeLessThan(1100);
});

test('every word is there', () => {
  for (const locale of publicLocales) expect(usageWordKeys.filter((key) => !viewerWords[locale][key])).toEqual([]);
});
