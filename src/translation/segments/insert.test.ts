import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDocument, everyShape, sentence } from '../../../test/support/arbitrary-documents.ts';
import { plainText } from '../content.ts';
import { contentOf } from './content-of.ts';
import { extractSegments } from './extract.ts';
import { insertContents } from './insert.ts';
import { nodesFrom } from './nodes-from.ts';
import type { FieldShape } from './shape.ts';

const contentsOf = (document: unknown) =>
  new Map(extractSegments(document, everyShape).map(({ path, content }) => [path, content]));
const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
  return value;
};

describe('the words of a document, taken out and put back', { timeout: 60_000 }, () => {
  it('leave the document as it was, node by node', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const before = structuredClone(document);
        const { document: after, unplaced } = insertContents(frozen(document), everyShape, contentsOf(document));
        expect(after).toBe(document);
        expect(after).toEqual(before);
        expect(unplaced).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('are all found, each once, and nothing of what nobody knows', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const segments = extractSegments(document, everyShape);
        const found = segments.map(({ content }) => plainText(content)).join(' ');
        const written = JSON.stringify(document).match(/(?<![\w-])w\d+/g) ?? [];
        expect((found.match(/\bw\d+/g) ?? []).sort()).toEqual(written.sort());
        expect(found).not.toMatch(/\bu\d/);
        expect(new Set(segments.map(({ path }) => path)).size).toBe(segments.length);
      }),
      { numRuns: 200 },
    );
  });

  it('change nothing else where one of them changes', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), (document, pick) => {
        const segments = extractSegments(document, everyShape);
        const chosen = segments[pick % Math.max(1, segments.length)];
        if (!chosen) return;
        const content = [{ text: 'Something else.' }];
        const { document: after } = insertContents(frozen(document), everyShape, new Map([[chosen.path, content]]));
        const changed = extractSegments(after, everyShape);
        expect(changed.find(({ path }) => path === chosen.path)?.content).toEqual(content);
        const back = insertContents(after, everyShape, new Map([[chosen.path, [{ text: '' }]]])).document;
        const emptied = insertContents(document, everyShape, new Map([[chosen.path, [{ text: '' }]]])).document;
        expect(back).toEqual(emptied);
        expect(changed.filter(({ path }) => !path.startsWith(chosen.path))).toEqual(
          segments.filter(({ path }) => !path.startsWith(chosen.path)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('never throw, whatever a document is', () => {
    const anything = fc.anything({ withNullPrototype: true, maxDepth: 5, key: fc.constantFrom(...keys) });
    fc.assert(
      fc.property(anything, (document) => {
        const { document: after } = insertContents(document, everyShape, contentsOf(document));
        expect(after).toBe(document);
      }),
      { numRuns: 2000, examples: [[{ sections: Number.NaN }]] },
    );
  });

  it('stop at a depth that no editor reaches', () => {
    let deep: unknown = { type: 'paragraph', children: [{ type: 'text', text: 'w1' }] };
    for (let depth = 0; depth < 20_000; depth++) deep = { type: 'listitem', children: [deep] };
    let inline: unknown = { type: 'text', text: 'w2' };
    for (let depth = 0; depth < 20_000; depth++) inline = { type: 'link', fields: {}, children: [inline] };
    const document = { body: { root: { children: [deep, { type: 'paragraph', children: [inline] }] } } };
    expect(insertContents(document, everyShape, contentsOf(document)).document).toBe(document);
  });

  it('say where there was no place for them', () => {
    const { document, unplaced } = insertContents({ title: 'a' }, everyShape, new Map([['body/3', [{ text: 'b' }]]]));
    expect([document, unplaced]).toEqual([{ title: 'a' }, ['body/3']]);
  });

  it('fill fields that were empty', () => {
    const contents = new Map([
      ['title', [{ text: 'b' }]],
      ['meta/description', [{ text: 'c' }]],
    ]);
    const { document } = insertContents({ title: null }, everyShape, contents);
    expect(document).toEqual({ title: 'b', meta: { description: 'c' } });
  });
});

const keys = ['root', 'children', 'type', 'text', 'body', 'title', 'rows', 'meta', 'sections', 'fields', 'tags', 'doc'];

describe('a document that was read in all languages', () => {
  const shape: FieldShape[] = [
    { kind: 'text', name: 'title', role: 'title', localized: true },
    {
      kind: 'rows',
      name: 'rows',
      localized: false,
      fields: [{ kind: 'text', name: 'label', role: 'text', localized: true, limit: 20 }],
    },
  ];
  const document = { title: { vi: 'Chợ', en: 'Market' }, rows: [{ id: 'r', label: { vi: 'Bến Thành' } }] };

  it('holds one text for each', () => {
    expect(extractSegments(document, shape, 'en')).toEqual([
      { path: 'title', field: 'title', role: 'title', content: [{ text: 'Market' }] },
    ]);
    expect(extractSegments(document, shape, 'vi').at(-1)).toEqual({
      path: 'rows/0/label',
      field: 'rows.label',
      role: 'text',
      limit: 20,
      content: [{ text: 'Bến Thành' }],
    });
  });

  it('takes one without touching the others', () => {
    const contents = new Map([['rows/0/label', [{ text: 'Bến Thành Market' }]]]);
    expect(insertContents(document, shape, contents, 'en').document).toEqual({
      ...document,
      rows: [{ id: 'r', label: { vi: 'Bến Thành', en: 'Bến Thành Market' } }],
    });
  });
});

describe('a sentence', () => {
  it('that is written anew from its content has the same content again', () => {
    fc.assert(
      fc.property(sentence, (nodes) => {
        const { content, templates } = contentOf(nodes);
        expect(contentOf(nodesFrom(content, templates)).content).toEqual(content);
      }),
      { numRuns: 1000 },
    );
  });

  it('that is written anew looks as it did, letter by letter', () => {
    fc.assert(
      fc.property(sentence, (nodes) => {
        const { content, templates } = contentOf(nodes);
        expect(letters(nodesFrom(content, templates))).toEqual(letters(nodes));
      }),
      { numRuns: 1000 },
    );
  });
});

type Node = { text?: unknown; children?: unknown; type?: unknown; format?: number; style?: string };

/** Each letter with its format and everything around it. */
const letters = (nodes: unknown, around = ''): string[] =>
  Array.isArray(nodes)
    ? nodes.flatMap((node: Node | null): string[] => {
        if (node?.type === 'text' && typeof node.text === 'string') {
          const { format, style } = node;
          return [...node.text].map((letter) => `${letter} ${format ?? 0} ${style ?? ''} ${around}`);
        }
        const { children, ...rest } = node ?? {};
        const inside = letters(children, `${around} ${JSON.stringify(rest)}`);
        if (inside.length > 0 || node?.type === 'text') return inside;
        return [`${around} ${JSON.stringify(rest)}`];
      })
    : [];
