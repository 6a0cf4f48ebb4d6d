import { describe, expect, it } from 'vitest';
import { body } from '#record/blocks.ts';
import { lexicalToBlocks } from './lexical-to-blocks.ts';
import type { DocumentRef } from './released-collections.ts';

const publicId = 'AAAAAAAAAAAAAAAAAAAAAA';
const known = ({ id }: DocumentRef) => (id.startsWith('public') ? publicId : null);
const text = (words: string, format = 0) => ({ type: 'text', text: words, format, mode: 'normal', version: 1 });
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children, textFormat: 0, version: 1 });
const list = (listType: string, ...children: unknown[]) => ({ type: 'list', listType, start: 1, children });
const item = (...children: unknown[]) => ({ type: 'listitem', value: 1, children });
const link = (fields: object, ...children: unknown[]) => ({ type: 'link', fields, children });
const convert = (...children: unknown[]) => {
  const converted = lexicalToBlocks({ root: { type: 'root', children } }, known);
  body.parse(converted.blocks);
  return converted;
};

describe('text of the editor as blocks', () => {
  it('keeps marks in a fixed order and joins neighbours that carry the same', () => {
    const { blocks } = convert(
      paragraph(text('a', 3), text('b', 1 | 2), text('c', 8), text(''), { type: 'linebreak' }),
    );
    expect(blocks).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'ab', marks: ['bold', 'italic'] },
          { type: 'text', text: 'c', marks: ['underline'] },
          { type: 'break' },
        ],
      },
    ]);
  });

  it('knows three levels of headings below the title', () => {
    const levels = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', undefined].map((tag) => {
      const { blocks } = convert({ type: 'heading', tag, children: [text('x')] });
      return blocks[0]?.type === 'heading' ? blocks[0].level : null;
    });
    expect(levels).toEqual([2, 2, 3, 4, 4, 4, 2]);
  });

  it('leaves out paragraphs that hold nothing', () => {
    expect(convert(paragraph(), paragraph(text('  ')), paragraph({ type: 'linebreak' })).blocks).toEqual([]);
  });

  it('hangs a nested list under the item that it belongs to', () => {
    const nested = list('number', item(text('inner')));
    const { blocks } = convert(list('bullet', item(text('outer')), item(nested), item(text('next'))));
    expect(blocks).toEqual([
      {
        type: 'list',
        ordered: false,
        items: [
          {
            children: [{ type: 'text', text: 'outer' }],
            list: { type: 'list', ordered: true, items: [{ children: [{ type: 'text', text: 'inner' }] }] },
          },
          { children: [{ type: 'text', text: 'next' }] },
        ],
      },
    ]);
  });

  it('keeps a nested list that belongs to no item', () => {
    const { blocks } = convert(list('bullet', item(list('bullet', item(text('a'))))));
    expect(JSON.stringify(blocks)).toContain('"text":"a"');
  });

  it('refuses a list that nests without end', () => {
    let deep = list('bullet', item(text('x')));
    for (let depth = 0; depth < 40; depth++) deep = list('bullet', item(deep));
    expect(convert(deep).unknown).toEqual(['list-too-deep']);
  });

  it('keeps quotations and rules', () => {
    const { blocks } = convert({ type: 'quote', children: [text('q')] }, { type: 'horizontalrule' });
    expect(blocks.map((block) => block.type)).toEqual(['quote', 'rule']);
  });
});

describe('links', () => {
  it('keeps addresses outside', () => {
    const { blocks } = convert(
      paragraph(link({ linkType: 'custom', url: ' https://example.org/ ' }, text('there')), {
        type: 'autolink',
        fields: { url: 'mailto:a@example.org' },
        children: [text('mail')],
      }),
    );
    expect(blocks[0]).toMatchObject({
      children: [{ to: { href: 'https://example.org/' } }, { to: { href: 'mailto:a@example.org' } }],
    });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '/studio/admin', ' java\nscript:x', ''])(
    'keeps only the words of a link to %j',
    (url) => {
      const { blocks } = convert(paragraph(text('see '), link({ linkType: 'custom', url }, text('this'))));
      expect(blocks).toEqual([{ type: 'paragraph', children: [{ type: 'text', text: 'see this' }] }]);
    },
  );

  it('names a document of ours by its public id, and only one that the public may know', () => {
    const to = (id: string) => ({ linkType: 'internal', doc: { relationTo: 'articles', value: id } });
    const { blocks, refs } = convert(
      paragraph(link(to('public-1'), text('open'))),
      paragraph(link(to('hidden-1'), text('closed'))),
    );
    expect(blocks[0]).toMatchObject({ children: [{ to: { document: { type: 'article', id: publicId } } }] });
    expect(blocks[1]).toEqual({ type: 'paragraph', children: [{ type: 'text', text: 'closed' }] });
    expect(refs.map(({ id, use }) => [id, use])).toEqual([
      ['public-1', 'linked'],
      ['hidden-1', 'linked'],
    ]);
    expect(JSON.stringify(blocks)).not.toContain('hidden-1');
  });
});

describe('pictures, tables and boxes', () => {
  const upload = (id: unknown, caption: unknown) => ({
    type: 'upload',
    relationTo: 'images',
    value: id,
    fields: { caption },
  });

  it('shows pictures that the public may see, with the caption of this place', () => {
    const { blocks, refs } = convert(upload('public-1', ' Chợ '), upload({ id: 'public-2' }, null), upload('x', 'no'));
    expect(blocks).toEqual([
      { type: 'image', image: publicId, caption: 'Chợ' },
      { type: 'image', image: publicId, caption: null },
    ]);
    expect(refs.map(({ id, use }) => [id, use])).toEqual([
      ['public-1', 'shown'],
      ['public-2', 'shown'],
      ['x', 'shown'],
    ]);
  });

  it('knows a picture as a block, too', () => {
    const fields = { blockType: 'picture', image: 'public-1', caption: 'c' };
    const { blocks, refs } = convert({ type: 'block', fields });
    expect(blocks).toEqual([{ type: 'image', image: publicId, caption: 'c' }]);
    expect(refs).toHaveLength(1);
  });

  it('puts the paragraphs of a cell below each other', () => {
    const cell = {
      type: 'tablecell',
      headerState: 1,
      colSpan: 2,
      children: [paragraph(text('a')), paragraph(text('b'))],
    };
    const { blocks } = convert({ type: 'table', children: [{ type: 'tablerow', children: [cell] }] });
    const children = [{ type: 'text', text: 'a' }, { type: 'break' }, { type: 'text', text: 'b' }];
    expect(blocks).toEqual([{ type: 'table', rows: [[{ header: true, colSpan: 2, rowSpan: 1, children }]] }]);
  });

  it('keeps the words of a list inside a cell', () => {
    const cell = { type: 'tablecell', children: [list('bullet', item(text('one')), item(text('two')))] };
    const { blocks, unknown } = convert({ type: 'table', children: [{ type: 'tablerow', children: [cell] }] });
    expect(unknown).toEqual([]);
    expect(JSON.stringify(blocks)).toMatch(/one.*break.*two/);
  });

  it('makes a box of facts', () => {
    const content = { root: { children: [paragraph(text('p')), list('bullet', item(text('l'))), paragraph()] } };
    const { blocks } = convert({ type: 'block', fields: { blockType: 'facts', title: 'T', content } });
    expect(blocks).toMatchObject([{ type: 'facts', title: 'T', blocks: [{ type: 'paragraph' }, { type: 'list' }] }]);
  });
});

describe('what has no place in a record', () => {
  it('is named, never dropped without a word', () => {
    const { unknown } = convert(
      { type: 'youtube', id: 'x' },
      { type: 'relationship', relationTo: 'articles', value: 'public-1' },
      { type: 'block', fields: { blockType: 'html' } },
      { type: 'upload', relationTo: 'files', value: '1' },
      paragraph({ type: 'inlineBlock' }),
      'nonsense',
    );
    expect(unknown).toEqual(['block', 'inlineBlock', 'malformed', 'relationship', 'upload', 'youtube']);
  });

  it('includes a state that is no state', () => {
    expect(lexicalToBlocks('x', known).unknown).toEqual(['malformed']);
    expect(lexicalToBlocks({ root: 1 }, known).unknown).toEqual(['malformed']);
    expect(lexicalToBlocks(null, known)).toEqual({ blocks: [], refs: [], unknown: [] });
  });

  it('includes halves of characters, which become whole', () => {
    const { blocks } = convert(paragraph(text('a\ud800')));
    expect(blocks).toEqual([{ type: 'paragraph', children: [{ type: 'text', text: 'a\ufffd' }] }]);
  });
});
