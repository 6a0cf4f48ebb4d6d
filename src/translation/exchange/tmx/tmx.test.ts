import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyContent, someContent, xmlText } from '../../../../test/exchange/support/contents.ts';
import { richUnit } from '../../../../test/exchange/support/documents.ts';
import { all, bytesOf, whole } from '../../../../test/exchange/support/files.ts';
import { schemasFound, tmx14 } from '../../../../test/exchange/support/schemas.ts';
import type { MemoryEntry } from './entry.ts';
import { readTmx } from './read-tmx.ts';
import { writeTmx } from './write-tmx.ts';

const createdAt = '2026-11-27T03:30:00.000Z';
const write = (entries: readonly MemoryEntry[]) => whole(writeTmx({ createdAt }, entries));
const read = (text: string) => all(readTmx(bytesOf(text)));

const rich: MemoryEntry = {
  ...{ id: 'articles/42/u1', sourceLocale: 'en', createdAt, changedAt: '2026-11-28T00:00:00.000Z', createdBy: 'lan' },
  variants: [
    { locale: 'en', content: richUnit.source },
    { locale: 'zh-Hant', content: richUnit.target ?? [] },
  ],
  props: [{ type: 'x-benthanh-fingerprint', text: 'a<b' }],
  notes: ['one & two'],
};

const moment = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}.000Z`);

const anyEntry: fc.Arbitrary<MemoryEntry> = fc.record(
  {
    id: xmlText,
    sourceLocale: fc.constantFrom('vi', 'en', 'fr', 'zh', 'zh-Hant'),
    createdAt: moment,
    changedAt: moment,
    createdBy: xmlText,
    variants: fc
      .tuple(someContent, someContent)
      .map(([vi, fr]) => [{ locale: 'vi', content: vi } as const, { locale: 'fr', content: fr } as const]),
    props: fc.array(fc.record({ type: xmlText, text: xmlText }), { maxLength: 2 }),
    notes: fc.array(xmlText, { maxLength: 2 }),
  },
  { requiredKeys: ['variants', 'props', 'notes'] },
);

describe('TMX', () => {
  test('gives back what was written', async () => {
    expect(await read(await write([rich]))).toEqual([{ entry: rich, problems: [] }]);
  });

  test('gives back any entry', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { maxLength: 3 }), async (entries) => {
        expect((await read(await write(entries))).map(({ entry }) => entry)).toEqual(entries);
      }),
      { numRuns: 150 },
    );
  });

  test('leaves out an entry that has words in one language only, and says so', async () => {
    const lone = { ...rich, variants: rich.variants.slice(0, 1) };
    expect(await read(await write([lone]))).toMatchObject([
      { entry: null, problems: [{ code: 'entry-empty', unit: 'articles/42/u1', line: 5 }] },
    ]);
  });
});

const foreign = (body: string, doctype = '') => `<?xml version="1.0"?>${doctype}
<tmx version="1.4"><header srclang="en-US" creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t"
 adminlang="en" datatype="html"/><body>${body}</body></tmx>`;

describe('TMX of other tools', () => {
  test('has languages with a country, codes without x, and native HTML', async () => {
    const text = foreign(
      `<tu creationdate="20200229T120000Z"><tuv xml:lang="en-US"><seg><bpt i="4" type="bold">&lt;b&gt;</bpt>Open<ept i="4">&lt;/b&gt;</ept><ph type="lb">&lt;br/&gt;</ph> <hi>daily</hi></seg></tuv>
       <tuv lang="zh_TW"><seg><bpt i="1">&lt;b&gt;</bpt>開放<ept i="1">&lt;/b&gt;</ept><ph/></seg></tuv>
       <tuv xml:lang="de-DE"><seg>Offen</seg></tuv></tu>`,
      '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
    );
    const [first] = await read(text);
    expect(first?.entry).toMatchObject({ sourceLocale: 'en', createdAt: '2020-02-29T12:00:00.000Z' });
    expect(first?.entry?.variants).toEqual([
      {
        locale: 'en',
        content: [
          ...[{ code: 'open', id: '1', kind: 'bold' }, { text: 'Open' }, { code: 'close', id: '1' }],
          ...[{ code: 'single', id: '2', kind: 'break' }, { text: ' daily' }],
        ],
      },
      {
        locale: 'zh-Hant',
        content: [
          ...[{ code: 'open', id: '1', kind: 'bold' }, { text: '開放' }, { code: 'close', id: '1' }],
          { code: 'single', id: '2', kind: 'break' },
        ],
      },
    ]);
  });

  test('has a link whose address stands in its HTML', async () => {
    const seg =
      '<seg><bpt i="1" type="link">&lt;a class="x" href="https://example.org/?a=1"&gt;</bpt>x<ept i="1"/></seg>';
    const [first] = await read(foreign(`<tu><tuv xml:lang="en">${seg}</tuv><tuv xml:lang="fr">${seg}</tuv></tu>`));
    expect(first?.entry?.variants[1]?.content[0]).toMatchObject({ kind: 'link', address: 'https://example.org/?a=1' });
  });

  test('is told of codes that lack their other half', async () => {
    const text =
      '<tu><tuv xml:lang="en"><seg><it pos="begin" x="1"/>a</seg></tuv><tuv xml:lang="vi"><seg>b</seg></tuv></tu>';
    const [first] = await read(foreign(text));
    expect(first?.entry?.variants[0]?.content).toEqual([{ text: 'a' }]);
    expect(first?.problems).toMatchObject([{ code: 'code-broken', about: '1', line: 3 }]);
  });
});

describe.skipIf(!schemasFound)('TMX against the published DTD', () => {
  test('is valid, with any content', async () => {
    const contents = fc.sample(anyContent, { numRuns: 20, seed: 5 });
    const entries = contents.map((content) => ({ ...rich, variants: [{ locale: 'vi', content } as const] }));
    expect(await tmx14()(await write([rich, ...entries]))).toEqual([]);
  });

  test('is refused where it is not valid', async () => {
    const text = await write([rich]);
    expect(await tmx14()(text.replace('<note>', '<nota>').replace('</note>', '</nota>'))).not.toEqual([]);
  });
});
