import { expect, it } from 'vitest';
import { type Asked, judge } from './judge.ts';

const words = 'Chợ Bến Thành mở cửa từ sáng sớm đến tối muộn mỗi ngày.';
const asked: Asked = { source: [{ text: words }], to: 'en' };

it('takes what an engine says where it can be what the source means', () => {
  expect(judge('Ben Thanh Market is open from dawn to late evening.', asked)).toEqual([
    { text: 'Ben Thanh Market is open from dawn to late evening.' },
  ]);
  expect(judge('滨城市场每天从清晨营业到深夜。', { ...asked, to: 'zh' })).toEqual([
    { text: '滨城市场每天从清晨营业到深夜。' },
  ]);
  expect(judge('VinFast', { ...asked, source: [{ text: 'VinFast' }], to: 'zh' })).toEqual([{ text: 'VinFast' }]);
  expect(judge('A1', { ...asked, source: [{ text: 'A1' }], to: 'zh' })).toEqual([{ text: 'A1' }]);
});

it('keeps words in one form of Unicode', () => {
  expect(judge('Cha\u0302u Thành', { ...asked, to: 'vi', source: [{ text: 'Chau Thanh' }] })).toEqual([
    { text: 'Châu Thành' },
  ]);
});

it.each([
  ['', 'empty'],
  ['  ', 'empty'],
  [words, 'unchanged'],
  ['滨城市场每天从清晨营业到深夜。', 'script'],
  ['Here is the translation. '.repeat(60), 'too-long'],
  ['<html><body>502 Bad Gateway</body></html>', 'markup'],
])('does not take %j: %s', (marked, why) => {
  expect(judge(marked, asked)).toBe(why);
});

it('does not take what its field cannot hold', () => {
  expect(judge('Ben Thanh Market', { ...asked, limit: 10 })).toBe('too-long');
});
