import { expect, test } from 'vitest';
import type { DemoBlock } from './schema/body.ts';
import { toLexical } from './to-lexical.ts';

const resolve = (kind: string, key: string) => `${kind}/${key}`;
const build = (...blocks: DemoBlock[]) => toLexical(blocks, resolve).root.children as Record<string, unknown>[];
/** Children of the first block. */
const inner = <T>(...blocks: DemoBlock[]) => build(...blocks)[0]?.children as T[];

test('every kind of block becomes its node, in order', () => {
  const nodes = build(
    'Words',
    { h2: 'Head' },
    { h3: 'Lower head' },
    { ul: ['a', 'b'] },
    { ol: ['a'] },
    { quote: 'Said' },
    { image: 'metro', caption: 'A train' },
    { table: { head: ['a', 'b'], rows: [['c', 'd']] } },
    { facts: 'Facts', items: ['one'] },
  );
  expect(nodes.map(({ type }) => type)).toEqual([
    'paragraph',
    'heading',
    'heading',
    'list',
    'list',
    'quote',
    'block',
    'table',
    'block',
  ]);
  expect(nodes.map(({ tag }) => tag).filter(Boolean)).toEqual(['h2', 'h3', 'ul', 'ol']);
});

test('bold and italic are kept in the number that Lexical uses', () => {
  const texts = inner<{ text: string; format: number }>('a **b** *c* ***d***');
  expect(texts.map(({ text, format }) => [text, format])).toEqual([
    ['a ', 0],
    ['b', 1],
    [' ', 0],
    ['c', 2],
    [' ', 0],
    ['d', 3],
  ]);
});

test('a link to a document of ours carries its collection and the id handed out for it', () => {
  const nodes = inner<{ type: string; fields?: unknown }>('[a](agency:tourism) [b](https://du-lich.example)');
  const links = nodes.filter(({ type }) => type === 'link');
  expect(links.map(({ fields }) => fields)).toEqual([
    { newTab: false, linkType: 'internal', doc: { relationTo: 'agencies', value: 'agency/tourism' } },
    { newTab: false, linkType: 'custom', url: 'https://du-lich.example' },
  ]);
});

test('a picture points at its document and keeps its caption', () => {
  expect(build({ image: 'metro', caption: 'A train' })[0]).toMatchObject({
    fields: { blockType: 'picture', image: 'image/metro', caption: 'A train' },
  });
});

test('the first row of a table is its head', () => {
  const rows = inner<{ children: { headerState: number }[] }>({ table: { head: ['a', 'b'], rows: [['c', 'd']] } });
  expect(rows.map(({ children }) => children.map(({ headerState }) => headerState))).toEqual([
    [1, 1],
    [0, 0],
  ]);
});

test('the same body gives the same JSON every time, with ids that do not repeat', () => {
  const body: DemoBlock[] = ['[a](https://a.example)', '[b](https://b.example)', { image: 'metro', caption: 'c' }];
  const json = JSON.stringify(toLexical(body, resolve));
  expect(JSON.stringify(toLexical(body, resolve))).toBe(json);
  const ids = [...json.matchAll(/"id":"([0-9a-f]{24})"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(3);
});
