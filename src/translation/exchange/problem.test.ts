import { expect, test } from 'vitest';
import { exchangeWords } from '#locales/exchange-words.ts';
import { problemCodes } from './problem.ts';

test.each(['vi', 'en', 'fr', 'zh'] as const)(
  'every problem has words in %s, and no words are left of one that is gone',
  (locale) => {
    const told = Object.keys(exchangeWords[locale]).filter((key) => key.startsWith('problem.'));
    expect(told.sort()).toEqual(problemCodes.map((code) => `problem.${code}`).sort());
  },
);
