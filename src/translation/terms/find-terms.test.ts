import { describe, expect, it } from 'vitest';
import type { StudioLocale } from '#languages/locales.ts';
import type { Concept, TermForm } from './concept.ts';
import { findTerms } from './find-terms.ts';
import { buildTermIndex } from './term-index.ts';

const day = '2026-11-27';
const form = (locale: StudioLocale, term: string, more: Partial<TermForm> = {}): TermForm => ({
  locale,
  term,
  status: 'approved',
  stops: false,
  ...more,
});
const concept = (id: string, ...forms: TermForm[]): Concept => ({ id, kind: 'office', forms });

const found = (forms: TermForm[], text: string, locale: StudioLocale = forms[0]?.locale ?? 'vi', on = day) =>
  findTerms(buildTermIndex(forms.map((one, n) => concept(String(n), one))), text, locale, on).map(
    ({ standing, start, end }) => `${standing}: ${text.slice(start, end)}`,
  );

describe('findTerms', () => {
  it('finds whole words only, syllables of Vietnamese too', () => {
    const office = form('vi', 'Sở Ngoại vụ');
    expect(found([office], 'Sở Ngoại vụ họp với Sở Ngoại vụTP, (Sở\u00a0Ngoại\nvụ).')).toEqual([
      'approved: Sở Ngoại vụ',
      'approved: Sở\u00a0Ngoại\nvụ',
    ]);
    expect(found([form('vi', 'Ngoại vụ')], 'Đối Ngoại vụn')).toEqual([]);
  });

  it('takes marks for part of a word', () => {
    expect(found([form('vi', 'Bến Thành')], 'chợ Ben Thanh, chợ Bên Thanh')).toEqual([]);
    expect(found([form('vi', 'Ben Thanh', { status: 'forbidden' })], 'chợ Bến Thành, chợ Ben Thanh')).toEqual([
      'forbidden: Ben Thanh',
    ]);
  });

  it('knows one word in each form of Unicode, and with its tone in each place', () => {
    expect(found([form('vi', 'Ủy ban Hòa giải')], 'Uỷ ban Hoà giải')).toEqual(['approved: Uỷ ban Hoà giải']);
    const decomposed = 'Bến Thành'.normalize('NFD');
    expect(found([form('vi', 'Bến Thành')], `ở ${decomposed}!`)).toEqual([`approved: ${decomposed}`]);
  });

  it('asks for a capital where the form has one, and for none where it has none', () => {
    expect(found([form('vi', 'Hòa Bình')], 'vì hòa bình, tỉnh Hòa Bình, HÒA BÌNH')).toEqual([
      'approved: Hòa Bình',
      'approved: HÒA BÌNH',
    ]);
    expect(found([form('en', 'WHO')], 'those who met the WHO, Who')).toEqual(['approved: WHO']);
    expect(found([form('en', 'ward')], 'Ward 1, a ward, THE WARD')).toHaveLength(3);
  });

  it('keeps the longest of names that overlap, wherever it begins', () => {
    const forms = [
      form('en', 'Saigon', { status: 'forbidden' }),
      form('en', 'Saigon Port Museum'),
      form('en', 'Old Saigon', { status: 'allowed' }),
    ];
    expect(found(forms, 'Old Saigon Port Museum in Saigon')).toEqual([
      'approved: Saigon Port Museum',
      'forbidden: Saigon',
    ]);
  });

  it('finds names in Chinese, which has no spaces', () => {
    expect(found([form('zh', '人民委员会'), form('zh', '委员会')], '胡志明市人民委员会今天')).toEqual([
      'approved: 人民委员会',
    ]);
    expect(found([form('zh', 'TP.HCM 港')], '在TP.HCM港口')).toEqual(['approved: TP.HCM港']);
  });

  it('knows simple plurals of English and French, and French elisions', () => {
    expect(found([form('en', 'People’s Committee')], "two People's Committees")).toEqual([
      "approved: People's Committees",
    ]);
    expect(found([form('en', 'city'), form('en', 'class')], 'cities, classes')).toHaveLength(2);
    expect(found([form('fr', 'Comité populaire')], 'des Comités populaires')).toHaveLength(1);
    expect(found([form('fr', 'Hôtel de ville'), form('fr', 'canal')], 'à l’Hôtel de ville, les canaux')).toHaveLength(
      2,
    );
    expect(found([form('vi', 'can')], 'cans')).toEqual([]);
  });

  it('leaves addresses of web and mail alone', () => {
    expect(found([form('en', 'saigon')], 'https://saigon.example/saigon news@saigon.example Saigon')).toEqual([
      'approved: Saigon',
    ]);
  });

  it('judges by the day', () => {
    const old = form('vi', 'Công xã Paris', { validUntil: '2025-06-30' });
    const now = form('vi', 'Quảng trường Mới', { validFrom: '2025-07-01' });
    expect(found([old], 'Công xã Paris', 'vi', '2025-06-30')).toEqual(['approved: Công xã Paris']);
    expect(found([old], 'Công xã Paris', 'vi', '2025-07-01')).toEqual(['obsolete: Công xã Paris']);
    expect(found([now], 'Quảng trường Mới', 'vi', '2025-06-30')).toEqual(['early: Quảng trường Mới']);
    const forbidden = form('vi', 'Cũ', { status: 'forbidden', validFrom: '2026-01-01' });
    expect(found([forbidden], 'Cũ', 'vi', '2025-12-31')).toEqual([]);
  });

  it('tells every concept that bears a name', () => {
    expect(found([form('vi', 'Nguyễn Huệ'), form('vi', 'Nguyễn Huệ')], 'đường Nguyễn Huệ')).toHaveLength(2);
  });

  it('takes a form that is written exactly so before one that is not', () => {
    const forms = [form('vi', 'Ủy ban nhân dân'), form('vi', 'Ủy Ban Nhân Dân', { status: 'forbidden' })];
    expect(found(forms, 'Ủy Ban Nhân Dân')).toEqual(['forbidden: Ủy Ban Nhân Dân']);
    expect(found(forms, 'Ủy ban nhân dân')).toEqual(['approved: Ủy ban nhân dân']);
    expect(found(forms, 'ỦY BAN NHÂN DÂN')).toEqual(['approved: ỦY BAN NHÂN DÂN']);
  });

  it('finds what it found, however many words texts have had before', () => {
    const index = buildTermIndex([concept('a', form('en', 'City Ward'))]);
    const words = (from: number) => Array.from({ length: 40_000 }, (_, n) => `w${from + n}x`).join(' ');
    for (const from of [0, 40_000, 80_000, 0]) {
      const text = `City Wards ${words(from)} City Ward`;
      expect(findTerms(index, text, 'en', day).map(({ start }) => start)).toEqual([0, text.length - 9]);
    }
  });

  it('reads characters of two units as what they are: letters of a word, or Chinese', () => {
    expect(found([form('zh', '𠮷野家')], '在𠮷野家门口')).toEqual(['approved: 𠮷野家']);
    expect(found([form('en', 'a𝐛c Hall')], 'in a𝐛c Hall, not xa𝐛c Hall, a𝐛cd Hall')).toEqual(['approved: a𝐛c Hall']);
    expect(found([form('en', 'Hall')], 'Hall🏛 Hall')).toHaveLength(2);
  });
});
