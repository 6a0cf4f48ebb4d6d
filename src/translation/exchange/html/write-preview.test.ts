import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { exchangeWords } from '#locales/exchange-words.ts';
import { anyDocument, document, richUnit, unit } from '../../../../test/exchange/support/documents.ts';
import type { ExchangeDocument } from '../document.ts';
import { writePreview } from './write-preview.ts';

const page = (one: ExchangeDocument) => [...writePreview(one, { locale: 'fr', words: exchangeWords.fr })].join('');

/** Elements of a page and the text within its body. The page is XML but for elements without an end and the document type. */
const readPage = (html: string) => {
  const names: string[] = [];
  let text = '';
  const parser = new SaxesParser({});
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => names.push(name));
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.write(html.replace('<!DOCTYPE html>', '').replace(/<(meta[^>]*|br)>/g, '<$1/>')).close();
  return { names: new Set(names), text };
};

describe('a page to look at', () => {
  test('shows source and target with their marks and languages, notes and limit', () => {
    const html = page(document([richUnit], { targetLocale: 'zh' }));
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain(
      '<td lang="en">See <a href="https://example.org/en?a=1&amp;b=2" title="https://example.org/en?a=1&amp;b=2" rel="noreferrer noopener"><strong>the &lt;market&gt;</strong></a><br>now.</td>',
    );
    expect(html).toContain('<td lang="zh-Hans">Voir ');
    expect(html).toContain('<ul><li>Keep it short &amp; plain</li><li>Second</li><li>200 caractères au plus</li></ul>');
    expect(html).toContain('<title lang="en">Bến Thành &amp; &lt;market&gt;</title>');
  });

  test('says what is not translated', () => {
    expect(page(document([unit({ target: null })]))).toContain('<em class="missing" lang="fr">Pas encore traduit</em>');
  });

  test('leads nowhere by a link that could run something', () => {
    const link = { code: 'open', id: '1', kind: 'link', address: 'javascript:alert(1)' } as const;
    const html = page(document([unit({ source: [link, { text: 'x' }, { code: 'close', id: '1' }] })]));
    expect(html).not.toContain('href="javascript');
    expect(html).toContain('<a title="javascript:alert(1)">x</a>');
  });

  test('has no markup of a document’s making, whatever it says', () => {
    const known = new Set(readPage(page(document([richUnit]))).names);
    for (const name of ['em', 'u', 's', 'sub', 'sup', 'code', 'span', 'ul', 'li', 'a', 'strong', 'br']) known.add(name);
    fc.assert(
      fc.property(anyDocument, (one) => {
        const { names, text } = readPage(page(one));
        expect([...names].filter((name) => !known.has(name))).toEqual([]);
        expect(text.replace(/\r\n?/g, '\n')).toContain(one.title.replace(/\r\n?/g, '\n'));
      }),
      { numRuns: 100 },
    );
  });

  test('fetches and runs nothing', () => {
    const html = page(document([richUnit]));
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<(script|img|link|iframe)|\son\w+=|url\(/i);
  });
});
