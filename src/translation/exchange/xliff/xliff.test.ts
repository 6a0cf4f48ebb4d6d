import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wildContent } from '../../../../test/exchange/support/contents.ts';
import { anyDocument, document, richUnit, unit } from '../../../../test/exchange/support/documents.ts';
import { all, bytesOf, whole } from '../../../../test/exchange/support/files.ts';
import { schemasFound, xliff12, xliff21 } from '../../../../test/exchange/support/schemas.ts';
import type { Content } from '../../content.ts';
import type { ExchangeDocument, ReadDocument } from '../document.ts';
import { beyondXml } from '../xml/write.ts';
import { readXliff } from './read-xliff.ts';
import { writeXliff1 } from './write-xliff-1.ts';
import { writeXliff2 } from './write-xliff-2.ts';

const forms = [
  { name: '2.1', write: (one: ExchangeDocument) => whole(writeXliff2(one, [one])) },
  { name: '1.2', write: (one: ExchangeDocument) => whole(writeXliff1([one])) },
];
const [latest, older] = forms;

const read = async (text: string): Promise<ReadDocument> => {
  const [first] = await all(readXliff(bytesOf(text)));
  if (!first) throw new Error('nothing was read');
  return first;
};

/** What comes back of a document that nobody has touched. */
const asRead = ({ units, ...rest }: ExchangeDocument) => ({
  ...rest,
  problems: [],
  units: units.map(({ source, matches, terms, ...kept }) => ({
    ...kept,
    sourceAsSent: source,
    targetAsSent: kept.target,
    state: kept.target === null ? 'initial' : kept.state,
  })),
});

const withoutPlaces = ({ at: _, ...rest }: ReadDocument) => ({
  ...rest,
  units: rest.units.map(({ at: _at, ...kept }) => kept),
});

describe.each(forms)('XLIFF $name', ({ write }) => {
  test('gives back what was written', async () => {
    const sent = document([richUnit, unit({ id: 'u2', target: null, state: 'initial' })]);
    expect(withoutPlaces(await read(await write(sent)))).toEqual(asRead(sent));
  });

  test('gives back any content', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (sent) => {
        expect(withoutPlaces(await read(await write(sent)))).toEqual(asRead(sent));
      }),
      { numRuns: 150 },
    );
  });

  test('keeps the words of a content whose codes cross, and leaves the crossing one out', async () => {
    const crossing = unit({
      target: [
        ...[
          { code: 'open', id: '1', kind: 'bold' } as const,
          { text: 'a' },
          { code: 'open', id: '2', kind: 'italic' } as const,
        ],
        ...[{ text: 'b' }, { code: 'close', id: '1' } as const, { text: 'c' }, { code: 'close', id: '2' } as const],
      ],
    });
    const { units, problems } = await read(await write(document([crossing])));
    expect(units[0]?.target).toEqual([
      { text: 'a' },
      { code: 'open', id: '2', kind: 'italic' },
      { text: 'bc' },
      { code: 'close', id: '2' },
    ]);
    expect(problems).toMatchObject([{ code: 'code-crossed', unit: 'u1', about: '1' }]);
  });
});

describe('characters that XML cannot hold', () => {
  const there = async (form: (typeof forms)[number] | undefined, content: Content) => {
    const { units } = await read((await form?.write(document([unit({ source: content })]))) ?? '');
    return units[0]?.sourceAsSent;
  };
  const replaced = (content: Content): Content =>
    content.map((piece) => {
      if ('text' in piece) return { text: piece.text.replace(beyondXml, '\ufffd') };
      return piece.code === 'open' && piece.address !== undefined
        ? { ...piece, address: piece.address.replace(beyondXml, '\ufffd') }
        : piece;
    });

  test('come back in XLIFF 2.1', async () => {
    await fc.assert(
      fc.asyncProperty(wildContent, async (content) => {
        expect(await there(latest, content)).toEqual(content);
      }),
      { numRuns: 150 },
    );
    const known = [{ text: 'a\u0000b\ud800c\udc00\uffff' }];
    expect(await there(latest, known)).toEqual(known);
  });

  test('are U+FFFD in XLIFF 1.2, which has no way to say them', async () => {
    await fc.assert(
      fc.asyncProperty(wildContent, async (content) => {
        expect(await there(older, content)).toEqual(replaced(content));
      }),
      { numRuns: 150 },
    );
    expect(await there(older, [{ text: 'a\u0000b\ud800c' }])).toEqual([{ text: 'a\ufffdb\ufffdc' }]);
  });
});

describe.skipIf(!schemasFound)('against the published schemas', () => {
  const judges = schemasFound
    ? [
        { name: 'XLIFF 2.1', form: latest, judge: xliff21() },
        { name: 'XLIFF 1.2 strict', form: older, judge: xliff12('strict') },
        { name: 'XLIFF 1.2 transitional', form: older, judge: xliff12('transitional') },
      ]
    : [];

  test.each(judges)('$name is valid', async ({ form, judge }) => {
    const odd = unit({ id: 'odd', source: [{ text: 'a\u0001b' }], target: [{ code: 'open', id: '1', kind: 'span' }] });
    const text = await form?.write(document([richUnit, odd, unit({ id: 'u3', target: null })]));
    expect(await judge(text ?? '')).toEqual([]);
  });

  test.each(judges)('$name names what is not', async ({ form, judge }) => {
    const text = (await form?.write(document([richUnit]))) ?? '';
    expect(await judge(text.replace('<source>', '<sauce>').replace('</source>', '</sauce>'))).not.toEqual([]);
  });

  test('a match is held against the schema of its module', async () => {
    const text = (await latest?.write(document([richUnit]))) ?? '';
    expect(await xliff21()(text.replace('similarity="100"', 'similarity="high"'))).not.toEqual([]);
  });

  test.each(judges)('$name of any document is valid', async ({ form, judge }) => {
    const samples = fc.sample(anyDocument, { numRuns: 3, seed: 11 });
    for (const sample of samples) expect(await judge((await form?.write(sample)) ?? '')).toEqual([]);
  });
});
