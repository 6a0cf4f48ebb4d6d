import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { openMemoryIndex } from './memory.ts';
import { comparedOf, percentOf, similarity } from './similarity.ts';
import type { MemoryText, MemoryUnit } from './unit.ts';

type Texts = Partial<Record<StudioLocale, string>>;

const unitOf = (
  id: string,
  texts: Texts,
  more: Partial<MemoryUnit> & { text?: Partial<MemoryText> } = {},
): MemoryUnit => {
  const { text, ...rest } = more;
  const kept = Object.entries(texts).map(([locale, said]) => [locale, { content: [{ text: said }], ...text }]);
  return { id, seal: 'public|', at: '2026-11-01T00:00:00.000Z', texts: Object.fromEntries(kept), ...rest };
};

const memoryOf = (units: readonly MemoryUnit[]) => {
  const kept = new Map(units.map((unit, row) => [row, unit]));
  const index = openMemoryIndex((row) => kept.get(row) ?? null);
  for (const [row, unit] of kept) index.put(row, unit);
  return { index, kept };
};

const everybody = (seal: string): boolean => seal === 'public|';
const ask = (text: string, from: StudioLocale, to: StudioLocale) => ({
  content: [{ text }],
  from,
  to,
  sees: everybody,
});
const said = (content: MemoryText['content']): string =>
  content.map((piece) => ('text' in piece ? piece.text : '')).join('');

const market: Texts = {
  vi: 'Chợ Bến Thành mở cửa lúc sáu giờ sáng',
  en: 'Ben Thanh market opens at six in the morning',
  fr: 'Le marché Bến Thành ouvre à six heures du matin',
  zh: '滨城市场早上六点开门',
};

test('one unit is found from each of its languages into each of the others', () => {
  const { index } = memoryOf([unitOf('a', market)]);
  for (const from of studioLocales) {
    for (const to of studioLocales.filter((locale) => locale !== from)) {
      const [found] = index.suggest(ask(market[from] ?? '', from, to));
      expect([found?.percent, found && said(found.target)]).toEqual([100, market[to]]);
    }
  }
});

test('the same between the same neighbours, or at the same place, comes before the same elsewhere', () => {
  const document = { collection: 'articles', id: 'x' };
  const { index } = memoryOf([
    unitOf('newest', { en: 'Read more', fr: 'Lire' }, { at: '2026-11-20T00:00:00.000Z' }),
    unitOf('beside', { en: 'Read more', fr: 'Suite' }, { text: { before: 'p', after: 'q' } }),
    unitOf(
      'here',
      { en: 'Read more', fr: 'La suite' },
      { document, text: { path: 'body/3', before: 'r', after: 's' } },
    ),
  ]);
  const around = (place: object) =>
    index
      .suggest({ ...ask('Read more', 'en', 'fr'), around: place })
      .map(({ unit, percent }) => `${unit.id} ${percent}`);
  expect(around({ before: 'p', after: 'q' })).toEqual(['beside 101', 'newest 100', 'here 100']);
  expect(around({ document, path: 'body/3', before: 'p' })).toEqual(['here 101', 'newest 100', 'beside 100']);
  expect(around({ before: 'p', after: 's' })).toEqual(['newest 100', 'beside 100', 'here 100']);
});

test('a figure or a mark that differs is not the same, and a text of figures is like itself alone', () => {
  const { index } = memoryOf([
    unitOf('a', { en: 'Room 12 is free', fr: 'La salle 12 est libre' }),
    unitOf('b', { en: '10:30', fr: '10 h 30' }),
  ]);
  const percents = (text: string) => index.suggest(ask(text, 'en', 'fr')).map(({ percent }) => percent);
  expect([percents('Room 14 is free'), percents('room 12 is free!'), percents('10:30'), percents('10:45')]).toEqual([
    [98],
    [99],
    [100],
    [],
  ]);
});

test('what was put in place of a unit, or taken out, is found no longer; after many changes as well', () => {
  const { index, kept } = memoryOf([unitOf('a', { en: 'first words of it', fr: 'un' }), unitOf('b', market)]);
  const found = (text: string) => index.suggest(ask(text, 'en', 'fr')).map(({ unit }) => unit.id);
  const change = (texts: Texts) => {
    const unit = unitOf('a', texts);
    kept.set(0, unit);
    index.put(0, unit);
  };
  for (let n = 0; n < 3000; n += 1) change({ en: `word${n} and others of it`, fr: 'deux' });
  expect([found('first words of it'), found('word2999 and others of it')]).toEqual([[], ['a']]);
  change({ vi: 'chỉ tiếng Việt', fr: 'trois' });
  expect([found('word2999 and others of it'), found(market.en ?? '')]).toEqual([[], ['b']]);
  index.remove(1);
  expect(found(market.en ?? '')).toEqual([]);
});

test('a phrase is found with its marks first, then without, then at the beginning of a word; Chinese anywhere', () => {
  const { index } = memoryOf([
    unitOf('plain', { vi: 'ra cho ben thanh', en: '1' }, { at: '2026-11-20T00:00:00.000Z' }),
    unitOf('a', market),
    unitOf('apart', { vi: 'Chợ lớn ở Bến Thành', en: '2' }),
    unitOf('number', { vi: 'theo 1369/QĐ-UBND hôm nay', en: '3' }),
  ]);
  const look = (phrase: string, from: StudioLocale, to: StudioLocale = 'en') =>
    index.concordance({ phrase, from, to, sees: everybody }).map(({ unit, exact, places, source }) => {
      const text = said(source);
      return `${unit.id}${exact ? '!' : ''} ${places.map(({ start, end }) => text.slice(start, end)).join()}`;
    });
  expect(look('chợ bến thành', 'vi')).toEqual(['a! Chợ Bến Thành', 'plain cho ben thanh']);
  expect(look('cho ben th', 'vi')).toEqual(['plain cho ben thanh', 'a Chợ Bến Thành']);
  expect(look('1369/QĐ', 'vi')).toEqual(['number! 1369/QĐ']);
  expect(look('1368/QĐ', 'vi')).toEqual([]);
  expect(look('城市场', 'zh')).toEqual(['a! 城市场']);
  expect(look('城场', 'zh')).toEqual([]);
  expect(look(' ,. ', 'vi')).toEqual([]);
});

const words: Record<StudioLocale, readonly string[]> = {
  vi: ['chợ', 'cho', 'Hoà', 'Hòa', '12', '7'],
  en: ['market', 'opens', 'the', 'a', '12', '7', '-'],
  fr: ['marché', 'ouvre', 'le', '12'],
  zh: ['市', '场', '开门', '，', '12', '人民'],
};
const text = (locale: StudioLocale) =>
  fc
    .array(fc.constantFrom(...words[locale]), { minLength: 1, maxLength: 14 })
    .map((some) => some.join(locale === 'zh' ? '' : ' '));
const seals = ['public|', 'restricted|', 'public|north'];
const unit = fc.record({
  seal: fc.constantFrom(...seals),
  day: fc.integer({ min: 1, max: 28 }),
  texts: fc.record({ vi: text('vi'), en: text('en'), zh: text('zh') }, { requiredKeys: ['vi'] }),
});
const units = fc
  .array(unit, { maxLength: 40 })
  .map((all) =>
    all.map(({ seal, day, texts }, n) =>
      unitOf(`u${n}`, texts as Texts, { seal, at: `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z` }),
    ),
  );
const pair = fc.constantFrom<[StudioLocale, StudioLocale]>(['vi', 'en'], ['en', 'vi'], ['zh', 'vi'], ['vi', 'zh']);

const asking = pair.chain(([from, to]) => fc.tuple(fc.constant(from), fc.constant(to), text(from)));

/** Each visible unit that is close enough, once for each pair of texts, as if all had been compared. */
const slowly = (all: readonly MemoryUnit[], from: StudioLocale, to: StudioLocale, asked: string): number[] => {
  const found = new Map<string, number>();
  for (const { seal, texts } of all) {
    const [source, target] = [texts[from]?.content, texts[to]?.content];
    if (!everybody(seal) || !source || !target) continue;
    const percent = percentOf(similarity([{ text: asked }], source, from));
    const key = JSON.stringify([comparedOf(source, from).spelling, comparedOf(target, to).spelling]);
    if (percent >= 70) found.set(key, percent);
  }
  return [...found.values()].sort((one, other) => other - one);
};

test('nothing that is close enough is missed: as if every unit had been compared', () => {
  fc.assert(
    fc.property(units, asking, (all, [from, to, asked]) => {
      const { index } = memoryOf(all);
      const found = index.suggest({ ...ask(asked, from, to), most: 100 });
      expect(found.map(({ percent }) => percent)).toEqual(slowly(all, from, to, asked));
    }),
    { numRuns: 500 },
  );
});

test('units that the asker may not know of change nothing: no unit, no percentage, no order', () => {
  fc.assert(
    fc.property(units, asking, (all, [from, to, said]) => {
      const { index: whole } = memoryOf(all);
      const { index: open } = memoryOf(all.filter(({ seal }) => everybody(seal)));
      const asked = ask(said, from, to);
      expect(whole.suggest(asked)).toEqual(open.suggest(asked));
      const phrase = { phrase: said.split(' ').slice(0, 2).join(' '), from, to, sees: everybody };
      expect(whole.concordance(phrase)).toEqual(open.concordance(phrase));
    }),
    { numRuns: 300 },
  );
});
