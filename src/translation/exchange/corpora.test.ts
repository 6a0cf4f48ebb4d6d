import { describe, expect, test } from 'vitest';
import { type CorpusArticle, corpus, corpusFound } from '../../../test/exchange/support/corpus.ts';
import { all, bytesOf, whole } from '../../../test/exchange/support/files.ts';
import { schemasFound, tmx14, xliff12, xliff21 } from '../../../test/exchange/support/schemas.ts';
import type { ExchangeDocument, ExchangeUnit } from './document.ts';
import type { ExchangeLocale } from './languages.ts';
import type { MemoryEntry } from './tmx/entry.ts';
import { readTmx } from './tmx/read-tmx.ts';
import { writeTmx } from './tmx/write-tmx.ts';
import { readXliff } from './xliff/read-xliff.ts';
import { writeXliff1 } from './xliff/write-xliff-1.ts';
import { writeXliff2 } from './xliff/write-xliff-2.ts';

const articles = corpusFound ? corpus() : [];
const textsOf = (article: CorpusArticle, locale: ExchangeLocale): string[] => [
  article[locale].title,
  ...article[locale].paragraphs,
];

const documentOf = (article: CorpusArticle, targetLocale: 'vi' | 'fr' | 'zh'): ExchangeDocument => {
  const targets = textsOf(article, targetLocale);
  const units = textsOf(article, 'en').map((text, index): ExchangeUnit => {
    const target = targets[index] ?? '';
    return {
      ...{ id: `u${index}`, path: `body/${index}`, role: 'paragraph', fingerprint: `f${index}`, notes: [] },
      ...{ source: [{ text }], target: [{ text: target }], state: 'reviewed' },
    };
  });
  return {
    ...{ collection: 'articles', documentId: article.id, title: article.en.title, sourceRevision: 1 },
    ...{ sourceLocale: 'en', targetLocale, units },
  };
};

const sides = (document: ExchangeDocument) => document.units.map(({ source, target }) => [source, target]);

describe.skipIf(!corpusFound)('88 real articles', () => {
  test.each(['vi', 'fr', 'zh'] as const)('come back from XLIFF as they went, translated into %s', async (locale) => {
    const documents = articles.map((article) => documentOf(article, locale));
    const languages = { sourceLocale: 'en', targetLocale: locale } as const;
    for (const text of [await whole(writeXliff2(languages, documents)), await whole(writeXliff1(documents))]) {
      const back = await all(readXliff(bytesOf(text)));
      expect(back.flatMap(({ problems }) => problems)).toEqual([]);
      expect(back.map(({ documentId }) => documentId)).toEqual(articles.map(({ id }) => id));
      const read = back.map(({ units }) => units.map(({ sourceAsSent, target }) => [sourceAsSent, target]));
      expect(read).toEqual(documents.map(sides));
    }
  });

  const entries = articles.flatMap((article) =>
    textsOf(article, 'en').map((_, index): MemoryEntry => {
      const variants = (['en', 'fr', 'vi', 'zh', 'zh-Hant'] as const).map((locale) => ({
        ...{ locale, content: [{ text: textsOf(article, locale)[index] ?? '' }] },
      }));
      return { id: `${article.id}/${index}`, sourceLocale: 'en', variants, props: [], notes: [] };
    }),
  );

  test('come back from TMX in five languages as they went', async () => {
    const back = await all(readTmx(bytesOf(await whole(writeTmx({ createdAt: '2026-11-27T00:00:00Z' }, entries)))));
    expect(back.map(({ entry }) => entry)).toEqual(entries);
  });

  test.skipIf(!schemasFound)('are valid in every format', async () => {
    const some = articles.slice(0, 4).map((article) => documentOf(article, 'zh'));
    const languages = { sourceLocale: 'en', targetLocale: 'zh' } as const;
    expect(await xliff21()(await whole(writeXliff2(languages, some)))).toEqual([]);
    expect(await xliff12('strict')(await whole(writeXliff1(some)))).toEqual([]);
    expect(await tmx14()(await whole(writeTmx({ createdAt: '2026-11-27T00:00:00Z' }, entries.slice(0, 200))))).toEqual(
      [],
    );
  });
});
