import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content, Piece } from '../content.ts';
import { fromMarked, toMarked } from './marked-text.ts';

const source: Content = [
  { text: 'Chợ ' },
  { code: 'open', id: '1', kind: 'bold' },
  { text: 'Bến Thành' },
  { code: 'close', id: '1' },
  { code: 'single', id: '2', kind: 'break' },
  { text: 'mở cửa' },
];

/** Any content with nested codes of distinct ids. */
const anyContent: fc.Arbitrary<Content> = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('(', ')', '.')), { maxLength: 12 })
  .map((words) => {
    const pieces: Piece[] = [];
    const open: string[] = [];
    let number = 0;
    for (const word of words) {
      if (word === '(') {
        number += 1;
        open.push(String(number));
        pieces.push({ code: 'open', id: String(number), kind: 'italic' });
      } else if (word === ')') {
        const id = open.pop();
        if (id !== undefined) pieces.push({ code: 'close', id });
      } else if (word === '.') {
        number += 1;
        pieces.push({ code: 'single', id: String(number), kind: 'break' });
      } else if (pieces.at(-1) && 'text' in (pieces.at(-1) as Piece))
        pieces.push({ code: 'single', id: `${++number}`, kind: 'tab' });
      else pieces.push({ text: word.toWellFormed() });
    }
    for (const id of open.reverse()) pieces.push({ code: 'close', id });
    return pieces;
  });

describe('a content that an engine translates', () => {
  it('has its codes as elements', () => {
    expect(toMarked(source)).toBe('Chợ <g id="1">Bến Thành</g><x id="2"></x>mở cửa');
    expect(toMarked([{ text: 'a < b & c' }])).toBe('a &lt; b &amp; c');
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(fromMarked(toMarked(content), content)).toEqual(content);
      }),
    );
  });

  it('may have its codes elsewhere, and entities in it', () => {
    expect(fromMarked('<g id="1">Ben Thanh</g> market &amp; co<x id="2"/> opens&#33;', source)).toEqual([
      { code: 'open', id: '1', kind: 'bold' },
      { text: 'Ben Thanh' },
      { code: 'close', id: '1' },
      { text: ' market & co' },
      { code: 'single', id: '2', kind: 'break' },
      { text: ' opens!' },
    ]);
  });

  it.each([
    ['lost', '<g id="1">Ben Thanh</g> opens'],
    ['doubled', '<g id="1">Ben</g> <g id="1">Thanh</g><x id="2"></x>'],
    ['made up', '<g id="1">Ben Thanh</g><x id="2"></x><x id="3"></x>'],
    ['left open', '<g id="1">Ben Thanh<x id="2"></x>'],
    ['closed twice', '<g id="1">Ben Thanh</g></g><x id="2"></x>'],
    ['of another kind', '<x id="1"></x><x id="2"></x>'],
  ])('is not taken with a code that is %s', (_, marked) => {
    expect(fromMarked(marked, source)).toBe('codes');
  });

  it.each(['<p>Ben Thanh</p>', '<!DOCTYPE html><html>', 'a < b', '<script>alert(1)</script>'])(
    'is not taken with markup: %s',
    (marked) => {
      expect(fromMarked(marked, [{ text: 'x' }])).toBe('markup');
    },
  );

  it('is read without an error, whatever is answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), anyContent, (marked, content) => {
        expect(() => fromMarked(marked, content)).not.toThrow();
      }),
    );
  });
});
