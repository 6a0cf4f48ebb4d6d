import { describe, expect, test } from 'vitest';
import { publicLocales } from '#languages/locales.ts';
import { isTerritoryCode, territoryCodes, territoryName, territoryOf } from './territories.ts';

test('every code of ISO 3166-1 has a name in every language, by which it is found', () => {
  expect([territoryCodes.length, new Set(territoryCodes).size]).toEqual([249, 249]);
  for (const code of territoryCodes)
    for (const locale of publicLocales) {
      const name = territoryName(code, locale);
      expect(name).not.toBe(code);
      expect(territoryOf(name), name).toBe(code);
    }
});

describe('what a curator has written', () => {
  test.each([
    ['VN', 'VN'],
    ['vn', 'VN'],
    [' Viet  Nam ', 'VN'],
    ['Vietnam', 'VN'],
    ['việt nam', 'VN'],
    ['Viêt Nam', 'VN'],
    ['越南', 'VN'],
    ['Áo', 'AT'],
  ])('%s is %s', (written, code) => {
    expect(territoryOf(written)).toBe(code);
  });

  test.each(['Ao', 'EU', 'UK', 'ZZ', 'Vn', 'Toàn thế giới', 'ASEAN', '<b>', ''])('%s stays as it is', (written) => {
    expect(territoryOf(written)).toBe(written);
    expect(isTerritoryCode(written)).toBe(false);
    expect(territoryName(written, 'en')).toBe(written);
  });
});

test('is told in the language of the reader', () => {
  const names = (code: string) => publicLocales.map((locale) => territoryName(code, locale));
  expect(names('VN')).toEqual(['Việt Nam', 'Vietnam', 'Viêt Nam', '越南', '越南']);
  expect(names('LA').slice(-2)).toEqual(['老挝', '老撾']);
});
