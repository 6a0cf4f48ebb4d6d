import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content } from '../content.ts';
import { fromTokens, partsOf, toTokens } from './tokens.ts';

const source: Content = [
  { text: 'Chợ ' },
  { code: 'open', id: '1', kind: 'bold' },
  { text: 'Bến ' },
  { code: 'open', id: '2', kind: 'link', address: 'https://city.example/cho' },
  { text: 'Thành' },
  { code: 'close', id: '2' },
  { code: 'close', id: '1' },
  { code: 'single', id: '3', kind: 'break' },
  { text: 'mở cửa' },
];

describe('a text with tokens', () => {
  it('shows each code as a token', () => {
    expect(toTokens(source)).toBe('Chợ ⟨1⟩Bến ⟨2⟩Thành⟨/2⟩⟨/1⟩⟨3/⟩mở cửa');
    expect(toTokens([{ text: 'a ⟨1⟩ b' }])).toBe('a ⟨⟨1⟩ b');
  });

  it('is read back as it was', () => {
    expect(fromTokens(toTokens(source), source)).toEqual({ content: source, faults: [] });
    fc.assert(
      fc.property(fc.array(fc.constantFrom('⟨', '⟩', '/', '1', 'ọ', ' '), { minLength: 1 }), (letters) => {
        const content: Content = [{ text: letters.join('') }];
        expect(fromTokens(toTokens(content), content)).toEqual({ content, faults: [] });
      }),
    );
  });

  it('keeps the address that a link had in its own language', () => {
    const before: Content = [
      { code: 'open', id: '2', kind: 'link', address: 'https://city.example/en' },
      { code: 'close', id: '2' },
    ];
    expect(fromTokens('⟨2⟩Market⟨/2⟩', source, before).content).toContainEqual(before[0]);
  });

  it.each([
    ['⟨1⟩a ⟨2⟩b⟨/2⟩⟨/1⟩', [{ fault: 'lost', id: '3' }]],
    [
      '⟨1⟩a⟨/1⟩⟨1⟩b⟨/1⟩⟨2⟩⟨/2⟩⟨3/⟩',
      [
        { fault: 'doubled', id: '1' },
        { fault: 'doubled', id: '1' },
      ],
    ],
    [
      '⟨1⟩a ⟨2⟩b⟨/1⟩c⟨/2⟩⟨3/⟩',
      [
        { fault: 'crossed', id: '2' },
        { fault: 'doubled', id: '2' },
      ],
    ],
    [
      '⟨1⟩⟨2⟩a⟨3/⟩',
      [
        { fault: 'crossed', id: '2' },
        { fault: 'crossed', id: '1' },
      ],
    ],
    ['⟨1⟩⟨2⟩a⟨/2⟩⟨/1⟩⟨3/⟩⟨9⟩', [{ fault: 'unknown', id: '9' }]],
    ['⟨1/⟩⟨1⟩⟨2⟩a⟨/2⟩⟨/1⟩⟨3/⟩', [{ fault: 'unknown', id: '1' }]],
  ])('tells what is wrong with %s', (typed, faults) => {
    expect(fromTokens(typed, source).faults).toEqual(faults);
  });

  it('is nested, whatever is typed', () => {
    const typed = fc.array(fc.constantFrom('⟨1⟩', '⟨/1⟩', '⟨2⟩', '⟨/2⟩', '⟨3/⟩', '⟨', 'a', '⟨4⟩'));
    fc.assert(
      fc.property(typed, (parts) => {
        const { content } = fromTokens(parts.join(''), source);
        const open: string[] = [];
        for (const piece of content) {
          if ('code' in piece && piece.code === 'open') open.push(piece.id);
          if ('code' in piece && piece.code === 'close') expect(open.pop()).toBe(piece.id);
        }
        expect(open).toEqual([]);
        expect(
          partsOf(parts.join(''))
            .map(({ text }) => text)
            .join(''),
        ).toBe(parts.join(''));
      }),
    );
  });
});
