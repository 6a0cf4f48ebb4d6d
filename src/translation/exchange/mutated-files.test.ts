import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { document, richUnit, unit } from '../../../test/exchange/support/documents.ts';
import { failureOf, whole } from '../../../test/exchange/support/files.ts';
import { readTbx } from './tbx/read-tbx.ts';
import { writeTbx } from './tbx/write-tbx.ts';
import { readTmx } from './tmx/read-tmx.ts';
import { writeTmx } from './tmx/write-tmx.ts';
import { readXliff } from './xliff/read-xliff.ts';
import { writeXliff1 } from './xliff/write-xliff-1.ts';
import { writeXliff2 } from './xliff/write-xliff-2.ts';

const sent = document([richUnit, unit({ id: 'u2' })]);
const entry = {
  variants: [
    { locale: 'en', content: richUnit.source } as const,
    { locale: 'fr', content: richUnit.target ?? [] } as const,
  ],
  ...{ props: [], notes: ['n'] },
};
const form = { locale: 'vi', term: 'chợ', status: 'approved', stops: true, note: 'n' } as const;
const concept = { id: '1', kind: 'place', forms: [form] } as const;

const formats = [
  { name: 'XLIFF 2.1', text: whole(writeXliff2(sent, [sent])), read: readXliff },
  { name: 'XLIFF 1.2', text: whole(writeXliff1([sent])), read: readXliff },
  { name: 'TMX', text: whole(writeTmx({ createdAt: '2026-11-27T00:00:00Z' }, [entry])), read: readTmx },
  { name: 'TBX', text: whole(writeTbx({ title: 't', locale: 'en' }, [concept])), read: readTbx },
];

/** Places of a file, as fractions, at which something is put in, taken out or doubled. */
const change = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  act: fc.constantFrom('cut', 'double', 'put', 'end', 'swap'),
  put: fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '&',
      '&amp;',
      '&x;',
      '"',
      '</seg>',
      '<pc id="1">',
      '<ph/>',
      '<ec startRef="1"/>',
      '<![CDATA[',
    ),
    fc.constantFrom(
      '<x xmlns="urn:x">',
      ' constructor="1"',
      '<__proto__/>',
      '<!DOCTYPE x>',
      '<?x?>',
      '<!--',
      '\u0000',
      '\ufeff',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const changed = (text: string, { from, length, act, put }: Change): string => {
  const at = Math.floor(from * text.length);
  const piece = text.slice(at, at + length);
  const after = text.slice(at + length);
  if (act === 'cut') return text.slice(0, at) + after;
  if (act === 'double') return text.slice(0, at) + piece + piece + after;
  if (act === 'put') return text.slice(0, at) + put + text.slice(at);
  if (act === 'swap') return text.slice(0, at) + after.slice(0, length) + piece + after.slice(length);
  return text.slice(0, at);
};

describe.each(formats)('$name that was changed anywhere', ({ text, read }) => {
  test('is read, or refused by a code with line and column', async () => {
    const original = await text;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), fc.nat(3), async (changes, cut) => {
        const bytes = Buffer.from(changes.reduce(changed, original));
        const failure = await failureOf(read([bytes.subarray(0, bytes.length - cut)]));
        if (!failure) return;
        expect(failure.code).toMatch(/^exchange-/);
        expect(failure.values).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
      }),
      { numRuns: 400 },
    );
  });

  test('is never taken for whole where its end is missing', async () => {
    const original = (await text).trimEnd();
    await fc.assert(
      fc.asyncProperty(fc.nat(original.length - 1), async (length) => {
        const failure = await failureOf(read([Buffer.from(original.slice(0, length))]));
        expect(failure?.code).toBe('exchange-cut-off');
      }),
      { numRuns: 100 },
    );
  });
});
