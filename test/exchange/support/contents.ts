import fc from 'fast-check';
import { type Content, type Piece, singleKinds, spanKinds } from '#translation/content.ts';

/** Characters that break what is careless: markup, white space, marks that combine, other planes, what XML escapes. */
const awkward = ['<', '>', '&', '"', "'", ']]>', '\t', '\n', '\r', '\r\n', ' ', '\u00a0', '\u202f', '\u2028', '\u0085'];
const words = [
  'đường',
  'Nguyễn Huệ',
  'ph\u01b0\u0301',
  '胡志明市',
  '𠮷',
  '👩‍👩‍👧',
  'été',
  '{{x}}',
  '<!--',
  '&amp;',
  '--',
];

/** Text that XML 1.0 can hold, of any kind. */
export const xmlText = fc
  .array(fc.oneof(fc.constantFrom(...awkward, ...words), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 6 })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that XML cannot hold are what is taken out
  .map((parts) => parts.join('').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''))
  .map((text) => text.toWellFormed());

interface Drawn {
  readonly text?: string;
  readonly single?: (typeof singleKinds)[number];
  readonly span?: {
    readonly kind: (typeof spanKinds)[number];
    readonly address: string;
    readonly inside: readonly Drawn[];
  };
}

const drawn = (text: fc.Arbitrary<string>): fc.Arbitrary<readonly Drawn[]> =>
  fc.letrec<{ nodes: readonly Drawn[] }>((tie) => ({
    nodes: fc.array(
      fc.oneof(
        { depthSize: 'small' },
        text.map((one): Drawn => ({ text: one })),
        fc.constantFrom(...singleKinds).map((single): Drawn => ({ single })),
        fc
          .record({ kind: fc.constantFrom(...spanKinds), address: text, inside: tie('nodes') })
          .map((span): Drawn => ({ span })),
      ),
      { maxLength: 5 },
    ),
  })).nodes;

/** Codes nested and numbered in reading order, runs joined: what a content always is. */
const contentOf = (nodes: readonly Drawn[]): Content => {
  const pieces: Piece[] = [];
  let next = 1;
  const walk = (some: readonly Drawn[]) => {
    for (const { text, single, span } of some) {
      const last = pieces.at(-1);
      if (text && last && 'text' in last) pieces[pieces.length - 1] = { text: last.text + text };
      else if (text) pieces.push({ text });
      if (single) pieces.push({ code: 'single', id: String(next++), kind: single });
      if (!span) continue;
      const id = String(next++);
      pieces.push({ code: 'open', id, kind: span.kind, ...(span.kind === 'link' ? { address: span.address } : {}) });
      walk(span.inside);
      pieces.push({ code: 'close', id });
    }
  };
  walk(nodes);
  return pieces;
};

/** Any content of text that XML can hold. */
export const anyContent = drawn(xmlText).map(contentOf);

/** Any content that says something. */
export const someContent = anyContent.filter((content) => content.length > 0);

/** Any content at all, with characters that XML cannot hold. */
export const wildContent = drawn(fc.string({ unit: 'binary', maxLength: 8 })).map(contentOf);
