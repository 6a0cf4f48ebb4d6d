import fc from 'fast-check';
import { ConverterBuilder } from 'opencc-js/core';
import characters from 'opencc-js/dict/STCharacters';
import phrases from 'opencc-js/dict/STPhrases';
import variants from 'opencc-js/dict/TWVariants';
import * as forth from 'opencc-js/preset/cn2t';
import * as back from 'opencc-js/preset/t2cn';
import { describe, expect, it } from 'vitest';
import { inOneScript } from '#languages/one-script.ts';
import { chineseTexts } from '../../../test/support/chinese-texts.ts';
import { cityNames } from './city-names.ts';
import { openToTraditional } from './to-traditional.ts';

const texts = chineseTexts();
const plain = openToTraditional([]);
const lengthOf = (text: string): number => [...text].length;

/** Characters that stand in Simplified alone: those that no conversion ever gives. */
const given = new Set(
  [phrases, characters, variants].flatMap((one) => one.split('|')).flatMap((entry) => [...(entry.split(' ')[1] ?? '')]),
);
const simplifiedAlone = new Set(
  characters.split('|').flatMap((entry) => {
    const [source = '', value] = entry.split(' ');
    return source === value || given.has(source) ? [] : [source];
  }),
);

/** What comes back otherwise, as Simplified has two ways to write it or has merged it: 好象 and 好像, 俱 and 具, 著 and 着, 于 as a name. */
const ambiguous = new Set(['象像', '俱具', '著着', '著著', '于於', '于于']);

describe.skipIf(texts.length === 0)('real translations', () => {
  const converter = ConverterBuilder(forth)({ from: 'cn', to: 'tw' });
  const toSimplified = ConverterBuilder(back)({ from: 'tw', to: 'cn' });

  it('come out as OpenCC itself has them, but where a phrase of it ends in the middle of a word', () => {
    expect(texts.length).toBeGreaterThan(1000);
    const others = texts.flatMap((text) => {
      const [ours, theirs] = [[...plain.text(text)], [...converter(text)]];
      const at = ours.findIndex((one, index) => one !== theirs[index]);
      return at === -1 ? [] : [`${theirs.slice(at - 1, at + 2).join('')} ${ours.slice(at - 1, at + 2).join('')}`];
    });
    expect(others.sort()).toEqual(['上籤署 上簽署', '官准備 官準備', '會盡可 會儘可', '浪衝走 浪沖走']);
  });

  it('have no character that stands in Simplified alone, and as many characters as before', () => {
    const all = texts.map((text) => [text, plain.text(text)] as const);
    expect(all.filter(([, made]) => [...made].some((one) => simplifiedAlone.has(one)))).toEqual([]);
    expect(all.filter(([text, made]) => lengthOf(text) !== lengthOf(made))).toEqual([]);
    expect(simplifiedAlone.size).toBeGreaterThan(2000);
  });

  it('come back as they were, but for the few characters that are known not to', () => {
    const others = texts.flatMap((text) => {
      const again = [...toSimplified(plain.text(text))];
      return [...text].flatMap((one, at) => (one === again[at] ? [] : [`${one}${again[at]}`]));
    });
    expect([...new Set(others)].filter((pair) => !ambiguous.has(pair))).toEqual([]);
    expect(others.length).toBeLessThan(20);
  });

  it('are found by readers of either script', () => {
    expect(texts.filter((text) => inOneScript(text) !== inOneScript(plain.text(text)))).toEqual([]);
  });

  it('are the same however formatting divides them, each part as long as before', () => {
    const named = openToTraditional(cityNames);
    const cuts = fc.array(fc.nat({ max: 200 }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...texts), cuts, (text, places) => {
        const sorted = [0, ...places.map((at) => at % (text.length + 1)), text.length].sort((a, b) => a - b);
        const parts = sorted.slice(1).map((end, at) => text.slice(sorted[at], end));
        const made = named.parts(parts);
        expect(made.join('')).toBe(named.text(text));
        expect(made.map((part) => part.length)).toEqual(parts.map((part) => part.length));
      }),
    );
  });
});
