import { describe, expect, it } from 'vitest';
import type { Block } from './blocks.ts';
import type { Picture } from './picture.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { type Resolver, resolveBlocks } from './resolve-blocks.ts';

const id = 'AAAAAAAAAAAAAAAAAAAAAA';
const crop = { x: 0, y: 0, width: 1, height: 1, set: false, href: null };
const picture: Picture = {
  id,
  language: 'vi',
  alt: 'Chợ "Bến Thành"',
  credit: 'Lê & Trần',
  rights: 'http://creativecommons.org/licenses/by/4.0/',
  width: 2400,
  height: 1600,
  focus: [0.5, 0.5],
  crops: { '16:9': crop, '4:3': crop, '1:1': crop, '9:16': crop },
  thumbhash: 'abc',
  sources: [
    { type: 'image/webp', width: 640, height: 427, href: 'https://x.test/images/a/640w-1.webp' },
    { type: 'image/jpeg', width: 640, height: 427, href: 'https://x.test/images/a/640w-2.jpg' },
    { type: 'image/jpeg', width: 1280, height: 853, href: 'https://x.test/images/a/1280w-3.jpg' },
  ],
};
const seeing: Resolver = { link: (type, target) => `https://x.test/v1/en/${type}s/${target}`, picture: () => picture };
const blind: Resolver = { link: () => null, picture: () => null };
const html = (blocks: Block[], resolver = seeing) => renderHtml(resolveBlocks(blocks, resolver), 'en');

describe('a body as HTML', () => {
  it('escapes every character that could open a tag or close an attribute', () => {
    expect(html([{ type: 'paragraph', children: [{ type: 'text', text: `<script>"'&\u0000` }] }])).toBe(
      '<p>&lt;script&gt;&quot;&#39;&amp;</p>',
    );
  });

  it('gives a box without a title no heading that holds nothing', () => {
    const box = (title: string): Block => ({
      type: 'facts',
      title,
      blocks: [{ type: 'paragraph', children: [{ type: 'text', text: 'f' }] }],
    });
    expect(html([box(' ')])).toBe('<aside><p>f</p></aside>');
    expect(html([box('F')])).toBe('<aside><h3>F</h3><p>f</p></aside>');
  });

  it('nests marks in their fixed order', () => {
    expect(html([{ type: 'paragraph', children: [{ type: 'text', text: 'a', marks: ['bold', 'italic'] }] }])).toBe(
      '<p><strong><em>a</em></strong></p>',
    );
  });

  it('unwraps a link to a document that cannot be seen and leaves out its picture', () => {
    const blocks: Block[] = [
      {
        type: 'paragraph',
        children: [
          { type: 'link', to: { document: { type: 'article', id } }, children: [{ type: 'text', text: 'there' }] },
        ],
      },
      { type: 'image', image: id, caption: null },
    ];
    expect(html(blocks, blind)).toBe('<p>there</p>');
    expect(html(blocks)).toContain(`<a href="https://x.test/v1/en/articles/${id}">there</a>`);
  });

  it('never lets an address of another scheme through', () => {
    const to = { href: 'javascript:alert(1)' };
    expect(
      html([{ type: 'paragraph', children: [{ type: 'link', to, children: [{ type: 'text', text: 'x' }] }] }]),
    ).toBe('<p>x</p>');
  });

  it('draws a picture with steps, words, size and credit, and says when the words are in another language', () => {
    const figure = html([{ type: 'image', image: id, caption: 'At dawn' }]);
    expect(figure).toContain('<source type="image/webp" srcset="https://x.test/images/a/640w-1.webp 640w"');
    expect(figure).toContain('src="https://x.test/images/a/1280w-3.jpg"');
    expect(figure).toContain('alt="Chợ &quot;Bến Thành&quot;" lang="vi" width="1280" height="853"');
    expect(figure).toContain('<figcaption>At dawn <small>Lê &amp; Trần</small></figcaption>');
  });

  it('gives heading rows of a table their own part', () => {
    const cell = (text: string, header: boolean) => ({
      header,
      colSpan: 1,
      rowSpan: header ? 1 : 2,
      children: [{ type: 'text' as const, text }],
    });
    expect(html([{ type: 'table', rows: [[cell('a', true)], [cell('b', false)]] }])).toBe(
      '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td rowspan="2">b</td></tr></tbody></table>',
    );
  });
});

describe('a body as text', () => {
  it('keeps the words of lists, tables, captions and fact boxes', () => {
    const text = (value: string) => [{ type: 'text' as const, text: value }];
    const blocks: Block[] = [
      { type: 'heading', level: 2, children: text('One') },
      { type: 'rule' },
      {
        type: 'list',
        ordered: true,
        items: [{ children: text('a'), list: { type: 'list', ordered: false, items: [{ children: text('b') }] } }],
      },
      { type: 'image', image: id, caption: 'Seen' },
      { type: 'facts', title: 'Facts', blocks: [{ type: 'paragraph', children: text('f') }] },
    ];
    expect(renderText(resolveBlocks(blocks, seeing))).toBe('One\n\n1. a\n  • b\n\nSeen\n\nFacts\n\nf');
  });
});
