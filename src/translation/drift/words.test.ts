import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studioLocales } from '#languages/locales.ts';
import { wordDiff } from './words.ts';

describe('what was changed in a text', () => {
  it('is told by the word', () => {
    expect(wordDiff('The old park opens at 9.', 'The new park opens at 10.', 'en')).toEqual([
      { kind: 'same', text: 'The ' },
      { kind: 'removed', text: 'old' },
      { kind: 'added', text: 'new' },
      { kind: 'same', text: ' park opens at ' },
      { kind: 'removed', text: '9' },
      { kind: 'added', text: '10' },
      { kind: 'same', text: '.' },
    ]);
  });

  it('is told by the word in Chinese, too', () => {
    expect(wordDiff('胡志明市举办国际旅游节', '胡志明市举办国内旅游节', 'zh')).toEqual([
      { kind: 'same', text: '胡志明市举办' },
      { kind: 'removed', text: '国际' },
      { kind: 'added', text: '国内' },
      { kind: 'same', text: '旅游节' },
    ]);
  });

  it('is told as one where words in a row changed', () => {
    expect(wordDiff('a big house', 'a small home', 'en')).toEqual([
      { kind: 'same', text: 'a ' },
      { kind: 'removed', text: 'big house' },
      { kind: 'added', text: 'small home' },
    ]);
  });

  it('takes composed and decomposed letters for the same', () => {
    expect(wordDiff('Đường', 'Đường'.normalize('NFD'), 'vi')).toEqual([{ kind: 'same', text: 'Đường' }]);
  });

  it('gives both texts back, whatever they are', () => {
    const some = fc.array(fc.constantFrom('a', ' ', 'Lê', '胡志明', '。', '\n', '1,5', '’', '🏙️', 'e\u0301'), {
      maxLength: 15,
    });
    fc.assert(
      fc.property(some, some, fc.constantFrom(...studioLocales), (one, other, locale) => {
        const [before, after] = [one.join(''), other.join('')];
        const changes = wordDiff(before, after, locale);
        const without = (kind: string) =>
          changes
            .filter((change) => change.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(before.normalize('NFC'));
        expect(without('removed')).toBe(after.normalize('NFC'));
      }),
      { numRuns: 1000 },
    );
  });
});
