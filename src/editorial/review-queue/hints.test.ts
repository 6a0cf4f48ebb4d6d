import { describe, expect, it } from 'vitest';
import { hintsOfFile, hintsOfRecord } from './hints.ts';

describe('hints of a picture', () => {
  it('say which words stand where, in any language, in lists and in the name of the file', () => {
    const hints = hintsOfRecord({
      title: { vi: 'Cảng', en: 'Harbour' },
      caption: { vi: 'Bản TỐI MẬT', en: 'TOP SECRET' },
      keywords: ['cảng', 'chỉ lưu hành nội bộ'],
      master: { filename: 'so-do_TUYỆT-MẬT.jpg' },
    });
    expect(hints.map((hint) => [hint.in, hint.field, hint.locale, hint.words])).toEqual([
      ['filename', 'filename', null, 'TUYỆT-MẬT'],
      ['text', 'caption', 'vi', 'TỐI MẬT'],
      ['text', 'caption', 'en', 'TOP SECRET'],
      ['text', 'keywords', null, 'chỉ lưu hành nội bộ'],
    ]);
  });

  it('show where in a long text they stand, in one line of it', () => {
    const long = `Dòng trước\n${'cảng '.repeat(20)}bản TỐI MẬT của sở${' tàu'.repeat(20)}\nDòng sau`;
    const [hint] = hintsOfRecord({ caption: { vi: long } });
    expect(hint).toMatchObject({ words: 'TỐI MẬT', before: expect.stringMatching(/^….{36}bản $/) });
    expect(hint?.after).toMatch(/^ của sở tàu.*…$/);
    expect(hintsOfRecord({ caption: { vi: 'A\nBản TỐI MẬT\nB' } })).toMatchObject([{ before: 'Bản ', after: '' }]);
  });

  it('are none where nothing tells of secrecy, or nothing is known', () => {
    expect(hintsOfRecord({ title: { vi: 'Mật ong U Minh' }, caption: null, master: null })).toEqual([]);
    expect(hintsOfRecord({})).toEqual([]);
  });

  it('are read from every block of a file, each once', () => {
    const said = (text: string, source: 'xmp' | 'iim') => ({ source, lang: 'x-default', text });
    const caption = { said: [said('Bản MẬT', 'xmp')], differing: [said('TUYỆT MẬT', 'iim'), said('TUYỆT MẬT', 'iim')] };
    expect(hintsOfFile({ values: { caption } }).map(({ field, words }) => [field, words])).toEqual([
      ['caption', 'MẬT'],
      ['caption', 'TUYỆT MẬT'],
    ]);
  });
});
