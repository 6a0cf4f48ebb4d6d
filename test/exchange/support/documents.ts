import fc from 'fast-check';
import type { StudioLocale } from '#languages/locales.ts';
import type { Content } from '#translation/content.ts';
import { type ExchangeDocument, type ExchangeUnit, exchangeStates } from '#translation/exchange/document.ts';
import { anyContent, someContent, xmlText } from './contents.ts';

const run = (text: string): Content => [{ text }];

export const unit = (over: Partial<ExchangeUnit> = {}): ExchangeUnit => ({
  ...{ id: 'u1', path: 'body/1', role: 'paragraph', fingerprint: 'f1', state: 'translated', notes: [] },
  ...{ source: run('The market opens at 6.'), target: run('Le marché ouvre à 6 h.') },
  ...over,
});

export const document = (units: readonly ExchangeUnit[], over: Partial<ExchangeDocument> = {}): ExchangeDocument => ({
  ...{ collection: 'articles', documentId: '42', title: 'Bến Thành & <market>', sourceRevision: 7 },
  ...{ sourceLocale: 'en', targetLocale: 'fr', units },
  ...over,
});

/** A sentence with a bold word, a link, a break, and a link in it that leads elsewhere in French. */
export const richUnit = unit({
  id: 'rich',
  source: [
    ...[{ text: 'See ' }, { code: 'open', id: '1', kind: 'link', address: 'https://example.org/en?a=1&b=2' } as const],
    ...[
      { code: 'open', id: '2', kind: 'bold' } as const,
      { text: 'the <market>' },
      { code: 'close', id: '2' } as const,
    ],
    ...[{ code: 'close', id: '1' } as const, { code: 'single', id: '3', kind: 'break' } as const, { text: 'now.' }],
  ],
  target: [
    ...[{ text: 'Voir ' }, { code: 'open', id: '1', kind: 'link', address: 'https://example.org/fr' } as const],
    ...[{ code: 'open', id: '2', kind: 'bold' } as const, { text: 'le marché' }, { code: 'close', id: '2' } as const],
    ...[
      { code: 'close', id: '1' } as const,
      { code: 'single', id: '3', kind: 'break' } as const,
      { text: 'maintenant.' },
    ],
  ],
  limit: 200,
  notes: ['Keep it short & plain', 'Second'],
  matches: [{ source: run('See the market'), target: run('Voir le marché'), percent: 101, origin: 'articles/7' }],
  terms: [{ term: 'market', translations: ['marché', 'halle'], definition: 'A place of trade' }],
});

const anyUnit = fc
  .record({
    path: xmlText,
    role: fc.constantFrom('title', 'paragraph', 'list-item', 'table-cell'),
    source: anyContent,
    target: fc.option(someContent),
    state: fc.constantFrom(...exchangeStates),
    fingerprint: xmlText,
    limit: fc.option(fc.nat(100_000), { nil: undefined }),
    notes: fc.array(xmlText, { maxLength: 3 }),
  })
  .map(({ limit, ...rest }) => ({ ...rest, ...(limit === undefined ? {} : { limit }) }));

const locales = fc.constantFrom<StudioLocale>('vi', 'en', 'fr', 'zh');

/** Any document in any two languages. */
export const anyDocument: fc.Arbitrary<ExchangeDocument> = fc
  .record({
    collection: fc.constantFrom('articles', 'press-kits'),
    documentId: fc.string({ minLength: 1, maxLength: 12 }).filter((id) => id.isWellFormed()),
    title: xmlText,
    sourceLocale: locales,
    targetLocale: locales,
    sourceRevision: fc.nat(),
    units: fc.array(anyUnit, { minLength: 1, maxLength: 4 }),
  })
  .map(({ units, ...rest }) => ({ ...rest, units: units.map((one, index) => ({ id: `u${index}`, ...one })) }));
