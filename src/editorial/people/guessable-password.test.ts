import { describe, expect, it } from 'vitest';
import { isGuessable } from './guessable-password.ts';

describe('a password', () => {
  const about = ['Nguyễn Lan Chi', 'lan.chi@studio.test'];

  it.each([
    'password1234',
    'P@ssw0rd1234',
    'qwertyuiop12',
    '123456789012',
    'abcdefghijkl',
    'aaaaaaaaaaaa',
    'passwordpassword',
    'letmein12345678',
    'benthanh2026',
    'Benthanh2026!',
    'matkhau12345',
    'lan.chi12345',
    'Nguyễn Lan Chi 2026',
    'nguyenlanchi1990',
  ])('%s is guessed', (password) => expect(isGuessable(password, about)).toBe(true));

  it.each([
    'một mật khẩu đủ dài',
    'chợ mở lúc sáu giờ',
    'four words and a boat',
    'le marché ouvre tôt',
    '清晨六点市场开门卖鱼和鲜花',
    'h7kq2-mmx4p-9dbtr-c3fya',
  ])('%s is not', (password) => expect(isGuessable(password, about)).toBe(false));

  it('of 200 signs is looked at without keeping anybody waiting, and one that begins well is good', () => {
    expect(isGuessable('chợ mở lúc sáu giờ '.repeat(11).slice(0, 200), about)).toBe(false);
    expect(isGuessable('a'.repeat(200), about)).toBe(true);
    expect(isGuessable('chợ mở lúc sáu giờ', ['sáu '.repeat(100_000)])).toBe(false);
  });
});
