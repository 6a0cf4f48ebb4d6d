import { expect, test } from 'vitest';
import { parseInline, plainText } from './inline.ts';

const run = (text: string, marks: { bold?: boolean; italic?: boolean } = {}) => ({
  text,
  bold: false,
  italic: false,
  ...marks,
});

test('bold, italic and both together are read as marks', () => {
  expect(parseInline('a **b *c* d** e')).toEqual([
    run('a '),
    run('b ', { bold: true }),
    run('c', { bold: true, italic: true }),
    run(' d', { bold: true }),
    run(' e'),
  ]);
});

test('a link leads to a document of the demo or to an address outside', () => {
  expect(parseInline('[chợ](article:ben-thanh-market)')[0]?.link).toEqual({ kind: 'article', key: 'ben-thanh-market' });
  expect(parseInline('[site](https://du-lich.example/a)')[0]?.link).toEqual({ href: 'https://du-lich.example/a' });
});

test('plain text keeps the words and loses the notation', () => {
  expect(plainText('**Cửa Nam**: xem [bài](article:x).')).toBe('Cửa Nam: xem bài.');
});

test('a mark left open and an unknown target are refused', () => {
  expect(() => parseInline('a **b')).toThrow(RangeError);
  expect(() => parseInline('[a](nothing:b)')).toThrow(RangeError);
  expect(() => parseInline('[a](javascript:alert)')).toThrow(RangeError);
});
