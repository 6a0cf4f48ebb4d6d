import { describe, expect, it } from 'vitest';
import { plainText } from '../content.ts';
import { addParagraph } from './add-paragraph.ts';
import { extractSegments } from './extract.ts';
import type { FieldShape } from './shape.ts';

const shape: readonly FieldShape[] = [
  { kind: 'text', name: 'title', role: 'title', localized: true },
  { kind: 'rich', name: 'body', localized: true, blocks: new Map() },
];
const text = (words: string) => ({ type: 'text', text: words, format: 0 });
const paragraph = (words: string) => ({ type: 'paragraph', version: 1, children: [text(words)] });
const list = { type: 'list', children: ['một', 'hai'].map((words) => ({ type: 'listitem', children: [text(words)] })) };
const document = {
  title: 'Chợ',
  body: { root: { type: 'root', children: [paragraph('đầu'), list, paragraph('cuối')] } },
};

const wordsIn = (one: unknown) =>
  extractSegments(one, shape).map(({ path, content }) => `${path} ${plainText(content)}`);
const add = (path: string) => addParagraph(document, shape, path, [{ text: 'chỉ ở đây' }]);

describe('addParagraph', () => {
  it('stands behind a paragraph, and behind the whole of a list', () => {
    const behindFirst = add('body/0');
    expect(behindFirst?.path).toBe('body/1');
    expect(wordsIn({ ...document, body: behindFirst?.value })).toEqual([
      'title Chợ',
      'body/0 đầu',
      'body/1 chỉ ở đây',
      'body/2/0 một',
      'body/2/1 hai',
      'body/3 cuối',
    ]);
    expect(add('body/1/0')?.path).toBe('body/2');
    const last = add('body/2');
    expect(wordsIn({ ...document, body: last?.value }).at(-1)).toBe(`${last?.path} chỉ ở đây`);
  });

  it('leaves every node that was there as it was', () => {
    const added = add('body/1/1') ?? expect.fail('nothing was added');
    const { root } = added.value as typeof document.body;
    expect(root.children.filter((node) => document.body.root.children.includes(node))).toHaveLength(3);
    expect(root.children[0]).toBe(document.body.root.children[0]);
  });

  it('is nowhere beside a title, or where nothing stands', () => {
    expect(add('title')).toBeNull();
    expect(add('body/7')).toBeNull();
    expect(addParagraph({ title: 'Chợ' }, shape, 'body/0', [{ text: 'x' }])).toBeNull();
    expect(addParagraph(null, shape, 'body/0', [{ text: 'x' }])).toBeNull();
  });
});
