import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Block } from './blocks.ts';
import { withWords, wordMembers } from './edition-words.ts';
import * as records from './records.ts';

const { articleEdition, albumEdition, imageEdition } = records;
const editions = Object.entries(records).filter(([name]) => name.endsWith('Edition')) as [string, z.ZodObject][];

/** Members of editions that hold no words in the edition’s language, or none of their own. */
const wordless = [
  ...['slug', 'appearsAt', 'vanishesAt', 'publishedAt', 'updatedAt', 'sourceUpdatedAt', 'state', 'source', 'converted'],
  ...['cover', 'topics', 'places', 'agency', 'parent', 'place', 'organiser'],
  ...['kind', 'status', 'startsAt', 'endsAt', 'allDay', 'zone', 'position', 'website', 'email', 'phone'],
  ...['credit', 'creator', 'holder', 'copyright', 'keywords', 'rights', 'webStatement', 'territories', 'uses'],
  ...['maxSide', 'download', 'mark', 'date', 'width', 'height', 'focus', 'crops', 'thumbhash', 'sources'],
  ...['accessCopy', 'sourceType'],
];
/** Members that hold words further inside. */
const deeper = ['body', 'people', 'press'];

describe('the words of an edition', () => {
  it.each(editions)('of %s are told from what is none, member by member', (_name, schema) => {
    const known = [...wordMembers, ...wordless, ...deeper];
    expect(Object.keys(schema.shape).filter((member) => !known.includes(member))).toEqual([]);
  });

  it('are told apart once', () => {
    const all = [...wordMembers, ...wordless, ...deeper];
    expect(all.filter((member, at) => all.indexOf(member) !== at)).toEqual([]);
  });
});

const marked = {
  text: (text: string) => `[${text}]`,
  parts: (parts: readonly string[]) => parts.map((part) => `[${part}]`),
};
const id = 'AAAAAAAAAAAAAAAAAAAAAA';
const at = '2026-03-01T08:00:00.000Z';
const base = {
  ...{ slug: 'a', title: 'Title', appearsAt: null, vanishesAt: null, publishedAt: at, updatedAt: at },
  ...{ state: 'original', source: 'zh-Hans', sourceUpdatedAt: at },
} as const;

const text = (words: string, ...marks: ('bold' | 'code')[]) =>
  ({ type: 'text', text: words, ...(marks.length > 0 && { marks }) }) as const;

const body: Block[] = [
  {
    type: 'paragraph',
    children: [
      text('a'),
      { type: 'link', to: { href: 'https://x.test/a' }, children: [text('b', 'bold'), { type: 'break' }] },
      text('c', 'code'),
      text('d'),
    ],
  },
  { type: 'rule' },
  {
    type: 'list',
    ordered: true,
    items: [{ children: [text('e')], list: { type: 'list', ordered: false, items: [{ children: [text('f')] }] } }],
  },
  { type: 'image', image: id, caption: 'g' },
  { type: 'image', image: id, caption: null },
  { type: 'table', rows: [[{ header: true, colSpan: 1, rowSpan: 1, children: [text('h')] }]] },
  { type: 'facts', title: 'i', blocks: [{ type: 'paragraph', children: [text('j')] }] },
];

describe('an edition with other words', () => {
  it('has them in every block, and its marks, links, pictures and code as they were', () => {
    const article = articleEdition.parse({
      ...{ ...base, summary: 'Summary', body, cover: null, topics: [], places: [], agency: null },
    });
    const { title, summary, slug, body: blocks } = articleEdition.parse(withWords(article, marked));
    expect([title, summary, slug]).toEqual(['[Title]', '[Summary]', 'a']);
    const expected = JSON.stringify(body).replace(/"(text|caption|title)":"([abdefghij])"/g, '"$1":"[$2]"');
    expect(blocks).toEqual(JSON.parse(expected));
  });

  it('reads what stands beside each other as one text, and code as none of it', () => {
    const seen: (readonly string[])[] = [];
    const parts = (all: readonly string[]) => {
      seen.push(all);
      return [...all];
    };
    const [paragraph] = body;
    if (!paragraph) throw new TypeError('a paragraph stands there');
    const article = { ...base, summary: '', body: [paragraph], cover: null, topics: [], places: [], agency: null };
    withWords(articleEdition.parse(article), { text: (one) => one, parts });
    expect(seen).toEqual([['a', 'b', '\n'], ['d']]);
  });

  it('of a picture has other words in all that it says in its language, and in names', () => {
    const said = {
      alt: 'Alt',
      caption: 'Caption',
      terms: 'Terms',
      headline: 'Line',
      extendedDescription: 'X',
      event: 'E',
    };
    const fixed = { credit: 'Credit', creator: 'Creator', holder: 'Holder', copyright: '©', keywords: ['k'] };
    const image = imageEdition.parse({
      ...{ ...base, ...said, ...fixed, rights: 'http://creativecommons.org/licenses/by/4.0/', date: null },
      ...{ people: [{ slug: 'p', name: 'Name' }], width: 1, height: 1, focus: [0, 0], thumbhash: '' },
      sources: [{ type: 'image/webp', width: 1, height: 1, blob: 'a'.repeat(64), bytes: 1 }],
      ...{ topics: [], places: [], agency: null },
    });
    const other = withWords(image, marked);
    expect(other).toMatchObject(Object.fromEntries(Object.entries(said).map(([name, one]) => [name, `[${one}]`])));
    expect(other).toMatchObject({ ...fixed, people: [{ slug: 'p', name: '[Name]' }] });
  });

  it('of a press kit has other words for the press, and its numbers and addresses as they were', () => {
    const contact = { name: 'N', role: 'R', organisation: null, phone: '+84', email: 'a@b.vn' };
    const album = albumEdition.parse({
      ...{ ...base, description: 'D', parent: null, cover: null, agency: null },
      press: { text: 'T', contacts: [contact] },
    });
    expect(withWords(album, marked)).toMatchObject({
      description: '[D]',
      press: { text: '[T]', contacts: [{ ...contact, name: '[N]', role: '[R]' }] },
    });
  });
});
