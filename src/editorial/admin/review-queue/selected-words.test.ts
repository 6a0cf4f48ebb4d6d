import { expect, it } from 'vitest';
import { selectedWords } from './selected-words.ts';

const say = (key: string, values = {}) => `${key} ${JSON.stringify(values)}`;

it('what one act leaves for the next is said', () => {
  const selected = (number: number) => `queue.selected {"number":${number}}`;
  expect(selectedWords(say, 200, 200)).toEqual([selected(200)]);
  expect(selectedWords(say, 201, 200)).toEqual([selected(201), 'queue.most {"most":200}']);
});
