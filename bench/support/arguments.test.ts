import { expect, it } from 'vitest';
import { Misuse, readWanted } from './arguments.ts';

const known = ['city', 'images'] as const;
const usual = { articles: 5000, askedArticles: null, pictures: 1000, rows: '' };
const read = (...args: string[]) => readWanted(args, known, { articles: 5000, pictures: 1000 });

it('takes everything at its full size where nothing is named', () => {
  expect(read()).toEqual({ ...usual, parts: ['city', 'images'], isWhole: true });
});

it('takes the parts that are named, in the order in which they are measured', () => {
  expect(read('images', 'city').parts).toEqual(['city', 'images']);
  expect(read('city')).toEqual({ ...usual, parts: ['city'], isWhole: false });
});

it('takes another size, which is no whole measurement', () => {
  expect(read('city', '--articles', '200')).toMatchObject({ parts: ['city'], articles: 200 });
  expect(read('--articles=200')).toMatchObject({ parts: known, articles: 200, isWhole: false });
  expect(read('--pictures=200')).toMatchObject({ articles: 5000, pictures: 200, isWhole: false });
});

it('tells a number that was asked for from the usual one, even where they are equal', () => {
  expect(read('city', '--articles', '5000')).toMatchObject({ articles: 5000, askedArticles: 5000 });
  expect(read('--articles', '5000').isWhole).toBe(false);
});

it('takes the words of the figures that are wanted, which is no whole measurement', () => {
  expect(read('city', '--rows', 'the newest').rows).toBe('the newest');
  expect(read('--rows', 'the newest').isWhole).toBe(false);
});

it.each([
  [['citty'], /Unknown part: citty\. There are city, images\./],
  [['--article', '5'], /--article\b/],
  [['--articles'], /--articles/],
  [['--articles', '0'], /from 50 to 100000, not "0"/],
  [['--articles', '2e3'], /not "2e3"/],
  [['--articles', '-7'], /--articles/],
  [['--pictures', '9'], /--pictures wants a whole number from 10 to 100000, not "9"/],
])('refuses %j', (args, words) => {
  expect(() => read(...args)).toThrow(Misuse);
  expect(() => read(...args)).toThrow(words);
});
