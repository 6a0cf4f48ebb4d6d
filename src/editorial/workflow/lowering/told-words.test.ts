import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toldBefore, toldBy } from './told-words.ts';

const text = (words: string) => ({ type: 'text', text: words, format: 0, mode: 'normal', style: '', version: 1 });
const paragraph = (...children: object[]) => ({ type: 'paragraph', version: 1, format: '', indent: 0, children });
const body = (...children: object[]) => ({ root: { type: 'root', version: 1, format: '', children } });

describe('what a document tells', () => {
  it('stands field by field and language by language, what all share first', () => {
    const doc = {
      ...{ id: 'a', revision: 4, updatedAt: '2026-01-01T00:00:00.000Z', marking: 'm', seal: 'restricted|' },
      title: { vi: 'Cảng', en: 'Harbour' },
      source: 'vi',
      body: { vi: body(paragraph(text('Một '), text('dòng')), paragraph(text('Hai'))) },
    };
    expect(toldBy(doc)).toEqual([
      { field: 'source', locale: null, lines: ['vi'] },
      { field: 'title', locale: 'vi', lines: ['Cảng'] },
      { field: 'body', locale: 'vi', lines: ['Một dòng', 'Hai'] },
      { field: 'title', locale: 'en', lines: ['Harbour'] },
    ]);
  });

  it('names the file of a picture, and nothing else of what programs keep of it', () => {
    const master = { sha256: 'f'.repeat(64), bytes: 81_234, height: 900, filename: 'so-do.jpg', display: null };
    expect(toldBy({ master })).toEqual([{ field: 'master', locale: null, lines: ['so-do.jpg'] }]);
  });

  it('names who is shown, each in every writing, and says of whom it is a minor or may be told', () => {
    const persons = [
      { name: { vi: 'Bà Sáu', en: 'Mrs Sáu' }, told: true, minor: false },
      { name: { vi: 'Tí' }, told: false, minor: true },
    ];
    expect(toldBy({ persons })).toEqual([
      { field: 'persons', locale: null, lines: ['Bà Sáu', 'Mrs Sáu', 'Tí'] },
      { field: 'persons.minor', locale: null, lines: ['Tí'] },
      { field: 'persons.told', locale: null, lines: ['Bà Sáu', 'Mrs Sáu'] },
    ]);
  });

  it('holds the id to which a link leads within the studio, for which a name is put', () => {
    const fields = { linkType: 'internal', newTab: false, doc: { relationTo: 'articles', value: 'an-id' } };
    const link = { type: 'link', version: 3, fields, children: [text('đây')] };
    expect(toldBy({ body: { vi: body(paragraph(text('xem '), link)) } })[0]?.lines).toEqual(['xem đây ⟨an-id⟩']);
  });

  it('holds the address of a link, and the words of boxes and tables', () => {
    const link = { type: 'link', version: 3, fields: { url: 'https://secret.test/x', linkType: 'custom' } };
    const box = {
      type: 'block',
      version: 2,
      fields: { id: 'b', blockType: 'facts', heading: 'Số liệu', content: body(paragraph(text('Trong hộp'))) },
    };
    const cell = (words: string) => ({ type: 'tablecell', version: 1, children: [paragraph(text(words))] });
    const table = { type: 'table', version: 1, children: [{ type: 'tablerow', children: [cell('A'), cell('B')] }] };
    const linked = paragraph(text('xem '), { ...link, children: [text('đây')] });
    const [told] = toldBy({ body: { vi: body(linked, box, table) } });
    expect(told?.lines).toEqual(['xem đây ⟨https://secret.test/x⟩', 'Số liệu', 'Trong hộp', 'A', 'B']);
  });

  it('leaves out no word, wherever in a text it stands', () => {
    const word = fc.stringMatching(/^[a-zđạ]{6,12}$/);
    const tree = fc.letrec<{ node: object }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        word.map((words) => paragraph(text(words))),
        fc.array(tie('node'), { maxLength: 3 }).map((children) => ({ type: 'list', version: 1, children })),
        fc.tuple(word, fc.array(tie('node'), { maxLength: 2 })).map(([heading, children]) => ({
          ...{ type: 'block', version: 2 },
          fields: { id: 'i', blockType: 'facts', heading, content: body(...children) },
        })),
      ),
    })).node;
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (nodes) => {
        const words = JSON.stringify(nodes).match(/"(?:text|heading)":"[^"]+"/g) ?? [];
        const lines = toldBy({ body: { fr: body(...nodes) } }).flatMap((told) => told.lines);
        for (const found of words) expect(lines.join('\n')).toContain(found.split('"')[3]);
      }),
    );
  });
});

describe('what only earlier versions tell', () => {
  it('is each line that stands nowhere now, once', () => {
    const said = (...lines: string[]) => [{ field: 'body', locale: 'vi' as const, lines }];
    const now = [...said('Giữ', 'Mới'), { field: 'title', locale: 'vi' as const, lines: ['Kín'] }];
    const earlier = [...said('Giữ', 'Kín'), ...said('Kín', 'Cũ')];
    expect(toldBefore(now, earlier)).toEqual(said('Kín', 'Cũ'));
    expect(toldBefore(now, now)).toEqual([]);
  });
});
