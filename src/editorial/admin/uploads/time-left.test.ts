import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

test.each([
  [3, 'en', '1 minute'],
  [130, 'en', '3 minutes'],
  [5400, 'fr', '1,5 heure'],
  [9000, 'vi', '2,5 giờ'],
  [600, 'zh', '10分钟'],
] as const)('%d seconds in %s: %s', (seconds, language, words) => {
  expect(timeLeft(seconds, language).replace(/\s/g, ' ')).toBe(words);
});
