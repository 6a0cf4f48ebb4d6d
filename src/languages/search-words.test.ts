import { describe, expect, it } from 'vitest';
import { askedWords, searchable, withMarks } from './search-words.ts';

describe('a text that is searched', () => {
  it('has one place for the tone of a final oa, oe, uy', () => {
    expect(withMarks('Hoà bình, Thuý, khoẻ')).toBe('hòa bình, thúy, khỏe');
    expect(withMarks('hòa')).toBe('hòa');
    expect(withMarks('quý, hoàng, toán')).toBe('quý, hoàng, toán');
  });

  it('is kept with its marks and without them', () => {
    expect(searchable('Chợ Bến Thành, IMG_2034.jpg')).toEqual({
      exact: 'chợ bến thành img 2034 jpg',
      folded: 'cho ben thanh img 2034 jpg',
    });
    expect(searchable('Đường').folded).toBe('duong');
  });

  it('is the same however its marks are put together', () => {
    expect(searchable('Chợ Bến Thành'.normalize('NFD'))).toEqual(searchable('Chợ Bến Thành'));
  });

  it('holds Chinese in single characters and overlapping pairs', () => {
    expect(searchable('滨城市场2024年').folded).toBe('2024 滨 城 市 场 滨城 城市 市场 年');
  });
});

describe('a question', () => {
  it('asks for pairs of Chinese characters, and for one where there is only one', () => {
    expect(askedWords('滨城市场').folded).toEqual(['滨城', '城市', '市场']);
    expect(askedWords('市').folded).toEqual(['市']);
  });

  it('keeps the marks that were typed beside the folded words', () => {
    expect(askedWords('chợ  Bến')).toEqual({ exact: ['chợ', 'bến'], folded: ['cho', 'ben'] });
    expect(askedWords(' "*^ ').folded).toEqual([]);
  });
});
