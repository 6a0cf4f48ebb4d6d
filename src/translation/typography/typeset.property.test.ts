import fc from 'fast-check';
import { expect, test } from 'vitest';
import { studioLocales } from '#languages/locales.ts';
import { type Content, isRun, type Piece, plainText } from '../content.ts';
import { typeset } from './typeset.ts';

const bits = [
  ...['"', "'", '«', '»', '“', '”', '‘', '’', '...', '…', '。', '，', '--', '—', '(', ')', '[', ']', '{{a}}', '&amp;'],
  ...[' ', ' ', '\u00a0', '\u202f', ';', ':', '!', '?', '.', ',', '/', '-', '=', '10:30', '1 : 2', '1369/QĐ-UBND'],
  ...['a', 'L', 's', 'é', 'ữ', 'n', '5', '12', '市', '人民', '，', 'https://b.example/?a=1', 'x@b.example', 'b.vn/a'],
];
const words = fc.array(fc.constantFrom(...bits), { maxLength: 12 }).map((some) => some.join(''));

const kinds = ['bold', 'link', 'code', 'span'] as const;
const piece = (id: number): fc.Arbitrary<Piece[]> =>
  fc.oneof(
    words.map((text): Piece[] => [{ text }]),
    fc
      .constantFrom('break' as const, 'tab' as const, 'object' as const)
      .map((kind): Piece[] => [{ code: 'single', id: `${id}`, kind }]),
    fc
      .tuple(fc.constantFrom(...kinds), words)
      .map(([kind, text]): Piece[] => [{ code: 'open', id: `${id}`, kind }, { text }, { code: 'close', id: `${id}` }]),
  );
const content: fc.Arbitrary<Content> = fc.tuple(piece(1), piece(2), piece(3), piece(4)).map((pieces) => pieces.flat());
const locale = fc.constantFrom(...studioLocales);
const runs = { numRuns: 1000 };

const codesOf = (some: Content): Content => some.filter((one) => !isRun(one));
const lettersOf = (some: Content): string => plainText(some).replace(/[^\p{L}\p{M}\p{N}\n\t]/gu, '');

test('what was set stays as it is when it is set again', () => {
  fc.assert(
    fc.property(content, locale, (typed, language) => {
      const { content: done } = typeset(typed, language);
      expect(typeset(done, language)).toEqual({ content: done, changes: [] });
    }),
    runs,
  );
});

test('no code moves, goes or comes, and no letter or digit changes', () => {
  fc.assert(
    fc.property(content, locale, (typed, language) => {
      const { content: done } = typeset(typed, language);
      expect(codesOf(done)).toEqual(codesOf(typed));
      expect(lettersOf(done)).toBe(lettersOf(typed));
    }),
    runs,
  );
});

/** Letters before each code: where a code stands among the words. */
const places = (some: Content): string[] =>
  some.flatMap((one, at) => (isRun(one) ? [] : [lettersOf(some.slice(0, at))]));

test('each code keeps its place among the words, and what is code keeps every sign', () => {
  fc.assert(
    fc.property(content, locale, (typed, language) => {
      const { content: done } = typeset(typed, language);
      expect(places(done)).toEqual(places(typed));
      const codeTexts = (all: Content): string[] =>
        all.flatMap((one, at) => {
          const before = all[at - 1];
          return isRun(one) && before && !isRun(before) && before.code === 'open' && before.kind === 'code'
            ? [one.text]
            : [];
        });
      expect(codeTexts(done).join('|')).toBe(codeTexts(typed).join('|'));
    }),
    runs,
  );
});

test('the changes, done to the plain text as it was, give the plain text as it is', () => {
  fc.assert(
    fc.property(content, locale, (typed, language) => {
      const { content: done, changes } = typeset(typed, language);
      const before = plainText(typed);
      for (const change of changes) expect(before.slice(change.start, change.end)).toBe(change.before);
      const after = changes.reduceRight(
        (text, { start, end, after: set }) => text.slice(0, start) + set + text.slice(end),
        before,
      );
      expect(after).toBe(plainText(done));
    }),
    runs,
  );
});
