import hongKong from 'opencc-js/dict/HKVariants';
import toTraditional from 'opencc-js/dict/STCharacters';
import toSimplified from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariants';
import { describe, expect, it } from 'vitest';
import { inOneScript } from './one-script.ts';
import { askedWords, searchable } from './search-words.ts';

const pairs = [hongKong, toTraditional, toSimplified, taiwan].flatMap((dictionary) =>
  dictionary.split('|').map((entry) => entry.split(' ') as [string, string]),
);

describe('Chinese in one script', () => {
  it.each([
    ['頭髮發展', '头发发展'],
    ['後面裡麵乾幹', '后面里面干干'],
    ['裏裡衆眾爲為綫線着著', '里里众众为为线线着着'],
    ['乾隆皇后', '干隆皇后'],
    ['餘、馀、余', '余、余、余'],
  ])('%s is %s', (text, one) => {
    expect(inOneScript(text)).toBe(one);
  });

  it('is the same for each pair of characters that stand for each other', () => {
    expect(pairs.length).toBeGreaterThan(7000);
    expect(pairs.filter(([one, other]) => inOneScript(one) !== inOneScript(other))).toEqual([]);
  });

  it('does not change when it is made again, and leaves other writing alone', () => {
    const all = pairs.flat().join('');
    expect(inOneScript(inOneScript(all))).toBe(inOneScript(all));
    expect(inOneScript('Chợ Bến Thành 2026 カタカナ 한국어 😀')).toBe('Chợ Bến Thành 2026 カタカナ 한국어 😀');
  });
});

describe('readers of either script', () => {
  it.each([
    ['濱城市場', '滨城市场'],
    ['滨城市场', '濱城市場'],
    ['發展', '城市发展'],
    ['头发', '長頭髮'],
  ])('who ask for %s find %s', (asked, text) => {
    const words = searchable(text).folded.split(' ');
    expect(askedWords(asked).folded.filter((word) => !words.includes(word))).toEqual([]);
  });

  it('find what is written as they have typed it first', () => {
    expect(searchable('濱城').exact).toContain('濱城');
    expect(askedWords('濱城')).toEqual({ exact: ['濱城'], folded: ['滨城'] });
  });
});
