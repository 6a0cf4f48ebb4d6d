import { expect, test } from 'vitest';
import { readIim } from './iim-read.ts';
import { writeIim } from './iim-write.ts';

const dataset = (number: number, data: Uint8Array) =>
  Buffer.concat([Buffer.from([0x1c, 2, number, 0, data.length]), data]);

test('what is written is read back, Vietnamese and Chinese included', () => {
  const words = {
    title: 'Chợ Bến Thành',
    caption: '滨城市场 – 中午',
    creator: 'Nguyễn Văn A',
    credit: 'Bến Thành',
    date: '20260301',
  };
  expect(readIim(writeIim(words))).toEqual(words);
});

test('words too long for a dataset are cut between characters', () => {
  const { creator } = readIim(writeIim({ creator: 'Nguyễn Thị Thanh Tuyền và Trần Đình Đạt' }));
  expect(Buffer.byteLength(creator ?? '')).toBeLessThanOrEqual(32);
  expect('Nguyễn Thị Thanh Tuyền và Trần Đình Đạt'.startsWith(creator ?? '?')).toBe(true);
});

test('UTF-8 without its mark and Latin 1 are both read right', () => {
  expect(readIim(dataset(5, Buffer.from('Chợ Bến Thành')))).toEqual({ title: 'Chợ Bến Thành' });
  expect(readIim(dataset(5, Buffer.from('Marché', 'latin1')))).toEqual({ title: 'Marché' });
});

test('a block that breaks off ends the reading', () => {
  expect(readIim(Buffer.from([0x1c, 2, 5, 0, 200, 65]))).toEqual({});
  expect(readIim(Buffer.from('8BIM\x04\x04\0\0\xff\xff\xff\xff', 'latin1'))).toEqual({});
});
