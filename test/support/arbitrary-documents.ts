import fc from 'fast-check';
import type { FieldShape } from '#translation/segments/shape.ts';

/** Words that are told apart from everything else in a document: `w12`. Each stands for something to translate. */
const words = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.nat(999).map((n) => ` w${n} `) },
      fc.constantFrom('Đường Lê Lợi', 'Hội hè ! ', '胡志明市', ' ', '\u00a0', 'e\u0301', '<b>'),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(''));

const textNode = fc.record({
  type: fc.constant('text'),
  version: fc.constant(1),
  detail: fc.constant(0),
  mode: fc.constant('normal'),
  style: fc.oneof({ weight: 9, arbitrary: fc.constant('') }, fc.constant('color: red')),
  format: fc.oneof({ weight: 9, arbitrary: fc.nat(127) }, fc.nat(2047)),
  text: fc.oneof({ weight: 9, arbitrary: words }, fc.constant('')),
});

const link = (children: fc.Arbitrary<unknown[]>) =>
  fc.record({
    type: fc.constantFrom('link', 'autolink'),
    id: fc.uuid(),
    version: fc.constant(3),
    fields: fc.oneof(
      fc.record({
        linkType: fc.constant('custom'),
        url: fc.constantFrom('https://a.example/', 'mailto:b@c.example', ''),
      }),
      fc.record({
        linkType: fc.constant('internal'),
        doc: fc.record({ relationTo: fc.constant('articles'), value: fc.constantFrom('a1', 'a2', { id: 'a3' }) }),
      }),
    ),
    children,
  });

const strange = fc.oneof(
  fc.constant({ type: 'inlineBlock', fields: { blockType: 'map' } }),
  fc.constant({ type: 'mention', name: 'x' }),
  fc.constantFrom<unknown>(null, 7, 'nonsense', [], {}, { type: 'text' }, { type: 'link' }, { children: 1 }),
);

const { sentence } = fc.letrec<{ sentence: unknown[]; inline: unknown }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 6, arbitrary: textNode },
    fc.constant({ type: 'linebreak', version: 1 }),
    fc.constant({ type: 'tab', version: 1, detail: 2, format: 0, mode: 'normal', style: '', text: '\t' }),
    strange,
    link(tie('sentence')),
    fc.record({ type: fc.constant('unknownSpan'), children: tie('sentence') }),
  ),
  sentence: fc.array(tie('inline'), { maxLength: 5 }),
}));

export { sentence };

/** Things of which nobody knows what they hold; what they say is not `w…`. */
const unknownBlock = fc.oneof(
  fc.constant({
    type: 'youtube',
    id: 'x',
    children: [{ type: 'paragraph', children: [{ type: 'text', text: 'u1' }] }],
  }),
  fc.constant({ type: 'block', fields: { blockType: 'html', code: '<p>u2</p>' } }),
  fc.constantFrom<unknown>({ type: 'horizontalrule', version: 1 }, null, 'nonsense', 3, { type: 'list' }, {}),
);

const block = (children: fc.Arbitrary<unknown>) =>
  fc.oneof(
    fc.record({ type: fc.constantFrom('paragraph', 'heading', 'quote'), children: sentence, indent: fc.nat(2) }),
    fc.record({
      type: fc.constant('block'),
      fields: fc.record({ blockType: fc.constant('picture'), image: fc.uuid(), caption: fc.option(words) }),
    }),
    fc.record({ type: fc.constant('upload'), value: fc.uuid(), fields: fc.record({ caption: fc.option(words) }) }),
    unknownBlock,
    children,
  );

const { nested } = fc.letrec<{ nested: unknown; list: unknown; table: unknown; item: unknown; cell: unknown }>(
  (tie) => ({
    item: fc.oneof(
      { maxDepth: 4 },
      fc.record({ type: fc.constant('listitem'), checked: fc.boolean(), children: sentence }),
      fc.record({ type: fc.constant('listitem'), children: fc.tuple(tie('list')) }),
      fc.record({ type: fc.constant('listitem'), children: fc.tuple(textNode, tie('list'), textNode) }),
      fc.record({ type: fc.constant('listitem'), children: fc.array(block(textNode), { maxLength: 3 }) }),
    ),
    list: fc.record({
      type: fc.constant('list'),
      listType: fc.constantFrom('bullet', 'number', 'check'),
      children: fc.array(tie('item'), { maxLength: 3 }),
    }),
    cell: fc.record({
      type: fc.constant('tablecell'),
      headerState: fc.constantFrom(0, 1, 3),
      colSpan: fc.constant(1),
      children: fc.array(block(tie('list')), { maxLength: 2 }),
    }),
    table: fc.record({
      type: fc.constant('table'),
      children: fc.array(
        fc.record({ type: fc.constant('tablerow'), children: fc.array(tie('cell'), { maxLength: 3 }) }),
        { maxLength: 3 },
      ),
    }),
    nested: fc.oneof({ maxDepth: 4 }, block(tie('list')), tie('table')),
  }),
);

const rich = (children: fc.Arbitrary<unknown[]>) =>
  fc.record({ root: fc.record({ type: fc.constant('root'), direction: fc.constant('ltr'), children }) });

const factsBox = fc.record({
  type: fc.constant('block'),
  fields: fc.record({
    blockType: fc.constant('facts'),
    title: words,
    content: rich(fc.array(block(fc.constant({ type: 'listitem', children: [] })), { maxLength: 3 })),
  }),
});

/** A text of the editor with everything that it can hold, and with much that it cannot. */
export const anyText = rich(fc.array(fc.oneof({ weight: 5, arbitrary: nested }, factsBox), { maxLength: 6 }));

const plain = (name: string, role: 'title' | 'caption' | 'facts-title' | 'text' = 'text'): FieldShape => ({
  kind: 'text',
  name,
  role,
  localized: false,
});

const picture: [string, FieldShape[]] = ['picture', [plain('caption', 'caption')]];

/** The boxes of a body; unlike there, a box of facts may hold a picture here. */
const bodyBoxes = new Map<string, FieldShape[]>([
  picture,
  [
    'facts',
    [plain('title', 'facts-title'), { kind: 'rich', name: 'content', localized: false, blocks: new Map([picture]) }],
  ],
]);

/** Every kind of field that holds words. */
export const everyShape: readonly FieldShape[] = [
  plain('title', 'title'),
  { kind: 'text', name: 'tags', role: 'text', many: true, localized: false },
  { kind: 'rich', name: 'body', localized: false, blocks: bodyBoxes },
  { kind: 'group', name: 'meta', localized: false, fields: [plain('title', 'title'), plain('description')] },
  {
    kind: 'rows',
    name: 'rows',
    localized: false,
    fields: [plain('label'), { kind: 'rich', name: 'text', localized: false, blocks: bodyBoxes }],
  },
  { kind: 'blocks', name: 'sections', localized: false, blocks: new Map([['quote', [plain('words')]]]) },
];

const row = (fields: Record<string, fc.Arbitrary<unknown>>) => fc.record({ id: fc.uuid(), ...fields });

/** A document of that shape, with fields that hold no words beside them. */
export const anyDocument = fc.record({
  id: fc.uuid(),
  revision: fc.nat(),
  title: fc.option(words),
  tags: fc.option(fc.array(words, { maxLength: 3 })),
  body: fc.option(anyText),
  meta: fc.option(fc.record({ title: fc.option(words), description: words })),
  rows: fc.array(row({ label: fc.option(words), text: anyText }), { maxLength: 2 }),
  sections: fc.array(
    fc.oneof(
      row({ blockType: fc.constant('quote'), words }),
      row({ blockType: fc.constant('u3'), words: fc.constant('u4') }),
    ),
    { maxLength: 3 },
  ),
});
