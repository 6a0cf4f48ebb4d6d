import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { type Entry, fromBufferPromise } from 'yauzl';
import { exchangeWords } from '#locales/exchange-words.ts';
import { document, richUnit, unit } from '../../../../test/exchange/support/documents.ts';
import { all, bytesOf } from '../../../../test/exchange/support/files.ts';
import { schemasFound, tbx3, tmx14, xliff12, xliff21 } from '../../../../test/exchange/support/schemas.ts';
import { readTbx } from '../tbx/read-tbx.ts';
import type { MemoryEntry } from '../tmx/entry.ts';
import { readTmx } from '../tmx/read-tmx.ts';
import { readXliff } from '../xliff/read-xliff.ts';
import { type PackSource, writePack } from './write-pack.ts';

const entry: MemoryEntry = {
  variants: (['en', 'vi'] as const).map((locale) => ({ locale, content: richUnit.source })),
  ...{ props: [], notes: [] },
};

const form = { locale: 'vi', term: 'chợ', status: 'approved', stops: false } as const;
const concept = { id: '7', kind: 'place', forms: [form] } as const;

const source = (over: Partial<PackSource> = {}): PackSource => ({
  documents: [
    document([richUnit]),
    document([unit()], { documentId: 'a/b' }),
    document([unit()], { documentId: 'a-b' }),
    document([unit()], { targetLocale: 'zh' }),
    document([], { documentId: 'empty' }),
  ],
  memory: [entry],
  concepts: () => [concept],
  ...{ preview: { locale: 'vi', words: exchangeWords.vi }, terms: { title: 'Tên', locale: 'vi' } },
  madeAt: '2026-11-27T03:30:00.000Z',
  readMe: 'Đọc trước\n',
  ...over,
});

const unpack = async (pack: AsyncIterable<Buffer>): Promise<Map<string, string>> => {
  const zip = await fromBufferPromise(Buffer.concat(await all(pack)));
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
    files.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString());
  }
  return files;
};

describe('the pack of a translator', () => {
  test('holds every document in three forms, the memory and the terms', async () => {
    const files = await unpack(writePack(source()));
    const names = ['articles-42.fr', 'articles-a-b.fr', 'articles-a-b-2.fr', 'articles-42.zh-Hans'];
    expect([...files.keys()]).toEqual([
      'README.txt',
      ...names.flatMap((name) => [`xliff/${name}.xlf`, `older-tools/${name}.xlf`, `preview/${name}.html`]),
      ...['memory.tmx', 'terms.tbx', 'older-tools/terms.tbx', 'contents.json'],
    ]);
    expect(files.get('README.txt')).toBe('Đọc trước\n');
    expect(JSON.parse(files.get('contents.json') ?? '').documents).toMatchObject(
      names.map((name) => ({ collection: 'articles', file: `xliff/${name}.xlf` })),
    );
    const chunks = (name: string) => bytesOf(files.get(name) ?? '');
    for (const form of ['xliff', 'older-tools']) {
      const [first] = await all(readXliff(chunks(`${form}/articles-42.fr.xlf`)));
      expect(first).toMatchObject({ documentId: '42', units: [{ target: richUnit.target }], problems: [] });
    }
    expect(await all(readTmx(chunks('memory.tmx')))).toMatchObject([{ entry }]);
    for (const terms of ['terms.tbx', 'older-tools/terms.tbx']) {
      expect(await all(readTbx(chunks(terms)))).toMatchObject([{ ours: true, concept }]);
    }
  });

  test.skipIf(!schemasFound)('holds valid files', async () => {
    const files = await unpack(writePack(source()));
    expect(await xliff21()(files.get('xliff/articles-42.zh-Hans.xlf') ?? '')).toEqual([]);
    expect(await xliff12('strict')(files.get('older-tools/articles-42.fr.xlf') ?? '')).toEqual([]);
    expect(await tmx14()(files.get('memory.tmx') ?? '')).toEqual([]);
    expect(await tbx3()(files.get('terms.tbx') ?? '')).toEqual([]);
  });

  test('asks for a document only when the one before has gone', async () => {
    let asked = 0;
    const documents = function* () {
      for (; asked < 50; asked += 1) yield document([unit()], { documentId: String(asked) });
    };
    let headers = 0;
    for await (const bytes of writePack(source({ documents: documents() }))) {
      if (bytes.length > 30 && bytes.readUInt32LE(0) === 0x0403_4b50) headers += 1;
      expect(asked).toBeLessThanOrEqual(Math.ceil((headers - 1) / 3) + 1);
    }
    expect(asked).toBe(50);
  });

  test('ends with the error of what it is made of', async () => {
    const documents = async function* () {
      yield document([unit()]);
      throw new Error('the store is gone');
    };
    await expect(all(writePack(source({ documents: documents() })))).rejects.toThrow('the store is gone');
  });
});
