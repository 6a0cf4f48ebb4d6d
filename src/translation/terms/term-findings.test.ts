import { describe, expect, it } from 'vitest';
import type { StudioLocale } from '#languages/locales.ts';
import type { Concept, TermForm } from './concept.ts';
import { type NamedPair, termFindings } from './term-findings.ts';
import { buildTermIndex } from './term-index.ts';

const form = (locale: StudioLocale, term: string, more: Partial<TermForm> = {}): TermForm => ({
  locale,
  term,
  status: 'approved',
  stops: false,
  ...more,
});

const market: Concept = {
  id: 'market',
  kind: 'place',
  forms: [
    form('vi', 'chợ Bến Thành'),
    form('en', 'Bến Thành Market', { stops: true }),
    form('en', 'Ben Thanh Market', { status: 'allowed' }),
    form('zh', '滨城市场'),
    form('zh', '边城市场', { status: 'forbidden', reason: 'Nghe nhầm.', stops: true }),
    form('fr', 'marché Bến Thành', { validFrom: '2026-01-01' }),
    form('fr', 'Halles centrales', { validUntil: '2025-12-31' }),
  ],
};
const street: Concept = { id: 'street', kind: 'street', forms: [form('vi', 'Lê Lợi'), form('en', 'Lê Lợi Street')] };
const king: Concept = { id: 'king', kind: 'person', forms: [form('vi', 'Lê Lợi'), form('en', 'King Lê Lợi')] };
const index = buildTermIndex([market, street, king]);

const told = (source: string, target: string, locale: StudioLocale, day = '2026-11-27') => {
  const pair: NamedPair = { source: { text: source, locale: 'vi' }, target: { text: target, locale }, day };
  return termFindings(index, pair).map(({ fault, found, instead }) => `${fault} ${found} → ${instead.join(' / ')}`);
};

describe('termFindings', () => {
  it('tells of an official name that the translation does not name, once', () => {
    expect(told('Chợ Bến Thành và chợ Bến Thành', 'the market', 'en')).toEqual([
      'missing Chợ Bến Thành → Bến Thành Market / Ben Thanh Market',
    ]);
  });

  it('is content with any form in use, in any capitals', () => {
    expect(told('chợ Bến Thành', 'the BEN THANH market', 'en')).toEqual([]);
    expect(told('chợ Bến Thành', '在滨城市场', 'zh')).toEqual([]);
  });

  it('tells of a forbidden form with its reason, and not of the right one as well', () => {
    const pair: NamedPair = {
      source: { text: 'ở chợ Bến Thành', locale: 'vi' },
      target: { text: '在边城市场', locale: 'zh' },
      day: '2026-11-27',
    };
    expect(termFindings(index, pair)).toEqual([
      {
        fault: 'forbidden',
        side: 'target',
        start: 1,
        end: 5,
        conceptId: 'market',
        found: '边城市场',
        instead: ['滨城市场'],
        reason: 'Nghe nhầm.',
        stops: true,
      },
    ]);
  });

  it('tells of names out of their time, with the day of the change', () => {
    expect(told('chợ', 'aux Halles centrales', 'fr')).toEqual(['obsolete Halles centrales → marché Bến Thành']);
    expect(told('chợ', 'le marché Bến Thành', 'fr', '2025-06-01')).toEqual([
      'early marché Bến Thành → Halles centrales',
    ]);
    const target = { text: 'Halles centrales', locale: 'fr' } as const;
    expect(termFindings(index, { target, day: '2026-11-27' })[0]?.since).toBe('2026-01-01');
  });

  it('stops where the entry says so', () => {
    const source = { text: 'chợ Bến Thành', locale: 'vi' } as const;
    const stops = (text: string, locale: StudioLocale) =>
      termFindings(index, { source, target: { text, locale }, day: '2026-11-27' })[0]?.stops;
    expect(stops('the market', 'en')).toBe(true);
    expect(stops('市场', 'zh')).toBe(false);
  });

  it('asks for one of the things that share a name', () => {
    expect(told('đường Lê Lợi', 'on Lê Lợi Street', 'en')).toEqual([]);
    expect(told('đường Lê Lợi', 'on the street', 'en')).toEqual(['missing Lê Lợi → Lê Lợi Street / King Lê Lợi']);
  });

  it('says nothing where the language has no name, or nothing is written yet', () => {
    expect(told('đường Lê Lợi', 'la rue', 'fr')).toEqual([]);
    expect(told('chợ Bến Thành', '', 'en')).toEqual([]);
  });
});
