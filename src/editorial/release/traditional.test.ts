import { describe, expect, it } from 'vitest';
import { openToTraditional } from '#translation/script/to-traditional.ts';
import { buildRecord } from './build-record.ts';

const at = '2026-03-01T08:00:00.000Z';
const stored = (name: string) => ({
  id: '1',
  createdAt: at,
  updatedAt: at,
  name: { vi: 'Văn hóa', zh: name },
  slug: { vi: 'van-hoa', zh: 'wenhua' },
  formerSlugs: { zh: ['wen-hua'], vi: ['cu'] },
  summary: { zh: '头发' },
});
const build = (name: string, names = openToTraditional([])) =>
  buildRecord('topics', stored(name), { locales: ['vi', 'zh'], resolve: () => null, traditional: names });

describe('the record of what is written in Simplified Chinese', () => {
  it('has it in Traditional too, labelled, at the same name and with the same names of before', () => {
    const { editions, formerSlugs, faults } = build('文化发展');
    expect(Object.keys(editions)).toEqual(['vi', 'zh-Hans', 'zh-Hant']);
    const [simplified] = editions['zh-Hans'] ?? [];
    expect(editions['zh-Hant']).toEqual([
      { ...simplified, title: '文化發展', summary: '頭髮', converted: { from: 'zh-Hans' } },
    ]);
    expect(formerSlugs).toEqual({ vi: ['cu'], 'zh-Hans': ['wen-hua'], 'zh-Hant': ['wen-hua'] });
    expect(faults).toEqual([]);
  });

  it('has it in Simplified alone where a name makes it too long, and says so', () => {
    const names = openToTraditional([{ simplified: '滨城', traditional: '濱城'.repeat(20) }]);
    const { editions, formerSlugs, faults } = build(`${'文'.repeat(490)}滨城`, names);
    expect(Object.keys(editions)).toEqual(['vi', 'zh-Hans']);
    expect(Object.keys(formerSlugs)).toEqual(['vi', 'zh-Hans']);
    expect(faults).toEqual([{ locale: 'zh', code: 'conversion-invalid', field: 'title' }]);
  });

  it('has what people wrote alone where nothing else is asked for', () => {
    const written = buildRecord('topics', stored('发展'), { locales: ['zh'], resolve: () => null, traditional: null });
    expect(Object.keys(written.editions)).toEqual(['zh-Hans']);
  });
});
