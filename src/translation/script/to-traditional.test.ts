import { describe, expect, it } from 'vitest';
import { cityNames } from './city-names.ts';
import { openToTraditional } from './to-traditional.ts';

const plain = openToTraditional([]);
const named = openToTraditional(cityNames);

describe('Simplified Chinese in Traditional characters', () => {
  it.each([
    ['他的头发和城市的发展', '他的頭髮和城市的發展'],
    ['皇后在后面', '皇后在後面'],
    ['三公里的里面', '三公里的裡面'],
    ['干净的干部不干预树干', '乾淨的幹部不干預樹幹'],
    ['面对一碗面条', '面對一碗麵條'],
    ['乾隆年间的日历与历史', '乾隆年間的日曆與歷史'],
    ['只有一只，为着群众', '只有一隻，為著群眾'],
    ['软件和信息', '軟件和信息'],
    ['两百多年历史的年历', '兩百多年歷史的年曆'],
    ['长桌上台灯成排，舞台灯光明亮', '長桌上檯燈成排，舞臺燈光明亮'],
    ['军官准备尽可能在网上签署', '軍官準備儘可能在網上簽署'],
    ['他被海浪冲走，为了解渴', '他被海浪沖走，為了解渴'],
  ])('reads the characters of %s as their words demand', (simplified, traditional) => {
    expect(plain.text(simplified)).toBe(traditional);
  });

  it('leaves alone what is not Chinese', () => {
    for (const text of ['', 'Chợ Bến Thành', 'rue Đồng Khởi : l’été', '<b>&amp;</b> {{x}} 2026-11-27', '\ud83d\ude00'])
      expect(plain.text(text)).toBe(text);
  });

  it('leaves alone what is Traditional already', () => {
    expect(plain.text('頭髮與發展')).toBe('頭髮與發展');
  });

  it('converts no part of an address, and goes on behind it', () => {
    expect(plain.text('见https://a.vn/发展?x=发，发展')).toBe('見https://a.vn/发展?x=发，發展');
    expect(plain.text('https://例.中国/发展')).toBe('https://例.中国/发展');
    expect(plain.text('见https://a.vn详见www.b.vn发展')).toBe('見https://a.vn詳見www.b.vn發展');
  });
});

describe('a text that formatting divides', () => {
  it('is read as a whole', () => {
    expect(plain.parts(['他的头', '发', '很长'])).toEqual(['他的頭', '髮', '很長']);
    expect(plain.parts(['发', '', '展'])).toEqual(['發', '', '展']);
  });

  it('gives a name that changes its length to the part in which it begins', () => {
    const longer = openToTraditional([{ simplified: '滨城', traditional: '檳城市集' }]);
    expect(longer.parts(['在滨', '城', '里面'])).toEqual(['在檳城市集', '', '裡面']);
    expect(longer.parts(['在', '滨城里', '面'])).toEqual(['在', '檳城市集裡', '面']);
  });

  it('keeps characters beyond the basic plane whole', () => {
    expect(plain.parts(['😀𠮷', '发展😀'])).toEqual(['😀𠮷', '發展😀']);
  });
});

describe('names', () => {
  it('stand over the dictionary, in the middle of a text too', () => {
    expect(plain.text('在范五老街')).toBe('在範五老街');
    expect(named.text('在范五老街，规范的范围')).toBe('在范五老街，規範的範圍');
    expect(named.text('占婆与占领')).toBe('占婆與佔領');
  });

  it('count where they are longest', () => {
    const { text } = openToTraditional([
      { simplified: '发展', traditional: 'A' },
      { simplified: '发展局', traditional: 'B' },
      { simplified: '局里', traditional: 'C' },
    ]);
    expect(text('发展局里发展')).toBe('B裡A');
  });

  it('are not reached over by a word that begins before them', () => {
    const { text } = openToTraditional([{ simplified: '发廊街', traditional: '發廊街' }]);
    expect(text('理发廊街')).toBe('理發廊街');
  });

  it('that come twice are those that come first, and empty ones are none', () => {
    const twice = [
      { simplified: '里', traditional: '1' },
      { simplified: '里', traditional: '2' },
      { simplified: '', traditional: '3' },
    ];
    expect(openToTraditional(twice).text('一里')).toBe('一1');
  });
});
