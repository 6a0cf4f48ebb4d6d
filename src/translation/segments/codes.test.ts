import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentence } from '../../../test/support/arbitrary-documents.ts';
import type { Content, Piece, SpanKind } from '../content.ts';
import { codeFaults, matchCodes } from './codes.ts';
import { contentOf } from './content-of.ts';

const open = (id: string, kind: SpanKind = 'bold', address?: string): Piece =>
  address === undefined ? { code: 'open', id, kind } : { code: 'open', id, kind, address };
const close = (id: string): Piece => ({ code: 'close', id });
const text = (words: string): Piece => ({ text: words });
const run = (words: string, format = 0) => ({ type: 'text', text: words, format });
const none = { missing: [], added: [], doubled: [], crossed: [] };

describe('codes of a sentence', () => {
  it('nest, the farther reaching one outside', () => {
    expect(contentOf([run('a', 1), run('b', 3), run('c', 1)]).content).toEqual([
      open('1'),
      text('a'),
      open('2', 'italic'),
      text('b'),
      close('2'),
      text('c'),
      close('1'),
    ]);
  });

  it('begin with the one that reaches farther', () => {
    expect(contentOf([run('a', 3), run('b', 2)]).content).toEqual([
      open('1', 'italic'),
      open('2'),
      text('a'),
      close('2'),
      text('b'),
      close('1'),
    ]);
  });

  it('reach over a line break and a link, and end behind the last word', () => {
    const link = { type: 'link', fields: { url: 'https://x.example/' }, children: [run('b', 1)] };
    const nodes = [run('a', 1), { type: 'linebreak' }, link, { type: 'linebreak' }, run('c')];
    expect(contentOf(nodes).content).toEqual([
      open('1'),
      text('a'),
      { code: 'single', id: '2', kind: 'break' },
      open('3', 'link', 'https://x.example/'),
      text('b'),
      close('3'),
      close('1'),
      { code: 'single', id: '4', kind: 'break' },
      text('c'),
    ]);
  });

  it('show where links lead, to documents of ours, too', () => {
    const to = (fields: object) => contentOf([{ type: 'link', fields, children: [run('x')] }]).content[0];
    const doc = { relationTo: 'articles', value: { id: 'a1' } };
    expect(to({ linkType: 'internal', doc })).toMatchObject({ address: 'internal:articles/a1' });
    expect(to({ linkType: 'internal', doc: null })).toMatchObject({ address: '' });
  });
});

describe('codes of a target', () => {
  const source: Content = [
    open('1', 'bold'),
    text('a'),
    close('1'),
    open('2', 'link', 'https://a.example/'),
    text('b'),
    close('2'),
    open('3', 'link', 'https://b.example/'),
    text('c'),
    close('3'),
  ];

  it('are numbered after the source’s: links by where they lead, marks by their kind', () => {
    const target: Content = [
      open('1', 'link', 'https://b.example/'),
      text('C'),
      close('1'),
      open('2', 'link', 'https://fr.example/'),
      text('B'),
      close('2'),
      open('3', 'bold'),
      text('A'),
      close('3'),
    ];
    expect(matchCodes(source, target)).toEqual([
      open('3', 'link', 'https://b.example/'),
      text('C'),
      close('3'),
      open('2', 'link', 'https://fr.example/'),
      text('B'),
      close('2'),
      open('1', 'bold'),
      text('A'),
      close('1'),
    ]);
    expect(codeFaults(source, matchCodes(source, target))).toEqual(none);
  });

  it('follow the links where those stand in another order', () => {
    const link = (id: string, address: string) => [open(id, 'link', address), text(address), close(id)];
    const there = [...link('1', 'https://a.example/'), ...link('2', 'https://b.example/')];
    const here = [...link('1', 'https://b.example/'), ...link('2', 'https://a.example/')];
    expect(matchCodes(there, here)).toEqual([...link('2', 'https://b.example/'), ...link('1', 'https://a.example/')]);
  });

  it('are lost, added, doubled or crossed', () => {
    const [bold, end] = [open('1'), close('1')];
    expect(codeFaults([bold, end], [text('a')])).toEqual({ ...none, missing: ['1'] });
    expect(codeFaults([text('a')], [bold, text('a'), end])).toEqual({ ...none, added: ['1'] });
    expect(codeFaults([bold, end], [bold, end, bold, end])).toEqual({ ...none, doubled: ['1'] });
    const two = [bold, open('2', 'italic'), close('2'), end];
    expect(codeFaults(two, [bold, open('2', 'italic'), end, close('2')]).crossed).toEqual(['1']);
    expect(codeFaults(two, [bold, open('2', 'italic'), close('2')]).crossed).toEqual(['1']);
    expect(codeFaults([bold, end], [end, bold]).crossed).toEqual(['1']);
    expect(codeFaults([bold, end], [open('1', 'italic'), end])).toEqual({ ...none, added: ['1'] });
  });

  it('of an added kind get numbers of their own', () => {
    expect(matchCodes([open('1'), close('1')], [open('1', 'italic'), close('1')])).toEqual([
      open('2', 'italic'),
      close('2'),
    ]);
  });

  it('are without fault against themselves, whatever the sentence, and keep their numbers', () => {
    fc.assert(
      fc.property(sentence, (nodes) => {
        const { content } = contentOf(nodes);
        expect(matchCodes(content, content)).toEqual(content);
        expect(codeFaults(content, content)).toEqual(none);
      }),
      { numRuns: 500 },
    );
  });
});
