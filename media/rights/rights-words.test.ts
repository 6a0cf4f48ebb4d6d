import { describe, expect, test } from 'vitest';
import { noticeInForce } from './rights-words.ts';

describe('the notice that goes with a picture', () => {
  const [by, cc0] = [
    'http://creativecommons.org/licenses/by/4.0/',
    'http://creativecommons.org/publicdomain/zero/1.0/',
  ];
  const own = { copyright: '© Báo Ảnh', licensor: 'Kho' };

  test('is its own where no record names a holder', () => {
    expect(noticeInForce({ holder: null, rights: by }, own)).toEqual({ notice: '© Báo Ảnh', licensor: 'Kho' });
    expect(noticeInForce({ holder: 'Hãng', rights: by }, own)).toEqual({ notice: '© Hãng' });
    expect(noticeInForce({ holder: null, rights: by }, {})).toEqual({});
  });

  test('is none in the public domain', () => {
    expect(noticeInForce({ holder: null, rights: cc0 }, own)).toEqual({});
    expect(noticeInForce({ holder: 'Hãng', rights: cc0 }, own)).toEqual({});
  });
});
