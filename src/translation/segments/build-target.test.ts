import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDocument, everyShape } from '../../../test/support/arbitrary-documents.ts';
import { plainText } from '../content.ts';
import { buildTarget } from './build-target.ts';
import { extractSegments } from './extract.ts';
import type { Segment } from './segment.ts';
import type { FieldShape } from './shape.ts';

const text = (words: string, format = 0) => ({
  ...{ version: 1, detail: 0, mode: 'normal', style: '', type: 'text' },
  format,
  text: words,
});
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });
const item = (...children: unknown[]) => ({ type: 'listitem', children });
const list = (...children: unknown[]) => ({ type: 'list', listType: 'bullet', children });
const cell = (...children: unknown[]) => ({ type: 'tablecell', headerState: 0, children });
const table = (...rows: unknown[][]) => ({
  type: 'table',
  children: rows.map((children) => ({ type: 'tablerow', children })),
});
const link = (url: string, words: string) => ({
  type: 'link',
  version: 3,
  fields: { linkType: 'custom', url },
  children: [text(words)],
});
const picture = (image: string, caption: string | null, id = 'b1') => ({
  type: 'block',
  fields: { id, blockType: 'picture', image, caption },
});
const bodyOf = (...children: unknown[]) => ({ title: null, body: { root: { type: 'root', children } } });

const plain = (name: string, role: Segment['role']): FieldShape => ({ kind: 'text', name, role, localized: false });
const shape: FieldShape[] = [
  plain('title', 'title'),
  {
    kind: 'rich',
    name: 'body',
    localized: false,
    blocks: new Map<string, FieldShape[]>([
      ['picture', [plain('caption', 'caption')]],
      [
        'facts',
        [plain('title', 'facts-title'), { kind: 'rich', name: 'content', localized: false, blocks: new Map() }],
      ],
    ]),
  },
];

const contents = (said: Record<string, string>) =>
  new Map(Object.entries(said).map(([path, words]) => [path, [{ text: words }]]));
const nothing = { pairs: new Map<string, string>(), contents: contents({}), shape };
const wordsOf = (document: unknown) => extractSegments(document, shape).map(({ content }) => plainText(content));

describe('a target built after its source', () => {
  it('has what is translated, and not the source where nothing is', () => {
    const source = bodyOf(paragraph(text('one')), paragraph(text('two')), paragraph(text('three')));
    const built = buildTarget({
      ...nothing,
      source,
      target: {},
      contents: contents({ 'body/0': 'un', 'body/2': 'trois' }),
    });
    expect(built).toEqual(bodyOf(paragraph(text('un')), paragraph(text('trois'))));
  });

  it('keeps the form of tables, and lists without the items that are missing', () => {
    const source = bodyOf(
      table([cell(paragraph(text('a'))), cell(paragraph(text('b')))], [cell(paragraph(text('c')))]),
      list(item(text('d')), item(list(item(text('e'))))),
    );
    const built = buildTarget({
      ...nothing,
      source,
      target: {},
      contents: contents({ 'body/0/0/1/0': 'B', 'body/1/1/0/0': 'E' }),
    });
    expect(built).toMatchObject(
      bodyOf(
        table(
          [cell({ type: 'paragraph', children: [] }), cell(paragraph(text('B')))],
          [cell({ type: 'paragraph', children: [] })],
        ),
        list(item(list(item(text('E'))))),
      ),
    );
  });

  it('keeps pictures and rules, and boxes of which something is translated', () => {
    const facts = (title: string | null, ...children: unknown[]) => ({
      type: 'block',
      fields: { id: 'f', blockType: 'facts', title, content: { root: { type: 'root', children } } },
    });
    const source = bodyOf(
      picture('i1', 'caption'),
      { type: 'horizontalrule' },
      facts('A', paragraph(text('b'))),
      facts('C', paragraph(text('d'))),
    );
    const built = buildTarget({ ...nothing, source, target: {}, contents: contents({ 'body/3/content/0': 'D' }) });
    expect(built).toEqual(bodyOf(picture('i1', null), { type: 'horizontalrule' }, facts(null, paragraph(text('D')))));
  });

  it('keeps the very nodes of what is not said anew, with links of its own', () => {
    const source = bodyOf(paragraph(text('see '), link('https://vi.example/', 'here')), paragraph(text('new')));
    const own = [text('voir '), link('https://fr.example/', 'ici')];
    const built = buildTarget({
      source,
      shape,
      target: bodyOf({ ...paragraph(...own), direction: 'ltr' }),
      pairs: new Map([['body/0', 'body/0']]),
      contents: contents({ 'body/1': 'nouveau' }),
    });
    expect(built).toEqual(bodyOf({ ...paragraph(...own), direction: 'ltr' }, paragraph(text('nouveau'))));
  });

  it('leads a link where the target’s own link led, with other words', () => {
    const source = bodyOf(paragraph(text('see '), link('https://vi.example/', 'here')));
    const target = bodyOf(paragraph(link('https://fr.example/', 'ici')));
    const said = [
      { text: 'cliquez ' },
      { code: 'open', id: '1', kind: 'link' },
      { text: 'là' },
      { code: 'close', id: '1' },
    ] as const;
    const built = buildTarget({
      source,
      shape,
      target,
      pairs: new Map([['body/0', 'body/0']]),
      contents: new Map([['body/0', said]]),
    });
    expect(built).toEqual(bodyOf(paragraph(text('cliquez '), link('https://fr.example/', 'là'))));
  });

  it('takes the source’s link where the target has none', () => {
    const source = bodyOf(paragraph(text('see '), { ...link('https://vi.example/', 'here'), id: 'L' }));
    const said = [
      { code: 'open', id: '1', kind: 'link', address: 'https://vi.example/' },
      { text: 'ici' },
      { code: 'close', id: '1' },
    ] as const;
    const built = buildTarget({ ...nothing, source, target: {}, contents: new Map([['body/0', said]]) });
    expect(built).toEqual(bodyOf(paragraph({ ...link('https://vi.example/', 'ici'), id: 'L' })));
  });

  it('keeps what only the target has behind what it stood behind, wherever that moves', () => {
    const source = bodyOf(paragraph(text('2')), paragraph(text('1')));
    const target = bodyOf(
      paragraph(text('own 0')),
      paragraph(text('un')),
      paragraph(text('own 1')),
      picture('own', null),
      paragraph(text('deux')),
    );
    const pairs = new Map([
      ['body/0', 'body/4'],
      ['body/1', 'body/1'],
    ]);
    const built = buildTarget({ ...nothing, source, target, pairs });
    expect(wordsOf(built)).toEqual(['own 0', 'deux', 'un', 'own 1']);
    expect(JSON.stringify(built)).toContain('"image":"own"');
  });

  it('is without what is left out, and without what shall go', () => {
    const source = bodyOf(paragraph(text('1')), paragraph(text('2')));
    const target = bodyOf(paragraph(text('un')), paragraph(text('deux')), paragraph(text('old')));
    const pairs = new Map([
      ['body/0', 'body/0'],
      ['body/1', 'body/1'],
    ]);
    const built = buildTarget({
      ...nothing,
      source,
      target,
      pairs,
      leftOut: new Set(['body/1']),
      dropped: new Set(['body/2']),
    });
    expect(wordsOf(built)).toEqual(['un']);
  });

  it('shows the picture that the source shows, once', () => {
    const source = bodyOf(picture('new', 'c', 'b1'), picture('same', null, 'b2'));
    const target = bodyOf(picture('old', 'C', 't1'), picture('same', null, 't2'));
    const pairs = new Map([['body/0/caption', 'body/0/caption']]);
    expect(buildTarget({ ...nothing, source, target, pairs })).toEqual(
      bodyOf(picture('new', 'C', 't1'), picture('same', null, 't2')),
    );
  });

  it('follows the level of a heading', () => {
    const heading = (tag: string, words: string) => ({ type: 'heading', tag, children: [text(words)] });
    const built = buildTarget({
      ...nothing,
      source: bodyOf(heading('h3', 'a')),
      target: bodyOf(heading('h2', 'A')),
      pairs: new Map([['body/0', 'body/0']]),
    });
    expect(built).toEqual(bodyOf(heading('h3', 'A')));
  });
});

describe('any target built after any source', { timeout: 60_000 }, () => {
  const marks = (document: unknown) =>
    extractSegments(document, everyShape)
      .flatMap(({ content }) => plainText(content).match(/\bw\d+/g) ?? [])
      .sort();

  it('is the source where it says the same', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const segments = extractSegments(document, everyShape);
        const pairs = new Map(segments.map(({ path }) => [path, path]));
        const built = buildTarget({
          source: document,
          target: document,
          shape: everyShape,
          pairs,
          contents: new Map(),
        });
        expect(built).toEqual(document);
        const said = new Map(segments.map(({ path, content }) => [path, content]));
        const anew = buildTarget({ source: document, target: {}, shape: everyShape, pairs: new Map(), contents: said });
        const told = ({ content, role, field }: Segment) => ({ content, role, field });
        expect(extractSegments(anew, everyShape).map(told)).toEqual(segments.map(told));
      }),
      { numRuns: 150 },
    );
  });

  it('loses no word that it had, and has none twice', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, fc.infiniteStream(fc.nat(99)), (source, target, numbers) => {
        const free = [...extractSegments(target, everyShape)];
        const pairs = new Map<string, string>();
        for (const { path, field, role } of extractSegments(source, everyShape)) {
          const at = free.findIndex(
            (one) => one.field === field && (inText(role) ? inText(one.role) : one.path === path),
          );
          const other = free[at];
          if (!other || (numbers.next().value ?? 0) < 40) continue;
          free.splice(at, 1);
          pairs.set(path, other.path);
        }
        const built = buildTarget({ source, target, shape: everyShape, pairs, contents: new Map() });
        expect(marks(built)).toEqual(marks(target));
      }),
      { numRuns: 150 },
    );
  });
});

const inText = (role: Segment['role']): boolean =>
  ['paragraph', 'heading', 'quote', 'list-item', 'table-cell', 'table-header'].includes(role);
