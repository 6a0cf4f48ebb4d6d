import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { type Found, openAnswers } from './ask.ts';
import { openColumns } from './index/columns.ts';
import { type Cell, cellStates, type IndexedDocument, rowFacets } from './index/coverage-document.ts';
import { openCoverageFile } from './index/coverage-file.ts';
import { openOrders } from './order.ts';
import type { Question } from './question.ts';

const day = fc.constantFrom('2026-11-26', '2026-11-27', '2026-12-03');
const work = fc.record({ translator: fc.constant('lan'), reviewer: fc.constant(null), due: fc.option(day) });
const cell = fc.record({
  state: fc.constantFrom(...cellStates),
  published: fc.boolean(),
  done: fc.nat(9),
  of: fc.nat(9),
  people: fc.uniqueArray(fc.constantFrom('lan', 'minh', 'thu'), { maxLength: 2 }),
  work: fc.option(work),
});
const facet = (...values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
const document = fc.record({
  collection: fc.constantFrom('articles' as const, 'events' as const),
  id: fc.uuid(),
  stamp: fc.constant(''),
  sight: fc.constantFrom('articles public|', 'articles restricted|'),
  source: fc.constantFrom(...studioLocales),
  titles: fc.record({ vi: fc.constantFrom('Chợ Bến Thành', 'Cầu', 'Áo dài'), zh: fc.constantFrom('市场', '桥') }),
  changed: fc.nat(50),
  facets: fc.record({ collection: facet('articles'), topic: facet('t', 'u', 'none'), agency: facet('a', 'none') }),
  cells: fc.record({ vi: cell, en: cell, fr: cell, zh: cell }),
});

const some = <T>(...values: T[]) => fc.subarray(values);
const question = fc.record({
  words: fc.constantFrom('', '', 'cho', 'Áo', '市'),
  chosen: fc.record({ topic: fc.constantFrom(['t'], ['t', 'u']), agency: fc.constant(['a']) }, { requiredKeys: [] }),
  languages: fc.subarray([...studioLocales], { minLength: 1 }),
  states: some(...cellStates),
  people: some('lan', 'minh'),
  due: fc.option(day),
  sort: fc.constantFrom('changed', '-changed', 'title', '-title', 'fr', 'collection'),
}) as fc.Arbitrary<Question>;

const found: Record<string, string[]> = { cho: ['Chợ Bến Thành'], Áo: ['Áo dài'], 市: ['市场'] };

const isShown = ({ sight, titles }: IndexedDocument, { words }: Question): boolean =>
  sight.includes('public') && (words === '' || Object.values(titles).some((title) => found[words]?.includes(title)));

const fitsFacets = ({ facets }: IndexedDocument, { chosen }: Question, but?: string): boolean =>
  rowFacets.every(
    (name) => name === but || !chosen[name] || facets[name].some((value) => chosen[name]?.includes(value)),
  );

const hasPerson = ({ people }: Cell, question: Question): boolean =>
  question.people.length === 0 || people.some((id) => question.people.includes(id));

const isDue = ({ work: given }: Cell, { due }: Question): boolean =>
  due === null || (given?.due != null && given.due <= due);

const fitsCells = ({ cells }: IndexedDocument, question: Question): boolean =>
  question.languages.some(
    (locale) =>
      (question.states.length === 0 || question.states.includes(cells[locale].state)) &&
      hasPerson(cells[locale], question) &&
      isDue(cells[locale], question),
  );

const open = (documents: readonly IndexedDocument[]) => {
  const file = openCoverageFile(null);
  const columns = openColumns();
  for (const one of documents) file.put(columns.put(one), one);
  const ask = openAnswers({ columns, file, orders: openOrders(columns) });
  const sees = (sight: string): boolean => sight.includes('public');
  return { file, columns, ask: (asked: Question, locale: StudioLocale = 'vi'): Found => ask(asked, sees, locale) };
};

const unique = fc.uniqueArray(document, { selector: ({ id }) => id, maxLength: 25 });

test('every row and every number is what looking at each document by itself gives', () => {
  fc.assert(
    fc.property(unique, question, (documents, asked) => {
      const { file, ask } = open(documents);
      const answer = ask(asked);
      const shown = documents.filter((one) => isShown(one, asked));
      const rest = shown.filter((one) => fitsFacets(one, asked));
      const ids = [...answer.rows].map((row) => file.document(row)?.id);
      expect([...ids].sort()).toEqual(
        rest
          .filter((one) => fitsCells(one, asked))
          .map(({ id }) => id)
          .sort(),
      );
      for (const locale of studioLocales)
        for (const state of cellStates) {
          const cells = rest.map((one) => one.cells[locale]);
          const count = cells.filter((one) => one.state === state && hasPerson(one, asked) && isDue(one, asked)).length;
          expect(answer.states[locale][state]).toBe(count);
        }
      for (const value of ['t', 'u', 'none']) {
        const count = shown.filter(
          (one) => fitsFacets(one, asked, 'topic') && fitsCells(one, asked) && one.facets.topic.includes(value),
        ).length;
        expect(answer.facets.topic[value] ?? 0).toBe(count);
      }
      file[Symbol.dispose]();
    }),
  );
});

const plain: Question = {
  words: '',
  chosen: {},
  languages: studioLocales,
  states: [],
  people: [],
  due: null,
  sort: '-changed',
};

const worstFirst = [
  ...['under-correction', 'outdated', 'missing', 'in-translation', 'machine', 'translated', 'reviewed', 'source'],
];

test('the order is the one asked for, also after a document has changed', () => {
  fc.assert(
    fc.property(unique, document, (documents, other) => {
      const { file, columns, ask } = open(documents);
      const read = (sort: Question['sort']) =>
        [...ask({ ...plain, sort }).rows].flatMap((row) => file.document(row) ?? []);
      read('title');
      const moved = { ...other, id: documents[0]?.id ?? other.id, collection: documents[0]?.collection ?? 'articles' };
      file.put(columns.put(moved), moved);
      const changed = read('-changed').map((one) => one.changed);
      expect(changed).toEqual([...changed].sort((one, two) => two - one));
      const titles = read('title').map((one) => one.titles.vi ?? '');
      expect(titles).toEqual([...titles].sort(new Intl.Collator('vi').compare));
      const kinds = read('collection').map(({ collection }) => collection);
      expect(kinds).toEqual([...kinds].sort());
      const french = read('fr').map(({ cells }) => worstFirst.indexOf(cells.fr.state));
      expect(french).toEqual([...french].sort((one, two) => one - two));
      const dues = read('due').map(({ cells }) => {
        const days = Object.values(cells).flatMap(({ work: given }) => given?.due ?? []);
        return days.sort()[0] ?? '9';
      });
      expect(dues).toEqual([...dues].sort());
      file[Symbol.dispose]();
    }),
  );
});

test('a question is answered from memory until something changes', () => {
  const [one] = fc.sample(document, 1);
  if (!one) throw new Error('nothing was made up');
  const { file, columns, ask } = open([{ ...one, sight: 'articles public|' }]);
  const before = ask(plain);
  expect(ask(plain)).toBe(before);
  columns.remove(`${one.collection}/${one.id}`);
  expect(ask(plain).rows).toHaveLength(0);
  file[Symbol.dispose]();
});
