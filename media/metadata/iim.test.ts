import { expect, test } from 'vitest';
import { readIim } from './iim-read.ts';
import { writeIim } from './iim-write.ts';

const dataset = (number: number, data: Uint8Array, record = 2) =>
  Buffer.concat([Buffer.from([0x1c, record, number, 0, data.length]), data]);
const declared = (mark: string) => dataset(90, Buffer.from(mark, 'latin1'), 1);
const read = (...blocks: Uint8Array[]) => Object.fromEntries(readIim(Buffer.concat(blocks)));

test('what is written is read back, Vietnamese and Chinese included', () => {
  const words = {
    title: 'Chợ Bến Thành',
    caption: '滨城市场 – 中午',
    creator: 'Nguyễn Văn A',
    credit: 'Bến Thành',
    date: '20260301',
  };
  expect(read(writeIim(words))).toMatchObject({
    5: [words.title],
    120: [words.caption],
    80: [words.creator],
    110: [words.credit],
    55: [words.date],
  });
});

test('words too long for a dataset are cut between characters', () => {
  const [creator = ''] = readIim(writeIim({ creator: 'Nguyễn Thị Thanh Tuyền và Trần Đình Đạt' })).get(80) ?? [];
  expect(Buffer.byteLength(creator)).toBeLessThanOrEqual(32);
  expect('Nguyễn Thị Thanh Tuyền và Trần Đình Đạt'.startsWith(creator || '?')).toBe(true);
});

test('UTF-8 without its mark and Latin 1 are both read right', () => {
  expect(read(dataset(5, Buffer.from('Chợ Bến Thành')))).toEqual({ 5: ['Chợ Bến Thành'] });
  expect(read(dataset(5, Buffer.from('Marché', 'latin1')))).toEqual({ 5: ['Marché'] });
});

test.each(['\x1b%G', '\x1b%/I'])('the mark %j means UTF-8, also where another program cut its last letter', (mark) => {
  const cut = Buffer.from('Chợ').subarray(0, 4);
  expect(read(declared(mark), dataset(5, cut))).toEqual({ 5: ['Ch'] });
});

test('a mark that lies does not spoil the text', () => {
  expect(read(declared('\x1b%G'), dataset(5, Buffer.from('Marché aux fleurs', 'latin1')))).toEqual({
    5: ['Marché aux fleurs'],
  });
});

test('what repeats is kept in its order, and a dataset of the extended form is passed over', () => {
  const extended = Buffer.concat([Buffer.from([0x1c, 2, 202, 0x80, 4, 0, 0, 0x90, 0]), Buffer.alloc(0x9000)]);
  expect(read(dataset(25, Buffer.from('chợ')), extended, dataset(25, Buffer.from('market')))).toMatchObject({
    25: ['chợ', 'market'],
  });
});

test('a block that breaks off ends the reading, and one without end is left in time', () => {
  expect(read(Buffer.from([0x1c, 2, 5, 0, 200, 65]))).toEqual({});
  expect(read(Buffer.from([0x1c, 2, 5, 0xff, 0xff, 65]))).toEqual({});
  expect(read(Buffer.from('8BIM\x04\x04\0\0\xff\xff\xff\xff', 'latin1'))).toEqual({});
  const endless = Buffer.alloc(10_000_000, dataset(25, Buffer.from('a')));
  expect(read(endless)[25]).toHaveLength(2000);
});
